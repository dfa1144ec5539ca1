//! Which words of a segment does a word or phrase of a query match? A leaf of the query, resolved
//! for one segment.

use super::choice::Choice;
use super::places::{Places, Row};
use super::union::Union;
use crate::order;
use crate::search::index::{Segment, WordId};
use crate::search::query::QueryText;
use crate::search::schema::{FieldSet, Frequency};
use crate::search::term::Glue;

/// The maximum number of alternatives that the hyphens of a phrase may produce.
const MAX_READINGS: usize = 16;

/// The weight of another form of a word, relative to the typed one.
const OTHER_FORM: f32 = 0.7;

/// The words that may fill a slot of a phrase, ascending.
pub type Slot = Vec<WordId>;

/// A word or phrase of a query, resolved for one segment.
///
/// It occurs wherever one of its alternatives does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Leaf {
    alternatives: Vec<Alternative>,
    /// The fields in which it may occur.
    fields: FieldSet,
    /// The slop, in tokens; see [`super::slop::sloppy`].
    slop: u32,
    /// All its words with their weights, if every alternative is a single word.
    words: Option<Vec<(WordId, f32)>>,
}

/// A sequence of slots that a leaf matches.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// The words for each slot; the slots are adjacent.
    pub slots: Vec<Slot>,
    /// The weight of an occurrence; 1 for the typed words, less for another name.
    pub weight: f32,
}

impl Leaf {
    /// The leaf of a text; empty if the segment lacks one of its words.
    pub fn new(text: &QueryText, choice: &Choice) -> Self {
        let mut alternatives: Vec<Vec<Slot>> = vec![Vec::new()];
        for chain in text.words.chunk_by(|_, next| next.glue == Glue::Hyphen) {
            let slots: Vec<_> = chain.iter().map(|w| choice.words(w, text.exact)).collect();
            let joined = (chain.len() > 1).then(|| choice.joined(chain, text.exact));
            let mut longer: Vec<_> = alternatives
                .iter()
                .map(|r| [r.as_slice(), &slots].concat())
                .collect();
            if let Some(joined) = joined.filter(|words| !words.is_empty()) {
                longer.extend(
                    alternatives
                        .iter()
                        .map(|r| [r.as_slice(), std::slice::from_ref(&joined)].concat()),
                );
            }
            longer.truncate(MAX_READINGS);
            alternatives = longer;
        }
        alternatives.retain(|slots| slots.iter().all(|words| !words.is_empty()));
        let alternative = |slots| Alternative { slots, weight: 1.0 };
        let leaf = Self::of(
            alternatives.into_iter().map(alternative).collect(),
            text.slop,
        );
        let fields = text.fields;
        Self { fields, ..leaf }.favouring(text, choice)
    }

    /// Lowers the weight of the other forms if a single word was typed.
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

    fn of(alternatives: Vec<Alternative>, slop: u32) -> Self {
        let single = alternatives
            .iter()
            .all(|alternative| alternative.slots.len() == 1);
        let words = single.then(|| {
            let weighed = |r: &Alternative| {
                r.slots
                    .concat()
                    .into_iter()
                    .map(move |id| (id, r.weight))
                    .collect::<Vec<_>>()
            };
            let mut words: Vec<(WordId, f32)> = alternatives.iter().flat_map(weighed).collect();
            order::sort_by(&mut words, |a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
            words.dedup_by_key(|word| word.0);
            words
        });
        Self {
            alternatives,
            fields: FieldSet::ALL,
            slop,
            words,
        }
    }

    /// The same leaf with additional alternatives.
    pub fn or(self, others: &[Alternative]) -> Self {
        let leaf = Self::of([self.alternatives.as_slice(), others].concat(), self.slop);
        Self {
            fields: self.fields,
            ..leaf
        }
    }

    /// Its alternative alternatives.
    pub fn alternatives(&self) -> &[Alternative] {
        &self.alternatives
    }

    /// Its words with their weights; `None` for a phrase.
    pub fn words(&self) -> Option<&[(WordId, f32)]> {
        self.words.as_deref()
    }

    /// Those of some fields in which it may occur.
    pub fn within(&self, fields: FieldSet) -> FieldSet {
        self.fields.and(fields)
    }

    /// Whether it occurs nowhere because the segment lacks one of its words.
    pub fn is_empty(&self) -> bool {
        self.alternatives.is_empty()
    }

    /// Its places in each document from `from` on, within some fields.
    pub fn places<'a>(&self, segment: &'a Segment, fields: FieldSet, from: u32) -> Places<'a> {
        let fields = self.within(fields);
        let each = |_, _| Frequency::default();
        let union = |words: &[(WordId, f32)]| Union::new(words, segment, fields, from, each);
        let slot = |slot: &Slot| union(&slot.iter().map(|&id| (id, 1.0)).collect::<Vec<_>>());
        let rows = match &self.words {
            Some(words) => vec![Row::new(segment, vec![union(words)], 0, 1.0)],
            None => {
                let row = |r: &Alternative| {
                    let slots = r.slots.iter().map(slot).collect();
                    Row::new(segment, slots, self.slop, r.weight)
                };
                self.alternatives.iter().map(row).collect()
            }
        };
        Places::new(rows)
    }
}
