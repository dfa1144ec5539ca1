//! In which documents does a word or phrase of a query occur, and how often? A cursor over
//! documents: of the lists of all its words, or of matches found by comparing positions.

use crate::search::index::{END, Segment};
use crate::search::lookup::{Leaf, Union};
use crate::search::schema::{FieldSet, Frequency, Most, Schema};

/// The documents of a leaf, in order.
#[derive(Debug, Clone)]
pub enum Stream<'a> {
    /// The documents of several lists.
    Lists(Union<'a>),
    /// The documents of a phrase, found in advance.
    Counted(Counted),
}

/// Documents with the frequency in each.
#[derive(Debug, Clone, Default)]
pub struct Counted {
    entries: Vec<(u32, Frequency)>,
    at: usize,
}

impl<'a> Stream<'a> {
    /// The stream of a leaf in a segment, on its first document.
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

    /// The current document; [`END`] past the last.
    pub fn document(&self) -> u32 {
        match self {
            Self::Lists(union) => union.document(),
            Self::Counted(found) => found.entries.get(found.at).map_or(END, |e| e.0),
        }
    }

    /// Moves to the next document.
    pub fn advance(&mut self) {
        match self {
            Self::Lists(union) => union.advance(),
            Self::Counted(found) => found.at += 1,
        }
    }

    /// Moves to the first document not before `target`; never back.
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

    /// The frequency in the current document, weighted by field.
    pub fn frequency(&mut self) -> Frequency {
        match self {
            Self::Lists(union) => union.frequency(),
            Self::Counted(found) => found
                .entries
                .get(found.at)
                .map_or_else(Frequency::default, |e| e.1),
        }
    }

    /// The bounds for all documents.
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

    /// A document from `target` on, and the bounds for all documents from `target` up to it.
    pub fn most_near(&self, target: u32) -> (u32, Most) {
        match self {
            Self::Lists(union) => union.most_near(target),
            Self::Counted(_) => (END, self.most()),
        }
    }
}
