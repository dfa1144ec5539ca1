//! What is the training data? Sentences: features and allowed labels of words, and a form in which
//! features are row numbers.

use rustc_hash::FxHashMap;

use crate::train::random::Random;

/// A sentence: the features of each word, and the labels it may have.
#[derive(Default, Clone)]
pub struct Sentence {
    /// The features of all words, one word after the other.
    pub features: Vec<u64>,
    /// The end of the features of each word.
    pub ends: Vec<u32>,
    /// The labels each word may have, one bit each.
    pub allowed: Vec<u32>,
    /// The weight of the sentence.
    pub weight: f32,
}

/// The features that occur at least `least` times, sorted.
pub(super) fn seen_often(sentences: &[Sentence], least: u32) -> Vec<u64> {
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for feature in sentences.iter().flat_map(|sentence| &sentence.features) {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut names: Vec<u64> = counts
        .into_iter()
        .filter(|(_, n)| *n >= least)
        .map(|(name, _)| name)
        .collect();
    names.sort_unstable();
    names
}

/// The features of a sentence as row numbers.
#[derive(Default)]
pub(super) struct Coded {
    pub rows: Vec<u32>,
    pub ends: Vec<u32>,
}

/// Sentences with their features as ordinals in `names`; other features are dropped.
pub(super) fn coded(sentences: &[Sentence], names: &[u64]) -> Vec<Coded> {
    let ids: FxHashMap<u64, u32> = names.iter().copied().zip(0..).collect();
    let code = |sentence: &Sentence| {
        let (mut coded, mut from) = (Coded::default(), 0);
        for &end in &sentence.ends {
            let features = &sentence.features[from..end as usize];
            coded
                .rows
                .extend(features.iter().filter_map(|feature| ids.get(feature)));
            coded.ends.push(coded.rows.len() as u32);
            from = end as usize;
        }
        coded
    };
    sentences.iter().map(code).collect()
}

impl Coded {
    /// Becomes a copy of `whole` in which a random share of the features is dropped.
    pub fn drop_from(&mut self, whole: &Coded, dropout: f32, random: &mut Random) {
        self.rows.clear();
        self.ends.clear();
        let mut from = 0;
        for &end in &whole.ends {
            let rows = &whole.rows[from..end as usize];
            self.rows
                .extend(rows.iter().filter(|_| random.unit() >= dropout));
            self.ends.push(self.rows.len() as u32);
            from = end as usize;
        }
    }
}
