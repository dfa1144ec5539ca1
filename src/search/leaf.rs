//! Where does a word or phrase of a query stand? Its words in the lexicon, its blocks, its places.

use std::collections::VecDeque;

use super::lexicon::{Lexicon, WordId};
use super::posting::Postings;
use super::query::{QueryText, QueryWord};
use super::term::{Glue, is_capital_key, term};
use crate::text::{EnglishStemmer, spelling_key};

/// How many readings of the hyphens of a phrase are tried.
const MAX_READINGS: usize = 16;

/// Lists of more words than this are counted, not merged.
const MANY: usize = 16;

/// A word or phrase of a query in terms of the lexicon.
///
/// It stands wherever one of its readings does; a reading is a row of slots, a slot the words
/// that may fill it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Leaf {
    readings: Vec<Vec<Vec<WordId>>>,
}

/// A block that holds a leaf, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The block.
    pub block: u32,
    /// The number of places.
    pub frequency: u32,
}

/// A match inside a block: half-open range of units.
pub type Place = (u32, u32);

impl Leaf {
    /// The leaf of a query's text; empty when the corpus lacks one of its words.
    pub fn new(text: &QueryText, lexicon: &Lexicon, stemmer: &EnglishStemmer) -> Self {
        let mut readings: Vec<Vec<Vec<WordId>>> = vec![Vec::new()];
        for chain in text.words.chunk_by(|_, next| next.glue == Glue::Hyphen) {
            let slots: Vec<_> = chain
                .iter()
                .map(|w| words(w, text.exact, lexicon, stemmer))
                .collect();
            let joined =
                (chain.len() > 1).then(|| words(&join(chain), text.exact, lexicon, stemmer));
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
        Self { readings }
    }

    /// The words that fill its only slot, if it has no other reading.
    pub fn only_words(&self) -> &[WordId] {
        match self.readings.as_slice() {
            [slots] if slots.len() == 1 => &slots[0],
            _ => &[],
        }
    }

    /// Whether it stands nowhere because the corpus lacks one of its words.
    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }

    /// The blocks that hold it, ascending.
    pub fn entries(&self, postings: &Postings) -> Vec<Entry> {
        let lists = self.readings.iter().map(|slots| match slots.as_slice() {
            [words] => entries_of_words(words, postings),
            _ => entries_of_phrase(slots, postings),
        });
        merged(lists.collect())
    }

    /// Where it stands in a block, in order of start, then end; readings may overlap.
    pub fn places(&self, block: u32, postings: &Postings) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        for slots in &self.readings {
            places.extend(places_of(slots, block, postings));
        }
        if self.readings.len() > 1 {
            places.sort_unstable();
            places.dedup();
        }
        places
    }
}

/// The words that may fill the slot of a typed word.
fn words(
    word: &QueryWord,
    exact: bool,
    lexicon: &Lexicon,
    stemmer: &EnglishStemmer,
) -> Vec<WordId> {
    if word.prefix {
        let small = word.key.to_lowercase();
        let capitals = lexicon
            .range(&word.key.to_ascii_uppercase())
            .filter(|_| word.key.len() < 3);
        return capitals.chain(lexicon.range(&small)).collect();
    }
    let mut words = same_words(&word.key, exact, lexicon, stemmer);
    if words.is_empty() && is_capital_key(&word.key) && !matches!(&*word.key, "US" | "IT" | "WHO") {
        words = same_words(&word.key.to_ascii_lowercase(), exact, lexicon, stemmer);
    }
    if !word.typed.contains(char::is_uppercase) {
        words.extend(lexicon.capital(&word.key));
    }
    words
}

/// The words of a key's term, or only those that differ from it in spelling.
fn same_words(key: &str, exact: bool, lexicon: &Lexicon, stemmer: &EnglishStemmer) -> Vec<WordId> {
    let spelling = spelling_key(key);
    let same =
        |id: &&WordId| !exact || spelling_key(&lexicon.words()[**id as usize].key) == spelling;
    lexicon
        .members(&term(key, stemmer))
        .iter()
        .filter(same)
        .copied()
        .collect()
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

/// The blocks that hold any of some words, ascending.
pub fn entries_of_words(words: &[WordId], postings: &Postings) -> Vec<Entry> {
    if words.len() > MANY {
        return entries_of_many(words, postings);
    }
    let of_word = |&word: &WordId| {
        let list = postings.list(word);
        let entry = |(at, &block)| Entry {
            block,
            frequency: list.frequency(at),
        };
        list.blocks.iter().enumerate().map(entry).collect()
    };
    merged(words.iter().map(of_word).collect())
}

/// The same by counting in a table of all blocks, for prefixes that open many words.
fn entries_of_many(words: &[WordId], postings: &Postings) -> Vec<Entry> {
    let lists: Vec<_> = words.iter().map(|&word| postings.list(word)).collect();
    let last = lists.iter().filter_map(|list| list.blocks.last()).max();
    let mut counts = vec![0u32; last.map_or(0, |&block| block as usize + 1)];
    for list in lists {
        for (at, &block) in list.blocks.iter().enumerate() {
            counts[block as usize] += list.frequency(at);
        }
    }
    let entry = |(block, frequency)| Entry { block, frequency };
    (0..)
        .zip(counts)
        .map(entry)
        .filter(|e| e.frequency > 0)
        .collect()
}

/// Sorted lists of entries as one; frequencies of a block add up.
fn merged(lists: Vec<Vec<Entry>>) -> Vec<Entry> {
    let mut queue: VecDeque<Vec<Entry>> = lists.into();
    while queue.len() > 1 {
        let (Some(a), Some(b)) = (queue.pop_front(), queue.pop_front()) else {
            break;
        };
        queue.push_back(merged_pair(&a, &b));
    }
    queue.pop_front().unwrap_or_default()
}

fn merged_pair(a: &[Entry], b: &[Entry]) -> Vec<Entry> {
    let mut out = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        match a[i].block.cmp(&b[j].block) {
            std::cmp::Ordering::Less => {
                out.push(a[i]);
                i += 1;
            }
            std::cmp::Ordering::Greater => {
                out.push(b[j]);
                j += 1;
            }
            std::cmp::Ordering::Equal => {
                out.push(Entry {
                    block: a[i].block,
                    frequency: a[i].frequency + b[j].frequency,
                });
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    out.extend_from_slice(&a[i..]);
    out.extend_from_slice(&b[j..]);
    out
}

/// The blocks that hold every slot, checked for the row.
fn entries_of_phrase(slots: &[Vec<WordId>], postings: &Postings) -> Vec<Entry> {
    let mut lists: Vec<Vec<Entry>> = slots
        .iter()
        .map(|words| entries_of_words(words, postings))
        .collect();
    lists.sort_by_key(Vec::len);
    let mut blocks: Vec<u32> = lists[0].iter().map(|e| e.block).collect();
    for list in &lists[1..] {
        blocks.retain(|block| list.binary_search_by_key(block, |e| e.block).is_ok());
    }
    let entry = |block| {
        let frequency = places_of(slots, block, postings).len() as u32;
        (frequency > 0).then_some(Entry { block, frequency })
    };
    blocks.into_iter().filter_map(entry).collect()
}

/// Where a reading stands in a block, ascending.
fn places_of(slots: &[Vec<WordId>], block: u32, postings: &Postings) -> Vec<Place> {
    let mut rows: Vec<Place> = Vec::new();
    for (at, words) in slots.iter().enumerate() {
        let mut slot: Vec<Place> = Vec::new();
        for &word in words {
            slot.extend(
                postings
                    .list(word)
                    .places_in(block)
                    .iter()
                    .map(|p| (p.start(), p.end())),
            );
        }
        if words.len() > 1 {
            slot.sort_unstable();
        }
        rows = if at == 0 {
            slot
        } else {
            continued(&rows, &slot)
        };
        if rows.is_empty() {
            break;
        }
    }
    rows
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
