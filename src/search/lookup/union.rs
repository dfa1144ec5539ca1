//! Which documents contain any of some words? A cursor over the union of their posting lists.

use crate::search::index::{Bound, Cursor, END, Segment, WordId};
use crate::search::schema::{FieldSet, Frequency, Most};

/// A match in a document: a half-open range of positions.
pub type Place = (u32, u32);

/// A posting list with its weight.
#[derive(Debug, Clone)]
struct WeightedList<'a> {
    cursor: Cursor<'a>,
    /// The bound of the list, after [`Union::weigh`].
    bound: Bound,
    /// The frequency that one occurrence counts.
    each: Frequency,
    /// The number of tokens that its word covers.
    width: u32,
}

/// Several lists, read as one.
#[derive(Debug, Clone)]
pub struct Union<'a> {
    lists: Vec<WeightedList<'a>>,
    document: u32,
}

impl<'a> Union<'a> {
    /// The lists of words in some fields, from the document `from` on. `each` gets a field and the
    /// weight of a word, and returns the frequency of one occurrence.
    pub fn new(
        words: &[(WordId, f32)],
        segment: &'a Segment,
        fields: FieldSet,
        from: u32,
        each: impl Fn(u8, f32) -> Frequency,
    ) -> Self {
        let mut lists = Vec::new();
        for &(id, weight) in words {
            let Some(word) = segment.word(id) else {
                continue;
            };
            for list in word.lists.filter(|list| fields.has(list.field)) {
                lists.push(WeightedList {
                    cursor: Cursor::new(list, from),
                    bound: Bound::NONE,
                    each: each(list.field, weight),
                    width: word.width,
                });
            }
        }
        let mut union = Self { lists, document: 0 };
        union.settle();
        union
    }

    fn settle(&mut self) {
        self.document = self
            .lists
            .iter()
            .map(|p| p.cursor.document())
            .min()
            .unwrap_or(END);
    }

    /// Moves to the next document.
    pub fn advance(&mut self) {
        let mut next = END;
        for list in &mut self.lists {
            if list.cursor.document() == self.document {
                list.cursor.advance();
            }
            next = next.min(list.cursor.document());
        }
        self.document = next;
    }

    /// Moves to the first document not before `target`, which must be after the current one.
    pub fn seek(&mut self, target: u32) {
        let mut next = END;
        for list in &mut self.lists {
            list.cursor.seek(target);
            next = next.min(list.cursor.document());
        }
        self.document = next;
    }

    /// The current document; [`END`] past the last.
    pub fn document(&self) -> u32 {
        self.document
    }

    /// Moves to the first document not before `target`; never back.
    pub fn seek_to(&mut self, target: u32) {
        if self.document < target {
            self.seek(target);
        }
    }

    /// The frequency in the current document.
    pub fn frequency(&mut self) -> Frequency {
        let mut sum = Frequency::default();
        for list in &mut self.lists {
            if list.cursor.document() == self.document {
                sum = sum.and(list.each.times(list.cursor.count()));
            }
        }
        sum
    }

    /// Replaces `places` by those of the words in the current document, in order.
    pub fn places(&mut self, places: &mut Vec<Place>) {
        places.clear();
        let mut lists = 0;
        for list in &mut self.lists {
            if list.cursor.document() == self.document {
                let width = list.width;
                list.cursor
                    .positions(|at| places.push((at, at.saturating_add(width))));
                lists += 1;
            }
        }
        if lists > 1 {
            places.sort_unstable();
        }
    }

    /// Reads the bounds of the lists, for [`Self::most`] and [`Self::most_near`].
    pub fn weigh(&mut self) {
        for list in &mut self.lists {
            list.bound = list.cursor.list.bound();
        }
    }

    /// The bounds for all documents; requires [`Self::weigh`].
    pub fn most(&self) -> Most {
        let mut most = Most {
            frequency: Frequency::default(),
            length: u32::MAX,
        };
        for list in &self.lists {
            let bound = list.bound;
            most.frequency = most.frequency.and(list.each.times(bound.count));
            most.length = most.length.min(bound.length);
        }
        most
    }

    /// A document from `target` on, and the bounds for all documents from `target` up to it;
    /// requires [`Self::weigh`].
    pub fn most_near(&self, target: u32) -> (u32, Most) {
        let mut last = END;
        let mut most = Most {
            frequency: Frequency::default(),
            length: u32::MAX,
        };
        for list in self.lists.iter().filter(|p| p.cursor.document() != END) {
            let (end, bound) = list.cursor.block_end(target, list.bound);
            last = last.min(end);
            most.frequency = most.frequency.and(list.each.times(bound.count));
            most.length = most.length.min(bound.length);
        }
        (last, most)
    }
}

/// An upper bound of the number of documents that contain any of some words: the sum over their
/// lists.
pub fn documents_of(words: &[(WordId, f32)], segment: &Segment, fields: FieldSet) -> u32 {
    let lists = |(id, _): &(WordId, f32)| segment.word(*id).into_iter().flat_map(|w| w.lists);
    words
        .iter()
        .flat_map(lists)
        .filter(|list| fields.has(list.field))
        .map(|list| list.documents)
        .fold(0, u32::saturating_add)
}
