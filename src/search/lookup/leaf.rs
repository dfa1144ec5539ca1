//! Which words of a segment does a word or phrase of a query mean? A leaf of the query in terms of a segment.

use super::choice::Choice;
use super::places::{Places, Row};
use super::union::Union;
use crate::order;
use crate::search::index::{Segment, WordId};
use crate::search::query::QueryText;
use crate::search::schema::{FieldSet, Frequency};
use crate::search::term::Glue;

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
    fields: FieldSet,
    /// How far its words may stand from their order in all, in tokens; see [`sloppy`].
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
            fields: FieldSet::ALL,
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
    pub fn within(&self, fields: FieldSet) -> FieldSet {
        self.fields.and(fields)
    }

    /// Whether it stands nowhere because the segment lacks one of its words.
    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }

    /// Where it stands in each document from `from` on, as far as the fields count.
    pub fn places<'a>(&self, segment: &'a Segment, fields: FieldSet, from: u32) -> Places<'a> {
        let fields = self.within(fields);
        let each = |_, _| Frequency::default();
        let union = |words: &[(WordId, f32)]| Union::new(words, segment, fields, from, each);
        let slot = |slot: &Slot| union(&slot.iter().map(|&id| (id, 1.0)).collect::<Vec<_>>());
        let rows = match &self.words {
            Some(words) => vec![Row::new(segment, vec![union(words)], 0, 1.0)],
            None => {
                let row = |r: &Reading| {
                    let slots = r.slots.iter().map(slot).collect();
                    Row::new(segment, slots, self.slop, r.weight)
                };
                self.readings.iter().map(row).collect()
            }
        };
        Places::new(rows)
    }
}
