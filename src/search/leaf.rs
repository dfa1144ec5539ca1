//! Which words of a segment does a word or phrase of a query mean, and where do they stand?

use super::choice::Choice;
use super::index::posting::END;
use super::index::{Segment, WordId};
use super::query::QueryText;
use super::slop::sloppy;
use super::stream::{Fields, Frequency, Place, Union};
use super::term::Glue;
use crate::order;

/// How many readings of the hyphens of a phrase are tried.
const MAX_READINGS: usize = 16;

/// What another form of a word counts beside the one that was typed.
const OTHER_FORM: f32 = 0.7;

/// The words that may fill a place of a phrase, ascending.
pub type Slot = Vec<WordId>;

/// A word or phrase of a query in terms of a segment.
///
/// It stands wherever one of its readings does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Leaf {
    readings: Vec<Reading>,
    /// In which fields it counts.
    fields: Fields,
    /// How far its words may stand from their order in all, in units; see [`sloppy`].
    slop: u32,
    /// All its words and what each counts, when every reading is a single one.
    words: Option<Vec<(WordId, f32)>>,
}

/// A row of words that a leaf may stand as.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// For each slot, the words that may fill it; one slot right behind the other.
    pub slots: Vec<Slot>,
    /// How much a place of it counts; 1 for the words as typed, less for another name.
    pub weight: f32,
}

impl Leaf {
    /// The leaf of a query's text; empty when the segment lacks one of its words.
    pub fn new(text: &QueryText, choice: &Choice) -> Self {
        let mut readings: Vec<Vec<Slot>> = vec![Vec::new()];
        for chain in text.words.chunk_by(|_, next| next.glue == Glue::Hyphen) {
            let slots: Vec<_> = chain.iter().map(|w| choice.words(w, text.exact)).collect();
            let joined = (chain.len() > 1).then(|| choice.joined(chain, text.exact));
            let mut longer: Vec<_> = readings
                .iter()
                .map(|r| [r.as_slice(), &slots].concat())
                .collect();
            if let Some(joined) = joined.filter(|words| !words.is_empty()) {
                longer.extend(
                    readings
                        .iter()
                        .map(|r| [r.as_slice(), std::slice::from_ref(&joined)].concat()),
                );
            }
            longer.truncate(MAX_READINGS);
            readings = longer;
        }
        readings.retain(|slots| slots.iter().all(|words| !words.is_empty()));
        let reading = |slots| Reading { slots, weight: 1.0 };
        let leaf = Self::of(readings.into_iter().map(reading).collect(), text.slop);
        let fields = text.fields;
        Self { fields, ..leaf }.favouring(text, choice)
    }

    /// The same leaf; where a single word was typed, its other forms count a little less.
    fn favouring(mut self, text: &QueryText, choice: &Choice) -> Self {
        if let ([word], Some(words)) = (text.words.as_slice(), &mut self.words)
            && !word.prefix
            && word.edits == 0
        {
            let typed = choice.as_typed(&word.key);
            for (id, weight) in words {
                if !typed.contains(id) {
                    *weight *= OTHER_FORM;
                }
            }
        }
        self
    }

    fn of(readings: Vec<Reading>, slop: u32) -> Self {
        let single = readings.iter().all(|reading| reading.slots.len() == 1);
        let words = single.then(|| {
            let weighed = |r: &Reading| {
                r.slots
                    .concat()
                    .into_iter()
                    .map(move |id| (id, r.weight))
                    .collect::<Vec<_>>()
            };
            let mut words: Vec<(WordId, f32)> = readings.iter().flat_map(weighed).collect();
            order::sort_by(&mut words, |a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
            words.dedup_by_key(|word| word.0);
            words
        });
        Self {
            readings,
            fields: Fields::ALL,
            slop,
            words,
        }
    }

    /// The same leaf, met as other readings too.
    pub fn or(self, others: &[Reading]) -> Self {
        let leaf = Self::of([self.readings.as_slice(), others].concat(), self.slop);
        Self {
            fields: self.fields,
            ..leaf
        }
    }

    /// The rows of words that it may stand as.
    pub fn readings(&self) -> &[Reading] {
        &self.readings
    }

    /// Its words and what each counts, when it is no phrase; `None` for a phrase.
    pub fn words(&self) -> Option<&[(WordId, f32)]> {
        self.words.as_deref()
    }

    /// In which of some fields it counts.
    pub fn within(&self, fields: Fields) -> Fields {
        self.fields.and(fields)
    }

    /// Whether it stands nowhere because the segment lacks one of its words.
    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }

    /// Where it stands in each document from `from` on, as far as the fields count.
    pub fn places<'a>(&self, segment: &'a Segment, fields: Fields, from: u32) -> Places<'a> {
        let fields = self.within(fields);
        let each = |_, _| Frequency::default();
        let union = |words: &[(WordId, f32)]| Union::new(words, segment, fields, from, each);
        let slot = |slot: &Slot| union(&slot.iter().map(|&id| (id, 1.0)).collect::<Vec<_>>());
        let rows = match &self.words {
            Some(words) => vec![Row::new(segment, vec![union(words)], 0)],
            None => {
                let row = |r: &Reading| Row {
                    weight: r.weight,
                    ..Row::new(segment, r.slots.iter().map(slot).collect(), self.slop)
                };
                self.readings.iter().map(row).collect()
            }
        };
        let mut places = Places {
            rows,
            document: 0,
            current: Vec::new(),
        };
        places.settle();
        places
    }
}

/// The documents of a leaf in order, with its places in each.
#[derive(Debug, Clone)]
pub struct Places<'a> {
    rows: Vec<Row<'a>>,
    document: u32,
    current: Vec<Place>,
}

impl Places<'_> {
    /// The document it is on; [`END`] behind the last.
    pub fn document(&self) -> u32 {
        self.document
    }

    /// Where the leaf stands in the document, by start, then end; places of different readings
    /// may overlap.
    pub fn current(&self) -> &[Place] {
        match self.rows.as_slice() {
            [row] => &row.places,
            _ => &self.current,
        }
    }

    /// What the leaf counts in the document: `each` tells it of a place by the weight of its reading
    /// and where it starts.
    pub fn frequency(&self, each: impl Fn(f32, u32) -> Frequency) -> Frequency {
        let rows = self.rows.iter().filter(|row| row.document == self.document);
        let places = rows.flat_map(|row| row.places.iter().map(|place| (row.weight, place.0)));
        places.fold(Frequency::default(), |sum, (weight, start)| {
            sum.and(each(weight, start))
        })
    }

    /// Goes to the next document.
    pub fn advance(&mut self) {
        self.seek(self.document.saturating_add(1));
    }

    /// Goes to the first document from `target` on; never back.
    pub fn seek(&mut self, target: u32) {
        for row in self.rows.iter_mut().filter(|row| row.document < target) {
            row.seek(target);
        }
        self.settle();
    }

    fn settle(&mut self) {
        self.document = self
            .rows
            .iter()
            .map(|row| row.document)
            .min()
            .unwrap_or(END);
        if self.rows.len() > 1 {
            self.current.clear();
            for row in self.rows.iter().filter(|row| row.document == self.document) {
                self.current.extend(&row.places);
            }
            self.current.sort_unstable();
            self.current.dedup();
        }
    }
}

/// A reading in the documents that hold it.
#[derive(Debug, Clone)]
struct Row<'a> {
    segment: &'a Segment,
    slots: Vec<Union<'a>>,
    slop: u32,
    weight: f32,
    document: u32,
    places: Vec<Place>,
}

impl<'a> Row<'a> {
    fn new(segment: &'a Segment, slots: Vec<Union<'a>>, slop: u32) -> Self {
        let mut row = Self {
            segment,
            slots,
            slop,
            weight: 1.0,
            document: 0,
            places: Vec::new(),
        };
        row.seek(0);
        row
    }

    /// Goes to the first document from `target` on that holds all slots side by side.
    fn seek(&mut self, target: u32) {
        let mut target = target;
        loop {
            let mut furthest = target;
            for slot in &mut self.slots {
                slot.seek_to(furthest);
                furthest = furthest.max(slot.document());
            }
            if furthest == END || self.slots.is_empty() {
                self.document = END;
                self.places.clear();
                return;
            }
            if self.slots.iter().any(|slot| slot.document() != furthest) {
                target = furthest;
                continue;
            }
            self.document = furthest;
            self.meet();
            if !self.places.is_empty() {
                return;
            }
            target = furthest + 1;
        }
    }

    /// Where the slots stand together in the document that all are on.
    fn meet(&mut self) {
        if self.slop > 0 && self.slots.len() > 1 {
            let mut each = vec![Vec::new(); self.slots.len()];
            for (slot, places) in self.slots.iter_mut().zip(&mut each) {
                slot.places(places);
            }
            self.places.clear();
            for block in self.segment.blocks_of(self.document) {
                let inside = |places: &Vec<Place>| {
                    self.segment.inside(self.document, block, places).to_vec()
                };
                let each: Vec<Vec<Place>> = each.iter().map(inside).collect();
                self.places.extend(sloppy(&each, self.slop));
            }
            return;
        }
        let mut places = Vec::new();
        for (at, slot) in self.slots.iter_mut().enumerate() {
            if at == 0 {
                slot.places(&mut self.places);
            } else {
                slot.places(&mut places);
                self.places = continued(&self.places, &places);
            }
            if self.places.is_empty() {
                return;
            }
        }
    }
}

/// The rows that go on with a place right after their end.
fn continued(rows: &[Place], slot: &[Place]) -> Vec<Place> {
    let mut out = Vec::new();
    for &(start, end) in rows {
        let first = slot.partition_point(|place| place.0 < end);
        let follow = slot[first..].iter().take_while(|place| place.0 == end);
        out.extend(follow.map(|place| (start, place.1)));
    }
    out
}
