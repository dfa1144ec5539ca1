//! Which words of a segment does a word or phrase of a query mean, and where do they stand?

use super::index::posting::END;
use super::index::{Segment, WordId};
use super::query::{QueryText, QueryWord};
use super::stream::{Fields, Place, Union};
use super::term::{Glue, is_capital_key, term};
use crate::text::{EnglishStemmer, spelling_key};

/// How many readings of the hyphens of a phrase are tried.
const MAX_READINGS: usize = 16;

/// The words that may fill a place of a phrase, ascending.
pub type Slot = Vec<WordId>;

/// A word or phrase of a query in terms of a segment.
///
/// It stands wherever one of its readings does; a reading is a row of slots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Leaf {
    readings: Vec<Vec<Slot>>,
    /// All its words, when each reading is a single one.
    slot: Option<Slot>,
}

impl Leaf {
    /// The leaf of a query's text; empty when the segment lacks one of its words.
    pub fn new(text: &QueryText, segment: &Segment, stemmer: &EnglishStemmer) -> Self {
        let mut readings: Vec<Vec<Slot>> = vec![Vec::new()];
        for chain in text.words.chunk_by(|_, next| next.glue == Glue::Hyphen) {
            let slots: Vec<_> = chain
                .iter()
                .map(|w| words(w, text.exact, segment, stemmer))
                .collect();
            let joined =
                (chain.len() > 1).then(|| words(&join(chain), text.exact, segment, stemmer));
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
        Self::of(readings)
    }

    /// The leaf of any of some words.
    pub fn of_words(words: Slot) -> Self {
        Self::of(if words.is_empty() {
            Vec::new()
        } else {
            vec![vec![words]]
        })
    }

    fn of(readings: Vec<Vec<Slot>>) -> Self {
        let single = readings.iter().all(|slots| slots.len() == 1);
        let slot = single.then(|| {
            let mut words = readings.concat().concat();
            words.sort_unstable();
            words.dedup();
            words
        });
        Self { readings, slot }
    }

    /// Its words, when it is no phrase; none for a phrase.
    pub fn slot(&self) -> Option<&Slot> {
        self.slot.as_ref()
    }

    /// Whether it stands nowhere because the segment lacks one of its words.
    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }

    /// Where it stands in each document from `from` on, as far as the fields count.
    pub fn places<'a>(&self, segment: &'a Segment, fields: Fields, from: u32) -> Places<'a> {
        let union = |slot: &Slot| Union::new(slot, segment, fields, from, |_| 1.0);
        let row = |slots: &Vec<Slot>| Row::new(slots.iter().map(union).collect());
        let mut places = Places {
            rows: match &self.slot {
                Some(slot) => vec![Row::new(vec![union(slot)])],
                None => self.readings.iter().map(row).collect(),
            },
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
    slots: Vec<Union<'a>>,
    document: u32,
    places: Vec<Place>,
}

impl<'a> Row<'a> {
    fn new(slots: Vec<Union<'a>>) -> Self {
        let mut row = Self {
            slots,
            document: 0,
            places: Vec::new(),
        };
        row.seek(0);
        row
    }

    /// Goes to the first document from `target` on that holds all slots side by side.
    fn seek(&mut self, target: u32) {
        let mut target = target;
        let mut slot_places = Vec::new();
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
            for (at, slot) in self.slots.iter_mut().enumerate() {
                if at == 0 {
                    slot.places(&mut self.places);
                } else {
                    slot.places(&mut slot_places);
                    self.places = continued(&self.places, &slot_places);
                }
                if self.places.is_empty() {
                    break;
                }
            }
            if !self.places.is_empty() {
                return;
            }
            target = furthest + 1;
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

/// The words that may fill the slot of a typed word.
fn words(word: &QueryWord, exact: bool, segment: &Segment, stemmer: &EnglishStemmer) -> Slot {
    let mut words = if word.prefix {
        let capitals = (word.key.len() < 3).then(|| segment.range(&word.key.to_ascii_uppercase()));
        let mut words = capitals.unwrap_or_default();
        words.extend(segment.range(&word.key.to_lowercase()));
        words
    } else {
        let mut words = same_words(&word.key, exact, segment, stemmer);
        if words.is_empty()
            && is_capital_key(&word.key)
            && !matches!(&*word.key, "US" | "IT" | "WHO")
        {
            words = same_words(&word.key.to_ascii_lowercase(), exact, segment, stemmer);
        }
        if !word.typed.contains(char::is_uppercase) {
            words.extend(capital(&word.key).and_then(|key| segment.find(&key)));
        }
        words
    };
    words.sort_unstable();
    words.dedup();
    words
}

/// The words of a key's term, or only those that differ from it in spelling.
fn same_words(key: &str, exact: bool, segment: &Segment, stemmer: &EnglishStemmer) -> Slot {
    let Some(first) = segment.term(&term(key, stemmer)) else {
        return Vec::new();
    };
    let members = segment.members(first).map(|word| word.id);
    if !exact {
        return members.collect();
    }
    let spelling = spelling_key(key);
    let same = |id: &WordId| {
        segment
            .key(*id)
            .is_some_and(|key| spelling_key(super::index::bare(&key)) == spelling)
    };
    members.filter(same).collect()
}

/// The acronym in capitals that a key in small letters also means ("un" → "UN"); never for the keys
/// that are words of their own ("us").
fn capital(key: &str) -> Option<String> {
    let is_word = is_capital_key(key) || key.len() != 2 || matches!(key, "us" | "it");
    (!is_word).then(|| key.to_ascii_uppercase())
}

/// A chain of words joined by hyphens, read as one word.
fn join(chain: &[QueryWord]) -> QueryWord {
    QueryWord {
        typed: chain.iter().map(|w| w.typed.as_str()).collect(),
        key: chain.iter().map(|w| w.key.to_lowercase()).collect(),
        glue: chain[0].glue,
        prefix: chain.iter().any(|w| w.prefix),
    }
}
