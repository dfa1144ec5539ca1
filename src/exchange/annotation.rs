//! Mentions as a collection of W3C Web Annotations (JSON-LD, www.w3.org/TR/annotation-model).
//!
//! Each mention is an annotation that identifies its entity. It is found by its words with what stands
//! around them (TextQuoteSelector), and by its place (TextPositionSelector), which by that standard
//! counts code points. What is annotated is the clean text of an article; the address of its page,
//! where one is known, is told as `via`.

use serde::Serialize;

use super::{Named, kind_name};
use crate::document::Document;
use crate::entity::{Entity, MentionKind};
use crate::text::{OffsetIndex, Span, Unit};

/// How many characters are quoted before and after a mention.
const AROUND: usize = 32;

#[derive(Serialize)]
struct Collection {
    #[serde(rename = "@context")]
    context: &'static str,
    id: &'static str,
    r#type: &'static str,
    label: &'static str,
    total: usize,
    first: Page,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    id: &'static str,
    r#type: &'static str,
    start_index: usize,
    items: Vec<Annotation>,
}

#[derive(Serialize)]
struct Annotation {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Target,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Body {
    /// Whom it names.
    SpecificResource {
        purpose: &'static str,
        source: String,
    },
    /// What they are called, what the mention is.
    TextualBody {
        purpose: &'static str,
        value: String,
    },
}

#[derive(Serialize)]
struct Target {
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

/// The mentions of documents; `addresses` holds that of the page of each document, where one is known.
pub fn json_ld(
    documents: &[Document],
    named: &[Vec<Named>],
    entities: &[Entity],
    addresses: &[Option<&str>],
) -> String {
    let mut items = Vec::new();
    for (n, (document, row)) in documents.iter().zip(named).enumerate() {
        let offsets = OffsetIndex::new(&document.text, Unit::Scalar);
        let address = addresses.get(n).copied().flatten().and_then(iri);
        let source = || Source {
            id: urn("article", &[&document.id]),
            r#type: "Text",
            format: "text/plain",
            language: document.language.clone(),
            via: address.clone(),
        };
        for mention in row {
            let [start, end] = offsets.range(mention.span);
            let place = format!("{start}-{end}");
            items.push(Annotation {
                id: urn("mention", &[&document.id, &place]),
                r#type: "Annotation",
                motivation: if mention.entity.is_some() {
                    "identifying"
                } else {
                    "classifying"
                },
                body: bodies(mention, entities),
                target: Target {
                    r#type: "SpecificResource",
                    source: source(),
                    selector: (
                        quote(&document.text, mention.span),
                        Position {
                            r#type: "TextPositionSelector",
                            start,
                            end,
                        },
                    ),
                },
            });
        }
    }
    let collection = Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: "urn:corpus-explorer:mentions",
        r#type: "AnnotationCollection",
        label: "Mentions",
        total: items.len(),
        first: Page {
            id: "urn:corpus-explorer:mentions:1",
            r#type: "AnnotationPage",
            start_index: 0,
            items,
        },
    };
    // Strings and numbers alone: their serialisation cannot fail.
    let mut text = serde_json::to_string_pretty(&collection).unwrap_or_default();
    text.push('\n');
    text
}

fn bodies(mention: &Named, entities: &[Entity]) -> Vec<Body> {
    let mut bodies = Vec::new();
    let entity = mention.entity.map(|id| &entities[id.0 as usize]);
    if let Some(entity) = entity {
        bodies.push(Body::SpecificResource {
            purpose: "identifying",
            source: urn("entity", &[&entity.id]),
        });
        bodies.push(Body::TextualBody {
            purpose: "tagging",
            value: entity.name.clone(),
        });
    }
    let kind = match (mention.kind, entity) {
        (MentionKind::Nationality, _) => "nationality",
        (_, Some(entity)) => kind_name(entity.kind),
        (MentionKind::Person, None) => "person",
        (MentionKind::Organisation, None) => "organisation",
        (MentionKind::Place, None) => "place",
        (MentionKind::Document, None) => "document",
        (MentionKind::Event, None) => "event",
        (MentionKind::Publication, None) => "publication",
        (MentionKind::Work, None) => "work",
    };
    bodies.push(Body::TextualBody {
        purpose: "classifying",
        value: kind.to_owned(),
    });
    bodies
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
fn urn(what: &str, parts: &[&str]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| escaped(part, "-._~")).collect();
    format!("urn:corpus-explorer:{what}:{}", parts.join(":"))
}

/// An address of the web with what may not stand in one escaped; `None` when it is none.
fn iri(address: &str) -> Option<String> {
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
