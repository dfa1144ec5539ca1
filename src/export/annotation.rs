//! What is a Web Annotation? The shapes of the W3C data model (JSON-LD,
//! www.w3.org/TR/annotation-model), and their collection.
//!
//! A place in a text is given by its words with their context (TextQuoteSelector), and by its
//! position (TextPositionSelector), which by that standard counts code points. What is annotated is
//! the clean text of an article; the address of its page, where one is known, is given as `via`.

use serde::Serialize;

use crate::document::Document;
use crate::entity::Entity;
use crate::text::{OffsetIndex, Span, Unit};

/// How many characters are quoted before and after a place.
const AROUND: usize = 32;

#[derive(Serialize)]
struct Collection {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: String,
    total: usize,
    first: Page,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    id: String,
    r#type: &'static str,
    start_index: usize,
    items: Vec<Annotation>,
}

/// A statement about places in a text.
#[derive(Serialize)]
pub(super) struct Annotation {
    pub id: String,
    pub r#type: &'static str,
    pub motivation: &'static str,
    pub body: Vec<Body>,
    /// The places.
    #[serde(serialize_with = "one_or_several")]
    pub target: Vec<Target>,
}

/// What is stated.
#[derive(Serialize)]
#[serde(tag = "type")]
pub(super) enum Body {
    /// Who or what is meant.
    SpecificResource {
        purpose: &'static str,
        source: String,
    },
    /// A word or name for it.
    TextualBody {
        purpose: &'static str,
        value: String,
    },
}

/// A place in a text.
#[derive(Serialize)]
pub(super) struct Target {
    r#type: &'static str,
    source: Source,
    selector: (Quote, Position),
}

#[derive(Serialize)]
struct Source {
    id: String,
    r#type: &'static str,
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    via: Option<String>,
}

#[derive(Serialize)]
struct Quote {
    r#type: &'static str,
    exact: String,
    prefix: String,
    suffix: String,
}

#[derive(Serialize)]
struct Position {
    r#type: &'static str,
    start: u32,
    end: u32,
}

/// A document whose places are annotated.
pub(super) struct Annotated<'a> {
    document: &'a Document,
    offsets: OffsetIndex,
    address: Option<String>,
}

impl<'a> Annotated<'a> {
    /// A document, and the address of its page, where one is known.
    pub fn new(document: &'a Document, address: Option<&str>) -> Self {
        Self {
            document,
            offsets: OffsetIndex::new(&document.text, Unit::Scalar),
            address: address.and_then(iri),
        }
    }

    /// Where a span starts and ends, in code points.
    pub fn range(&self, span: Span) -> [u32; 2] {
        self.offsets.range(span)
    }

    /// A span as a place that is annotated.
    pub fn target(&self, span: Span) -> Target {
        let [start, end] = self.range(span);
        Target {
            r#type: "SpecificResource",
            source: Source {
                id: urn("article", &[&self.document.id]),
                r#type: "Text",
                format: "text/plain",
                language: self.document.language.clone(),
                via: self.address.clone(),
            },
            selector: (
                quote(&self.document.text, span),
                Position {
                    r#type: "TextPositionSelector",
                    start,
                    end,
                },
            ),
        }
    }
}

/// Annotations as a collection called `name`, in lower case.
pub(super) fn collection(name: &str, items: Vec<Annotation>) -> String {
    let (first, rest) = name.split_at(1);
    let id = format!("urn:corpus-explorer:{name}");
    let collection = Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        r#type: "AnnotationCollection",
        label: first.to_uppercase() + rest,
        total: items.len(),
        first: Page {
            id: format!("{id}:1"),
            r#type: "AnnotationPage",
            start_index: 0,
            items,
        },
        id,
    };
    // Strings and numbers alone: their serialisation cannot fail.
    let mut text = serde_json::to_string_pretty(&collection).unwrap_or_default();
    text.push('\n');
    text
}

/// One place as an object, several as a list.
fn one_or_several<S: serde::Serializer>(targets: &[Target], to: S) -> Result<S::Ok, S::Error> {
    match targets {
        [only] => only.serialize(to),
        several => several.serialize(to),
    }
}

/// Who or what an annotation means, and what it is called.
pub(super) fn identified(entity: &Entity) -> [Body; 2] {
    [
        Body::SpecificResource {
            purpose: "identifying",
            source: urn("entity", &[&entity.id]),
        },
        Body::TextualBody {
            purpose: "tagging",
            value: entity.name.clone(),
        },
    ]
}

fn quote(text: &str, span: Span) -> Quote {
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let prefix: Vec<char> = before.chars().rev().take(AROUND).collect();
    Quote {
        r#type: "TextQuoteSelector",
        exact: span.slice(text).to_owned(),
        prefix: prefix.into_iter().rev().collect(),
        suffix: after.chars().take(AROUND).collect(),
    }
}

/// A name for something that has no address.
pub(super) fn urn(what: &str, parts: &[&str]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| escaped(part, "-._~")).collect();
    format!("urn:corpus-explorer:{what}:{}", parts.join(":"))
}

/// A web address with the characters escaped that it may not contain; `None` for anything else.
pub(super) fn iri(address: &str) -> Option<String> {
    let address = address.trim();
    let is_web = ["http://", "https://"]
        .iter()
        .any(|scheme| address.starts_with(scheme));
    is_web.then(|| escaped(address, "-._~:/?#[]@!$&'()*+,;=%"))
}
/// Bytes other than letters, digits and those of `kept` as `%41`.
fn escaped(text: &str, kept: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte.is_ascii() && kept.contains(char::from(byte)) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_addresses() {
        assert_eq!(
            urn("article", &["a b/é"]),
            "urn:corpus-explorer:article:a%20b%2F%C3%A9"
        );
        assert_eq!(
            iri("https://e.org/a b?c=\"d\""),
            Some("https://e.org/a%20b?c=%22d%22".into())
        );
        assert_eq!(iri("javascript:alert(1)"), None);
    }

    #[test]
    fn quoted_with_what_stands_around() {
        let text = format!("{}é“Ann” said.", "x".repeat(40));
        let start = text.find("Ann").unwrap_or_default();
        let quote = quote(&text, Span::new(start, start + 3));
        assert_eq!(
            (quote.exact.as_str(), quote.suffix.as_str()),
            ("Ann", "” said.")
        );
        assert!(quote.prefix.chars().count() == AROUND && quote.prefix.ends_with("é“"));
    }
}
