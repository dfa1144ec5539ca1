//! Where does a word or phrase of a query stand? Its words in the lexicon, its blocks, its places.

use std::collections::VecDeque;

use super::choice::Choice;
use super::lexicon::WordId;
use super::posting::Postings;
use super::query::QueryText;
use super::slop::sloppy;
use super::term::Glue;

/// How many readings of the hyphens of a phrase are tried.
const MAX_READINGS: usize = 16;

/// Lists of more words than this are counted, not merged.
const MANY: usize = 16;

/// A word or phrase of a query in terms of the lexicon.
///
/// It stands wherever one of its readings does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Leaf {
    /// In how many ways it may stand there; none when the corpus lacks one of its words.
    pub readings: Vec<Reading>,
    /// How far its words may stand from their order in all, in units; see [`sloppy`].
    pub slop: u32,
}

/// A row of words that a leaf may stand as.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// For each slot, the words that may fill it, sorted; one slot right behind the other.
    pub slots: Vec<Vec<WordId>>,
    /// How much a place of it counts; 1 for the words as typed, less for another name.
    pub weight: f32,
}

/// A block that holds a leaf, and how often.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// The block.
    pub block: u32,
    /// The number of places, each by the weight of its reading.
    pub frequency: f32,
}

/// A match inside a block: half-open range of units.
pub type Place = (u32, u32);

impl Leaf {
    /// The leaf of a query's text; empty when the corpus lacks one of its words.
    pub fn new(text: &QueryText, choice: &Choice) -> Self {
        let mut readings: Vec<Vec<Vec<WordId>>> = vec![Vec::new()];
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
        Self {
            readings: readings.into_iter().map(reading).collect(),
            slop: text.slop,
        }
    }

    /// The words that fill its only slot, if it has no other reading.
    pub fn only_words(&self) -> &[WordId] {
        match self.readings.as_slice() {
            [reading] if reading.slots.len() == 1 => &reading.slots[0],
            _ => &[],
        }
    }

    /// Whether it stands nowhere because the corpus lacks one of its words.
    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }

    /// The blocks that hold it, ascending.
    pub fn entries(&self, postings: &Postings) -> Vec<Entry> {
        let lists = self.readings.iter().map(|reading| {
            let mut entries = match reading.slots.as_slice() {
                [words] => entries_of_words(words, postings),
                slots => entries_of_phrase(slots, self.slop, postings),
            };
            for entry in &mut entries {
                entry.frequency *= reading.weight;
            }
            entries
        });
        merged(lists.collect())
    }

    /// Where it stands in a block, in order of start, then end; readings may overlap.
    pub fn places(&self, block: u32, postings: &Postings) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        for reading in &self.readings {
            places.extend(places_of(&reading.slots, self.slop, block, postings));
        }
        if self.readings.len() > 1 {
            places.sort_unstable();
            places.dedup();
        }
        places
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
            frequency: list.frequency(at) as f32,
        };
        list.blocks.iter().enumerate().map(entry).collect()
    };
    merged(words.iter().map(of_word).collect())
}

/// The same by counting in a table of all blocks, for prefixes that open many words.
fn entries_of_many(words: &[WordId], postings: &Postings) -> Vec<Entry> {
    let lists: Vec<_> = words.iter().map(|&word| postings.list(word)).collect();
    let last = lists.iter().filter_map(|list| list.blocks.last()).max();
    let mut counts = vec![0.0; last.map_or(0, |&block| block as usize + 1)];
    for list in lists {
        for (at, &block) in list.blocks.iter().enumerate() {
            counts[block as usize] += list.frequency(at) as f32;
        }
    }
    let entry = |(block, frequency)| Entry { block, frequency };
    (0..)
        .zip(counts)
        .map(entry)
        .filter(|e| e.frequency > 0.0)
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
fn entries_of_phrase(slots: &[Vec<WordId>], slop: u32, postings: &Postings) -> Vec<Entry> {
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
        let frequency = places_of(slots, slop, block, postings).len() as f32;
        (frequency > 0.0).then_some(Entry { block, frequency })
    };
    blocks.into_iter().filter_map(entry).collect()
}

/// Where a reading stands in a block, ascending.
fn places_of(slots: &[Vec<WordId>], slop: u32, block: u32, postings: &Postings) -> Vec<Place> {
    let slots = slots
        .iter()
        .map(|words| places_of_words(words, block, postings));
    if slop > 0 && slots.len() > 1 {
        return sloppy(&slots.collect::<Vec<_>>(), slop);
    }
    let mut rows: Option<Vec<Place>> = None;
    for slot in slots {
        rows = Some(match rows {
            None => slot,
            Some(rows) if rows.is_empty() => return rows,
            Some(rows) => continued(&rows, &slot),
        });
    }
    rows.unwrap_or_default()
}

/// Where any of some words stands in a block, ascending.
fn places_of_words(words: &[WordId], block: u32, postings: &Postings) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for &word in words {
        let held = postings.list(word).places_in(block).iter();
        places.extend(held.map(|p| (p.start(), p.end())));
    }
    if words.len() > 1 {
        places.sort_unstable();
    }
    places
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
