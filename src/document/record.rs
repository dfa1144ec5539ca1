//! The normalised article as stored: one JSON line, ground state of everything else.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Block, BlockKind, Given, Source};
use crate::text::Span;

/// A normalised article with the trace of how it became so. Spans named `raw` refer to
/// [`Record::raw`], all others to [`Record::text`]; both count bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// Unique in a corpus: the path below the corpus folder without extension.
    pub id: String,
    /// The headline.
    pub title: Option<String>,
    /// The outlet that something in the source proves, or that a person gave.
    pub publisher: Option<String>,
    /// The author, likewise.
    pub author: Option<String>,
    /// ISO 8601 date, or date and time with offset, of publication.
    pub published: Option<String>,
    /// The same of the last change.
    pub updated: Option<String>,
    /// What sort of article it says it is.
    pub kind: Option<String>,
    /// BCP 47 tag of its language.
    pub language: Option<String>,
    /// Block texts joined by a blank line, captions and meta last.
    pub text: String,
    /// The blocks of `text`, in order.
    pub blocks: Vec<Block>,
    /// What proves a value; a value that a person gave has no entry.
    pub evidence: BTreeMap<Field, Evidence>,
    /// Parts of the raw text that are not the article, in raw order.
    pub removed: Vec<Removal>,
    /// Changes of wording, in text order.
    pub repairs: Vec<Repair>,
    /// Places where words were lost before we saw the text, in text order.
    pub gaps: Vec<Gap>,
    /// The decoded text as received.
    pub raw: String,
    /// What a person gave; it takes precedence over what is found.
    #[serde(default)]
    pub given: Given,
    /// Where it came from.
    #[serde(default)]
    pub source: Source,
}

/// A value of an article that rests on evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum Field {
    Title,
    Publisher,
    Author,
    Place,
    Published,
    Updated,
    Kind,
    Language,
    Rights,
}

/// What in the raw text proves a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Where it stands in the raw text.
    pub raw: Span,
    /// What stands there, repaired.
    pub text: String,
    /// The rule that read it.
    pub rule: String,
}

/// A part of the raw text that is not the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// Where it stood.
    pub raw: Span,
    /// What stood there, as received.
    pub text: String,
    /// Why it was taken out, in kebab case ("photo-credit").
    pub reason: String,
}

/// A change of wording between raw and text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Repair {
    /// Where the repaired wording stands in the text; empty when something was only taken out.
    pub span: Span,
    /// Where the damaged wording stood in the raw text.
    pub raw: Span,
    /// The damaged wording.
    pub before: String,
    /// The repaired wording.
    pub after: String,
    /// The rule that repaired it, in kebab case.
    pub rule: String,
    /// How sure the repair is, 0 to 1.
    pub confidence: f64,
}

/// A place where the source lost words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// The byte of the text before which words are missing.
    pub at: u32,
    /// A few words before it.
    pub before: String,
    /// A few words after it.
    pub after: String,
    /// The rule that saw it, in kebab case.
    pub rule: String,
    /// How sure it is, 0 to 1.
    pub confidence: f64,
}

impl Record {
    /// `text` taken as it is: no title, one paragraph block for each part between blank lines.
    pub fn as_is(id: &str, text: &str) -> Self {
        Self {
            id: id.to_owned(),
            title: None,
            publisher: None,
            author: None,
            published: None,
            updated: None,
            kind: None,
            language: None,
            blocks: paragraphs(text),
            text: text.to_owned(),
            evidence: BTreeMap::new(),
            removed: Vec::new(),
            repairs: Vec::new(),
            gaps: Vec::new(),
            raw: text.to_owned(),
            given: Given::default(),
            source: Source::default(),
        }
    }

    /// Whether every span lies on character boundaries inside the text it refers to, and blocks
    /// follow each other; what a record read from foreign bytes must prove before it is used.
    pub fn is_sound(&self) -> bool {
        let fits =
            |span: Span, text: &str| span.start <= span.end && text.get(span.range()).is_some();
        self.blocks.iter().all(|b| fits(b.span, &self.text))
            && self
                .blocks
                .windows(2)
                .all(|pair| pair[0].span.end <= pair[1].span.start)
            && self.evidence.values().all(|e| fits(e.raw, &self.raw))
            && self.removed.iter().all(|r| fits(r.raw, &self.raw))
            && self
                .repairs
                .iter()
                .all(|r| fits(r.span, &self.text) && fits(r.raw, &self.raw))
            && self
                .gaps
                .iter()
                .all(|g| self.text.is_char_boundary(g.at as usize))
    }
}

/// One block for each run of lines between blank lines.
fn paragraphs(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut offset = 0;
    let mut open = false;
    for line in text.split_inclusive('\n') {
        let span = Span::new(offset, offset + line.len()).trimmed(text);
        offset += line.len();
        match blocks.last_mut() {
            _ if span.is_empty() => open = false,
            Some(block) if open => block.span.end = span.end,
            _ => {
                blocks.push(Block {
                    kind: BlockKind::Paragraph,
                    level: 0,
                    span,
                });
                open = true;
            }
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_parted_by_blank_lines() {
        let text = "One\nline two\n\n \nThree\r\n";
        let found: Vec<_> = paragraphs(text)
            .iter()
            .map(|b| b.span.slice(text))
            .collect();
        assert_eq!(found, ["One\nline two", "Three"]);
        assert!(paragraphs(" \n\n").is_empty());
    }
}
