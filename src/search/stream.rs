//! In which documents does a word or phrase of a query stand, and how often? A stream in order of
//! documents over the lists of all its words, or over what was found by comparing positions.

use super::index::Cursor;
use super::index::posting::{Bound, END};
use super::index::{Segment, WordId};
use super::leaf::Leaf;
use super::schema::Schema;

/// Which fields count, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fields(pub u16);

impl Fields {
    /// All of them.
    pub const ALL: Self = Self(u16::MAX);

    /// One field alone.
    pub fn one(field: u8) -> Self {
        Self(1 << (field & 15))
    }

    /// The fields that are in both.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The fields that are in one of both.
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a field counts.
    pub fn has(self, field: u8) -> bool {
        self.0 >> (field & 15) & 1 == 1
    }
}

impl Default for Fields {
    fn default() -> Self {
        Self::ALL
    }
}

/// A match inside a document: half-open range of positions.
pub type Place = (u32, u32);

/// A list that a stream reads.
#[derive(Debug, Clone)]
struct Part<'a> {
    cursor: Cursor<'a>,
    /// What its list can be worth, once it was weighed.
    bound: Bound,
    /// What an occurrence counts.
    each: Frequency,
    /// How many units its word covers.
    width: u32,
}

/// The documents of a leaf in order.
#[derive(Debug, Clone)]
pub enum Stream<'a> {
    /// Those of some lists together.
    Lists(Union<'a>),
    /// Those that were found before, with what each counts.
    Found(Found),
}

/// Lists read as one.
#[derive(Debug, Clone)]
pub struct Union<'a> {
    parts: Vec<Part<'a>>,
    document: u32,
}

/// Documents with what each counts.
#[derive(Debug, Clone, Default)]
pub struct Found {
    entries: Vec<(u32, Frequency)>,
    at: usize,
}

/// How often a leaf stands in a document, each place by the weight of its words.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Frequency {
    /// Anywhere, and by the weight of the field.
    pub all: f32,
    /// In headlines.
    pub headline: f32,
}

impl Frequency {
    /// As often as this so many times.
    pub fn times(self, count: u32) -> Self {
        Self {
            all: self.all * count as f32,
            headline: self.headline * count as f32,
        }
    }

    /// The most of either.
    fn max(self, other: Self) -> Self {
        Self {
            all: self.all.max(other.all),
            headline: self.headline.max(other.headline),
        }
    }

    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Self {
            all: self.all + other.all,
            headline: self.headline + other.headline,
        }
    }
}

/// The most that a stream counts in a document, and the least length of one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Most {
    /// The most it counts.
    pub frequency: Frequency,
    /// The units of the shortest document.
    pub length: u32,
}

impl<'a> Union<'a> {
    /// The lists of words in some fields, from a document on; `each` says what an occurrence counts
    /// in a field, of a word of some weight.
    pub fn new(
        words: &[(WordId, f32)],
        segment: &'a Segment,
        fields: Fields,
        from: u32,
        each: impl Fn(u8, f32) -> Frequency,
    ) -> Self {
        let mut parts = Vec::new();
        for &(id, weight) in words {
            let Some(word) = segment.word(id) else {
                continue;
            };
            for list in word.lists.filter(|list| fields.has(list.field)) {
                parts.push(Part {
                    cursor: Cursor::new(list, from),
                    bound: Bound::NONE,
                    each: each(list.field, weight),
                    width: word.width,
                });
            }
        }
        let mut union = Self { parts, document: 0 };
        union.settle();
        union
    }

    fn settle(&mut self) {
        self.document = self
            .parts
            .iter()
            .map(|p| p.cursor.document())
            .min()
            .unwrap_or(END);
    }

    fn advance(&mut self) {
        let mut next = END;
        for part in &mut self.parts {
            if part.cursor.document() == self.document {
                part.cursor.advance();
            }
            next = next.min(part.cursor.document());
        }
        self.document = next;
    }

    fn seek(&mut self, target: u32) {
        let mut next = END;
        for part in &mut self.parts {
            part.cursor.seek(target);
            next = next.min(part.cursor.document());
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
        for part in &mut self.parts {
            if part.cursor.document() == self.document {
                sum = sum.and(part.each.times(part.cursor.count()));
            }
        }
        sum
    }

    /// Where its words stand in the document it is on, in order.
    pub fn places(&mut self, places: &mut Vec<Place>) {
        places.clear();
        let mut lists = 0;
        for part in &mut self.parts {
            if part.cursor.document() == self.document {
                let width = part.width;
                part.cursor
                    .positions(|at| places.push((at, at.saturating_add(width))));
                lists += 1;
            }
        }
        if lists > 1 {
            places.sort_unstable();
        }
    }

    fn most(&self) -> Most {
        let mut most = Most {
            frequency: Frequency::default(),
            length: u32::MAX,
        };
        for part in &self.parts {
            let bound = part.bound;
            most.frequency = most.frequency.and(part.each.times(bound.count));
            most.length = most.length.min(bound.length);
        }
        most
    }
}

impl<'a> Stream<'a> {
    /// The stream of a leaf in a segment of documents of a schema.
    pub fn new(leaf: &Leaf, segment: &'a Segment, fields: Fields, schema: &Schema) -> Self {
        let fields = leaf.within(fields);
        let each = |field, weight| schema.frequency(field, weight);
        match leaf.words() {
            Some(words) => {
                let mut union = Union::new(words, segment, fields, 0, each);
                for part in &mut union.parts {
                    part.bound = part.cursor.list.bound();
                }
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
                Self::Found(Found { entries, at: 0 })
            }
        }
    }

    /// The document it is on; [`END`] behind the last.
    pub fn document(&self) -> u32 {
        match self {
            Self::Lists(union) => union.document,
            Self::Found(found) => found.entries.get(found.at).map_or(END, |e| e.0),
        }
    }

    /// Goes to the next document.
    pub fn advance(&mut self) {
        match self {
            Self::Lists(union) => union.advance(),
            Self::Found(found) => found.at += 1,
        }
    }

    /// Goes to the first document from `target` on; never back.
    pub fn seek(&mut self, target: u32) {
        if self.document() >= target {
            return;
        }
        match self {
            Self::Lists(union) => union.seek(target),
            Self::Found(found) => {
                found.at += found.entries[found.at..].partition_point(|e| e.0 < target)
            }
        }
    }

    /// What it counts in the document it is on: occurrences, each by the weight of its field.
    pub fn frequency(&mut self) -> Frequency {
        match self {
            Self::Lists(union) => union.frequency(),
            Self::Found(found) => found
                .entries
                .get(found.at)
                .map_or_else(Frequency::default, |e| e.1),
        }
    }

    /// The most it counts anywhere.
    pub fn most(&self) -> Most {
        match self {
            Self::Lists(union) => union.most(),
            Self::Found(found) => Most {
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
            Self::Lists(union) => {
                let mut last = END;
                let mut most = Most {
                    frequency: Frequency::default(),
                    length: u32::MAX,
                };
                for part in union.parts.iter().filter(|p| p.cursor.document() != END) {
                    let (end, bound) = part.cursor.block_end(target, part.bound);
                    last = last.min(end);
                    most.frequency = most.frequency.and(part.each.times(bound.count));
                    most.length = most.length.min(bound.length);
                }
                (last, most)
            }
            Self::Found(_) => (END, self.most()),
        }
    }
}

/// How many documents all lists of some words have together at the most.
pub fn documents_of(words: &[(WordId, f32)], segment: &Segment, fields: Fields) -> u32 {
    let lists = |(id, _): &(WordId, f32)| segment.word(*id).into_iter().flat_map(|w| w.lists);
    words
        .iter()
        .flat_map(lists)
        .filter(|list| fields.has(list.field))
        .map(|list| list.documents)
        .fold(0, u32::saturating_add)
}
