//! How is a word written, and how often? An accumulator over segments: the most frequent written
//! form is known only after all segments are added.

use std::collections::BTreeMap;

use crate::order;

/// The written forms of a word, each with its frequency.
#[derive(Debug, Clone, Default)]
pub struct Looks(BTreeMap<String, u32>);

impl Looks {
    /// Adds the forms of a word in a segment.
    pub fn add(&mut self, looks: Vec<(String, u32)>) {
        for (look, count) in looks {
            *self.0.entry(look).or_default() += count;
        }
    }

    /// By descending frequency, then alphabetically.
    pub fn sorted(self) -> Vec<(String, u32)> {
        let mut looks: Vec<_> = self.0.into_iter().collect();
        order::sort_by_key(&mut looks, |(_, count)| std::cmp::Reverse(*count));
        looks
    }

    /// The most frequent form, the alphabetically first among equals; `None` without any.
    pub fn best(self) -> Option<String> {
        self.sorted().into_iter().next().map(|(look, _)| look)
    }
}
