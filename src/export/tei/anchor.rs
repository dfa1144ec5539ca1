//! How are sources, kinds of quotations and entities addressed in TEI? By ids that are names of
//! XML.

use crate::document::DocId;
use crate::quote::QuotationKind;

/// The id of an article as a source.
pub fn source_anchor(id: DocId) -> String {
    format!("source.{}", id.0 + 1)
}

/// The id of a kind of quotations.
pub fn kind_anchor(kind: QuotationKind) -> String {
    format!("kind.{}", kind.name())
}

/// The id of an entity as an id of XML.
pub fn entity_anchor(id: &str) -> String {
    let mut anchor = String::with_capacity(id.len());
    if !id.starts_with(|c: char| c.is_ascii_alphabetic()) {
        anchor.push('_');
    }
    for c in id.chars() {
        if c.is_ascii_alphanumeric() || c == '-' {
            anchor.push(c);
        } else {
            anchor.push_str(&format!("_{:x}_", c as u32));
        }
    }
    anchor
}

#[cfg(test)]
mod tests {
    use super::entity_anchor;

    #[test]
    fn ids_are_names() {
        assert_eq!(entity_anchor("ana-paz"), "ana-paz");
        assert_eq!(entity_anchor("38-north"), "_38-north");
        assert_eq!(entity_anchor("жук"), "__436__443__43a_");
    }
}
