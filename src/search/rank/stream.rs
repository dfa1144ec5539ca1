//! In which documents does a word or phrase of a query stand, and how often? A cursor in the order of documents
//! over the lists of all its words, or over what was found by comparing positions.

use crate::search::index::{END, Segment};
use crate::search::lookup::{Leaf, Union};
use crate::search::schema::{FieldSet, Frequency, Most, Schema};

/// The documents of a leaf in order.
#[derive(Debug, Clone)]
pub enum Stream<'a> {
    /// Those of some lists together.
    Lists(Union<'a>),
    /// Those that were found before, with what each counts.
    Counted(Counted),
}

/// Documents with what each counts.
#[derive(Debug, Clone, Default)]
pub struct Counted {
    entries: Vec<(u32, Frequency)>,
    at: usize,
}

impl<'a> Stream<'a> {
    /// The stream of a leaf in a segment of documents of a schema.
    pub fn new(leaf: &Leaf, segment: &'a Segment, fields: FieldSet, schema: &Schema) -> Self {
        let fields = leaf.within(fields);
        let each = |field, weight| schema.frequency(field, weight);
        match leaf.words() {
            Some(words) => {
                let mut union = Union::new(words, segment, fields, 0, each);
                union.weigh();
                Self::Lists(union)
            }
            None => {
                let mut entries = Vec::new();
                let mut places = leaf.places(segment, fields, 0);
                while places.document() != END {
                    let document = places.document();
                    let each = |weight, position| {
                        let field = segment.field_at(document, position);
                        schema.frequency(field, weight)
                    };
                    let frequency = places.frequency(each);
                    entries.push((document, frequency));
                    places.advance();
                }
                Self::Counted(Counted { entries, at: 0 })
            }
        }
    }

    /// The document it is on; [`END`] behind the last.
    pub fn document(&self) -> u32 {
        match self {
            Self::Lists(union) => union.document(),
            Self::Counted(found) => found.entries.get(found.at).map_or(END, |e| e.0),
        }
    }

    /// Goes to the next document.
    pub fn advance(&mut self) {
        match self {
            Self::Lists(union) => union.advance(),
            Self::Counted(found) => found.at += 1,
        }
    }

    /// Goes to the first document from `target` on; never back.
    pub fn seek(&mut self, target: u32) {
        if self.document() >= target {
            return;
        }
        match self {
            Self::Lists(union) => union.seek(target),
            Self::Counted(found) => {
                found.at += found.entries[found.at..].partition_point(|e| e.0 < target)
            }
        }
    }

    /// What it counts in the document it is on: occurrences, each by the weight of its field.
    pub fn frequency(&mut self) -> Frequency {
        match self {
            Self::Lists(union) => union.frequency(),
            Self::Counted(found) => found
                .entries
                .get(found.at)
                .map_or_else(Frequency::default, |e| e.1),
        }
    }

    /// The most it counts anywhere.
    pub fn most(&self) -> Most {
        match self {
            Self::Lists(union) => union.most(),
            Self::Counted(found) => Most {
                frequency: found
                    .entries
                    .iter()
                    .map(|e| e.1)
                    .fold(Frequency::default(), Frequency::max),
                length: 0,
            },
        }
    }

    /// The most it counts from `target` on up to a document, and that document.
    pub fn most_near(&self, target: u32) -> (u32, Most) {
        match self {
            Self::Lists(union) => union.most_near(target),
            Self::Counted(_) => (END, self.most()),
        }
    }
}
