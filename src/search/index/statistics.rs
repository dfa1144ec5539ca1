//! How often does the corpus use a word, and how does it write it? Sums over all segments.

use super::inverted::Index;
use crate::search::index::segment::{Casing, Looks, Segment, WordId};

impl Index {
    /// The number of documents in all segments, including removed ones.
    pub(in crate::search) fn number_of_documents(&self) -> u32 {
        self.segments().map(|segment| segment.documents).sum()
    }

    /// The number of blocks in all segments, including those of removed documents.
    pub(in crate::search) fn number_of_blocks(&self) -> u32 {
        self.segments().map(|segment| segment.blocks).sum()
    }

    /// How often the word with a key occurs in the corpus, including removed documents.
    pub(in crate::search) fn count(&self, key: &str) -> u32 {
        let count = |segment: &Segment| Some(segment.word(segment.find(key)?)?.count);
        self.segments().filter_map(count).sum()
    }

    /// The number of documents in which a term occurs; `firsts` holds its first word in each
    /// segment.
    pub(in crate::search) fn documents_of(&self, firsts: &[Option<WordId>]) -> u32 {
        let each = self.segments().zip(firsts);
        let documents = |(segment, first): (&Segment, &Option<WordId>)| {
            Some(segment.word((*first)?)?.documents)
        };
        each.filter_map(documents).sum()
    }

    /// Whether the corpus writes the word with a key as a name.
    pub(in crate::search) fn is_name(&self, key: &str) -> bool {
        let mut casing = Casing::default();
        for segment in self.segments() {
            if let Some(word) = segment.find(key).and_then(|id| segment.word(id)) {
                casing.add(word.casing);
            }
        }
        casing.is_name()
    }

    /// The most frequent written form of the word with a key; the key itself if there is none.
    pub(in crate::search) fn look(&self, key: &str) -> String {
        let mut looks = Looks::default();
        for segment in self.segments() {
            if let Some(word) = segment.find(key).and_then(|id| segment.word(id)) {
                looks.add(segment.looks(&word));
            }
        }
        looks.best().unwrap_or_else(|| key.to_owned())
    }
}
