//! What is the training data? A reader of texts with their names, as gzipped JSON lines of spans
//! and types.
//!
//! A line is `{"id", "text", "entities": [{"start", "end", "type"}]}`. Offsets count code points, a
//! line break in the text ends a sentence, types are PER, ORG, LOC and MISC; others are ignored.

use std::io::{self, Read};

use serde::Deserialize;

use crate::document::{Block, Document, Record};
use crate::entity::bilou::CoarseKind;
use crate::text::Span;

/// A text with its names.
#[derive(Clone)]
pub struct Example {
    /// Its id in the corpus.
    pub id: String,
    /// The text; each line is a block.
    pub text: String,
    /// The number of its corpus.
    pub corpus: u64,
    /// Its names, as byte spans of the text.
    pub names: Vec<(Span, CoarseKind)>,
    /// Whether the corpus annotates names of [`CoarseKind::Other`]; if not, their absence is no
    /// evidence.
    pub has_other: bool,
    /// Its weight in training.
    pub weight: f32,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    entities: Vec<Name>,
}

#[derive(Deserialize)]
struct Name {
    start: usize,
    end: usize,
    r#type: String,
}

/// The examples of a gzipped file, in order; `corpus`, `has_other` and `weight` are copied into
/// each.
pub fn read(gzipped: &[u8], corpus: u64, has_other: bool, weight: f32) -> io::Result<Vec<Example>> {
    let mut lines = String::new();
    flate2::read::GzDecoder::new(gzipped).read_to_string(&mut lines)?;
    let example = |line: &str| -> io::Result<Example> {
        let line: Line = serde_json::from_str(line)?;
        let mut bytes: Vec<usize> = line.text.char_indices().map(|(byte, _)| byte).collect();
        bytes.push(line.text.len());
        let name = |name: &Name| {
            let kind = match name.r#type.as_str() {
                "PER" => CoarseKind::Person,
                "ORG" => CoarseKind::Organisation,
                "LOC" => CoarseKind::Place,
                "MISC" => CoarseKind::Other,
                _ => return None,
            };
            Some((
                Span::new(*bytes.get(name.start)?, *bytes.get(name.end)?),
                kind,
            ))
        };
        Ok(Example {
            names: line.entities.iter().filter_map(name).collect(),
            id: line.id,
            text: line.text,
            corpus,
            has_other,
            weight,
        })
    };
    lines.lines().map(example).collect()
}

impl Example {
    /// The text as a document.
    pub fn document(&self) -> Document {
        let mut record = Record::as_is(&self.id, &self.text);
        let mut start = 0;
        record.blocks.clear();
        for line in self.text.split('\n') {
            let end = start + line.len();
            if !line.trim().is_empty() {
                record.blocks.push(Block::paragraph(Span::new(start, end)));
            }
            start = end + 1;
        }
        Document::new(&record)
    }

    /// The example in capitals, headline case or lower case; `None` if that would move byte
    /// offsets.
    pub fn recased(&self, case: Case) -> Option<Self> {
        let mut text = String::with_capacity(self.text.len());
        let mut starts = true;
        for c in self.text.chars() {
            let new = match case {
                Case::Capitals => c.to_uppercase().next(),
                Case::Headline if starts => c.to_uppercase().next(),
                Case::Headline => Some(c),
                Case::Small => c.to_lowercase().next(),
            }?;
            if new.len_utf8() != c.len_utf8() {
                return None;
            }
            starts = !c.is_alphanumeric() && !matches!(c, '\'' | '’');
            text.push(new);
        }
        Some(Self {
            text,
            weight: self.weight / 2.0,
            ..self.clone()
        })
    }
}

/// The case of a copied text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Case {
    Capitals,
    Headline,
    Small,
}

/// Joins runs of `count` consecutive texts, so that the model learns from documents instead of
/// sentences.
pub fn joined(examples: Vec<Example>, count: usize) -> Vec<Example> {
    let join = |examples: &[Example]| {
        let mut whole = Example {
            text: String::new(),
            names: Vec::new(),
            ..examples[0].clone()
        };
        for example in examples {
            if !whole.text.is_empty() {
                whole.text.push('\n');
            }
            let offset = whole.text.len();
            whole.text.push_str(&example.text);
            let moved = |(span, kind): &(Span, CoarseKind)| {
                (
                    Span::new(span.start as usize + offset, span.end as usize + offset),
                    *kind,
                )
            };
            whole.names.extend(example.names.iter().map(moved));
        }
        whole
    };
    examples.chunks(count).map(join).collect()
}
