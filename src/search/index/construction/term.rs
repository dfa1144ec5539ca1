//! Which words share a stem? A table of the terms of a segment, each with its words in order.

use rustc_hash::FxHashMap;

use crate::order;
use crate::search::index::segment::bare;
use crate::search::term::term;
use crate::text::EnglishStemmer;

/// The words of each term.
pub struct Terms {
    /// The words, sorted by term, then by number.
    sorted: Vec<(Box<str>, u32)>,
    /// For each word, the first word of its term, and the distance to the next; 0 for the last.
    pub links: Vec<(u32, u32)>,
    /// For the first word of each term, where the term starts in `sorted`.
    starts: FxHashMap<u32, usize>,
}

impl Terms {
    /// Groups words by term; their keys must be sorted.
    pub fn new(keys: &[(String, u32)]) -> Self {
        let stemmer = EnglishStemmer::new();
        let mut sorted: Vec<(Box<str>, u32)> = keys
            .iter()
            .zip(0..)
            .map(|((key, _), id)| (term(bare(key), &stemmer).into(), id))
            .collect();
        order::sort(&mut sorted);
        let mut links = vec![(0, 0); keys.len()];
        let mut starts = FxHashMap::default();
        let mut start = 0;
        for same in sorted.chunk_by(|a, b| a.0 == b.0) {
            starts.insert(same[0].1, start);
            start += same.len();
            for (at, (_, id)) in same.iter().enumerate() {
                let next = same.get(at + 1).map_or(0, |next| next.1 - id);
                links[*id as usize] = (same[0].1, next);
            }
        }
        Self {
            sorted,
            links,
            starts,
        }
    }

    /// The words of a term, by its first word.
    pub fn members(&self, first: u32) -> impl Iterator<Item = u32> {
        let start = self
            .starts
            .get(&first)
            .copied()
            .unwrap_or(self.sorted.len());
        let term = self.sorted.get(start).map(|s| &s.0);
        self.sorted[start..]
            .iter()
            .take_while(move |s| Some(&s.0) == term)
            .map(|s| s.1)
    }

    /// The terms that equal the key of none of their words, with the first word of each.
    pub fn apart(&self, keys: &[(String, u32)]) -> Vec<(&str, u32)> {
        let terms = self.sorted.chunk_by(|a, b| a.0 == b.0);
        let is_apart = |same: &&[(Box<str>, u32)]| {
            let same_word = |id: u32| *keys[id as usize].0 == *same[0].0;
            !same.iter().any(|s| same_word(s.1))
        };
        terms
            .filter(is_apart)
            .map(|same| (&*same[0].0, same[0].1))
            .collect()
    }
}
