//! What is learned from? Sentences: features and allowed labels of words, and the same with features as numbers of rows.

use rustc_hash::FxHashMap;

use crate::train::random::Random;

/// A sentence: for each word its features and the labels it may have.
#[derive(Default, Clone)]
pub struct Sentence {
    /// The features of all words, one word after the other.
    pub features: Vec<u64>,
    /// Where the features of each word end.
    pub ends: Vec<u32>,
    /// The labels each word may have, a bit each.
    pub allowed: Vec<u32>,
    /// How much the sentence counts.
    pub weight: f32,
}

/// The features that are seen at least so often, sorted.
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

/// A sentence's features as numbers of rows.
#[derive(Default)]
pub(super) struct Coded {
    pub rows: Vec<u32>,
    pub ends: Vec<u32>,
}

/// Sentences with their features as ordinals among `names`; others are left out.
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
    /// Becomes a sentence with a share of its features left out.
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
