//! How does a text of the query match in each segment? Pure functions that resolve it to leaves,
//! and statistics of these.

use std::collections::BTreeMap;

use super::choice::Choice;
use super::leaf::Leaf;
use crate::order;
use crate::search::index::{END, Index, Looks, bare};
use crate::search::query::QueryText;
use crate::search::schema::FieldSet;
use crate::text::EnglishStemmer;

/// Resolves a text of the query in each segment.
pub fn leaves(text: &QueryText, index: &Index) -> Vec<Leaf> {
    let stemmer = &EnglishStemmer::new();
    let choice = |segment| Choice {
        index,
        segment,
        stemmer,
    };
    let segments = index.segments();
    segments
        .map(|segment| Leaf::new(text, &choice(segment)))
        .collect()
}

/// Whether a word or phrase occurs in a present document.
pub fn stands(leaves: &[Leaf], index: &Index) -> bool {
    index.live.iter().zip(leaves).any(|(live, leaf)| {
        if leaf.words().is_some() && live.is_whole {
            return !leaf.is_empty();
        }
        let mut places = leaf.places(&live.segment, FieldSet::ALL, 0);
        while places.document() != END && live.document(places.document()).is_none() {
            places.advance();
        }
        places.document() != END
    })
}

impl Index {
    /// The words of a leaf in all segments, in their most frequent written form, without other
    /// names; the most frequent words first, then by key.
    pub(in crate::search) fn words_of(&self, leaves: &[Leaf]) -> Vec<String> {
        let mut words: BTreeMap<String, (u32, Looks)> = BTreeMap::new();
        for (segment, leaf) in self.segments().zip(leaves) {
            let typed = leaf
                .alternatives()
                .iter()
                .filter(|reading| reading.weight >= 1.0);
            let mut ids: Vec<_> = typed.flat_map(|reading| reading.slots.concat()).collect();
            ids.sort_unstable();
            ids.dedup();
            for word in ids.into_iter().filter_map(|id| segment.word(id)) {
                let key = segment.key(word.id).unwrap_or_default();
                let (count, looks) = words.entry(bare(&key).to_owned()).or_default();
                *count += word.count;
                looks.add(segment.looks(&word));
            }
        }
        let mut words: Vec<_> = words.into_iter().collect();
        order::sort_by_key(&mut words, |(_, (count, _))| std::cmp::Reverse(*count));
        let look = |(key, (_, looks)): (String, (u32, Looks))| looks.best().unwrap_or(key);
        words.into_iter().map(look).collect()
    }
}
