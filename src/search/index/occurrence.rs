//! Where was each word met? Occurrences sorted by word and field.

use super::builder::FIELDS;

/// An occurrence: word and field, document, position.
pub(super) struct Met {
    /// The word's number times [`FIELDS`], and the field.
    pub list: u32,
    pub document: u32,
    pub position: u32,
}

/// Occurrences sorted by word, field, document and position.
pub(super) struct Occurrences {
    met: Vec<(u32, u32)>,
    /// For each word and field its first occurrence, and one more at the end.
    starts: Vec<u32>,
}

impl Occurrences {
    /// Sorts by counting: occurrences of a word and field stay in the order they were met.
    pub(super) fn new(met: Vec<Met>, keys: &[(String, u32)]) -> Self {
        let mut place = vec![0u32; keys.len()];
        for (at, (_, provisional)) in (0..).zip(keys) {
            place[*provisional as usize] = at;
        }
        let list = |m: &Met| {
            let (word, field) = (m.list as usize / FIELDS, m.list as usize % FIELDS);
            place[word] as usize * FIELDS + field
        };
        let mut starts = vec![0u32; keys.len() * FIELDS + 1];
        for m in &met {
            starts[list(m) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut sorted = vec![(0, 0); met.len()];
        for m in &met {
            let at = &mut next[list(m)];
            sorted[*at as usize] = (m.document, m.position);
            *at += 1;
        }
        Self {
            met: sorted,
            starts,
        }
    }

    pub(super) fn of(&self, list: usize) -> &[(u32, u32)] {
        &self.met[self.starts[list] as usize..self.starts[list + 1] as usize]
    }

    /// How often a word stands anywhere.
    pub(super) fn count(&self, word: usize) -> u32 {
        self.starts[(word + 1) * FIELDS] - self.starts[word * FIELDS]
    }

    /// In how many documents some words stand; `seen` holds for each document who saw it last.
    pub(super) fn documents(&self, words: impl Iterator<Item = u32>, seen: &mut [u32]) -> u32 {
        let mut count = 0;
        let mut by = None;
        for word in words {
            let by = *by.get_or_insert(word);
            let (start, end) = (word as usize * FIELDS, (word as usize + 1) * FIELDS);
            for (document, _) in &self.met[self.starts[start] as usize..self.starts[end] as usize] {
                let last = &mut seen[*document as usize];
                count += u32::from(*last != by);
                *last = by;
            }
        }
        count
    }
}
