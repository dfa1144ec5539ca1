//! In which documents does any of some words stand? A cursor over the union of their posting lists.

use crate::search::index::{Bound, Cursor, END, Segment, WordId};
use crate::search::schema::{FieldSet, Frequency, Most};

/// A match inside a document: half-open range of positions.
pub type Place = (u32, u32);

/// A list that a stream reads.
#[derive(Debug, Clone)]
struct WeightedList<'a> {
    cursor: Cursor<'a>,
    /// What its list can be worth, once it was weighed.
    bound: Bound,
    /// What an occurrence counts.
    each: Frequency,
    /// How many tokens its word covers.
    width: u32,
}

/// Lists read as one.
#[derive(Debug, Clone)]
pub struct Union<'a> {
    lists: Vec<WeightedList<'a>>,
    document: u32,
}

impl<'a> Union<'a> {
    /// The lists of words in some fields, from a document on; `each` says what an occurrence counts
    /// in a field, of a word of some weight.
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

    /// Goes to the next document.
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

    /// Goes to the first document from `target` on, which is behind the one it is on.
    pub fn seek(&mut self, target: u32) {
        let mut next = END;
        for list in &mut self.lists {
            list.cursor.seek(target);
            next = next.min(list.cursor.document());
        }
        self.document = next;
    }

    /// The document it is on; [`END`] behind the last.
    pub fn document(&self) -> u32 {
        self.document
    }

    /// Goes to the first document from `target` on; never back.
    pub fn seek_to(&mut self, target: u32) {
        if self.document < target {
            self.seek(target);
        }
    }

    /// What they count in the document it is on.
    pub fn frequency(&mut self) -> Frequency {
        let mut sum = Frequency::default();
        for list in &mut self.lists {
            if list.cursor.document() == self.document {
                sum = sum.and(list.each.times(list.cursor.count()));
            }
        }
        sum
    }

    /// Where its words stand in the document it is on, in order.
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

    /// Reads what each list can be worth, for [`Self::most`] and [`Self::most_near`].
    pub fn weigh(&mut self) {
        for list in &mut self.lists {
            list.bound = list.cursor.list.bound();
        }
    }

    /// The most they count anywhere, once they are weighed.
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

    /// The most they count from `target` on up to a document, and that document, once they are weighed.
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

/// How many documents all lists of some words have together at the most.
pub fn documents_of(words: &[(WordId, f32)], segment: &Segment, fields: FieldSet) -> u32 {
    let lists = |(id, _): &(WordId, f32)| segment.word(*id).into_iter().flat_map(|w| w.lists);
    words
        .iter()
        .flat_map(lists)
        .filter(|list| fields.has(list.field))
        .map(|list| list.documents)
        .fold(0, u32::saturating_add)
}
