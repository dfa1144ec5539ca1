//! How is a word written, and how often so? An accumulator over segments: only when all of them are added
//! up is it known how the corpus writes a word most often.

use std::collections::BTreeMap;

use crate::order;

/// The ways to write a word, each with how often it stands.
#[derive(Debug, Clone, Default)]
pub struct Looks(BTreeMap<String, u32>);

impl Looks {
    /// Adds what a segment, or a word of it, knows.
    pub fn add(&mut self, looks: Vec<(String, u32)>) {
        for (look, count) in looks {
            *self.0.entry(look).or_default() += count;
        }
    }

    /// Most often first, then by alphabet.
    pub fn sorted(self) -> Vec<(String, u32)> {
        let mut looks: Vec<_> = self.0.into_iter().collect();
        order::sort_by_key(&mut looks, |(_, count)| std::cmp::Reverse(*count));
        looks
    }

    /// The most frequent one, the first by alphabet among equals.
    pub fn best(self) -> Option<String> {
        self.sorted().into_iter().next().map(|(look, _)| look)
    }
}
