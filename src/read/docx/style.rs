//! What kind of block is a paragraph of a style? A lookup by the style's name, which is the same in
//! every language, or by the style it is based on.

use std::collections::HashMap;

use super::xml::{Step, attribute, walk};
use crate::document::BlockKind;

/// The longest chain of styles based on each other.
const DEPTH: usize = 12;

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub struct Styles(HashMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
}

impl Styles {
    /// The styles that a part declares.
    pub fn of(xml: &str) -> Self {
        let mut styles = HashMap::new();
        let mut open: Option<(String, Style)> = None;
        walk(xml, |step| match step {
            Step::Open("style", tag) => {
                open = attribute(tag, "styleId").map(|id| (id, Style::default()));
            }
            Step::Open(tag, start) => {
                let Some((_, style)) = &mut open else { return };
                let value = || attribute(start, "val");
                match tag {
                    "name" => style.name = value().unwrap_or_default().to_lowercase(),
                    "basedOn" => style.based_on = value(),
                    "outlineLvl" => style.outline = value().and_then(|level| level.parse().ok()),
                    _ => {}
                }
            }
            Step::Close("style") => styles.extend(open.take()),
            _ => {}
        });
        Self(styles)
    }

    /// The kind and level of a paragraph of a style; `None` for running text.
    pub fn kind(&self, id: &str) -> Option<(BlockKind, u8)> {
        let mut id = id;
        for _ in 0..DEPTH {
            let Some(style) = self.0.get(id) else {
                return named(&id.to_lowercase());
            };
            let outline = style.outline.filter(|level| *level < 9);
            if let Some(level) = outline.filter(|_| style.name != "title") {
                return Some((BlockKind::Heading, level + 1));
            }
            if let Some(kind) = named(&style.name) {
                return Some(kind);
            }
            id = style.based_on.as_deref()?;
        }
        None
    }
}

/// The kind and level that the name of a style states, in lower case, with or without spaces.
fn named(name: &str) -> Option<(BlockKind, u8)> {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    let level = name
        .strip_prefix("heading")
        .and_then(|level| level.parse::<u8>().ok());
    match (name.as_str(), level) {
        (_, Some(level @ 1..=9)) => Some((BlockKind::Heading, level)),
        ("title", _) => Some((BlockKind::Title, 0)),
        ("subtitle", _) => Some((BlockKind::Heading, 1)),
        ("caption", _) => Some((BlockKind::Caption, 0)),
        ("quote" | "intensequote" | "blocktext", _) => Some((BlockKind::Quotation, 0)),
        (name, _) if name.starts_with("list") => Some((BlockKind::Item, 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_tell() {
        let styles = Styles::of(
            "<w:styles><w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>\
             <w:style w:styleId=\"Mine\"><w:name w:val=\"mine\"/><w:basedOn w:val=\"Zitat\"/></w:style>\
             <w:style w:styleId=\"Zitat\"><w:name w:val=\"Quote\"/></w:style>\
             <w:style w:styleId=\"A\"><w:basedOn w:val=\"A\"/></w:style></w:styles>",
        );
        for (id, expected) in [
            ("berschrift1", Some((BlockKind::Heading, 1))),
            ("Mine", Some((BlockKind::Quotation, 0))),
            ("Heading2", Some((BlockKind::Heading, 2))),
            ("A", None),
            ("Normal", None),
        ] {
            assert_eq!(styles.kind(id), expected, "{id}");
        }
    }
}
