//! What does a segment know about a word? A view of its record, and the dictionary that finds words
//! by key, prefix or term.

use std::ops::Range;

use super::casing::Casing;
use super::layout::{Region, STRIDE, Segment};
use super::record::{JOINED, Lists, Look, LookIter, Record, capitalised};
use crate::search::index::code::take;

/// The ordinal of a word in its segment; words are sorted by key.
pub type WordId = u32;

/// What a segment knows about a word.
#[derive(Debug, Clone, Copy)]
pub struct Word<'a> {
    /// Its ordinal.
    pub id: WordId,
    /// The first word of its term.
    pub first: WordId,
    /// The next word of its term.
    pub next: Option<WordId>,
    /// The number of documents in which the words of its term occur; 0 except for the first word.
    pub documents: u32,
    /// The number of its occurrences in the segment.
    pub count: u32,
    /// Its casing in the running text of the segment.
    pub casing: Casing,
    /// The number of tokens it covers: more than 1 for a compound read as one word.
    pub width: u32,
    looks: LookIter<'a>,
    /// Its lists, by ascending field.
    pub lists: Lists<'a>,
}

impl Segment {
    /// The word with a key; `None` if it does not occur.
    pub fn find(&self, key: &str) -> Option<WordId> {
        self.keys()?.get(key.as_bytes())
    }

    /// The compounds that read as `key` when joined: "co-operation" for "cooperation".
    pub fn compounds(&self, key: &str) -> Range<WordId> {
        self.range(&format!("{key}{JOINED}"))
    }

    /// The first word of a term, whose words share a stem; `None` if it has none.
    pub fn term(&self, term: &str) -> Option<WordId> {
        match self.terms_apart()?.get(term.as_bytes()) {
            Some(number) => Some(self.number(Region::Terms, number)),
            None => Some(self.word(self.find(term)?)?.first),
        }
    }

    /// The words whose key starts with a prefix, in key order.
    pub fn range(&self, prefix: &str) -> Range<WordId> {
        self.keys()
            .map_or(0..0, |keys| keys.range(prefix.as_bytes()))
    }

    /// Reads a word; `None` if the number is out of range or the bytes are truncated.
    pub fn word(&self, id: WordId) -> Option<Word<'_>> {
        if id >= self.words {
            return None;
        }
        let start = self.number(Region::Starts, id / STRIDE as u32) as usize;
        let mut bytes = self.region(Region::Records).get(start..)?;
        for _ in 0..id % STRIDE as u32 {
            let length = take(&mut bytes);
            bytes = bytes.get(length as usize..)?;
        }
        take(&mut bytes);
        let record = Record::read(self, bytes)?;
        let [back, on] = record.links;
        Some(Word {
            id,
            first: id.checked_sub(back)?,
            next: (on > 0).then(|| id.saturating_add(on)),
            documents: record.documents,
            count: record.count,
            casing: record.casing,
            width: record.width,
            looks: record.looks,
            lists: record.lists,
        })
    }

    /// The words of a term, from `first` on.
    pub fn members(&self, first: WordId) -> impl Iterator<Item = Word<'_>> {
        std::iter::successors(self.word(first), |word| {
            word.next
                .filter(|&next| next > word.id)
                .and_then(|next| self.word(next))
        })
    }

    /// The key of a word.
    pub fn key(&self, id: WordId) -> Option<String> {
        String::from_utf8(self.keys()?.key(id)?).ok()
    }

    /// The written forms of a word with their frequencies, by descending frequency, then
    /// alphabetically; none for a compound.
    pub fn looks(&self, word: &Word) -> Vec<(String, u32)> {
        let key = self.key(word.id).unwrap_or_default();
        let written = |(look, count)| match look {
            Look::Key => (key.clone(), count),
            Look::Capitalised => (capitalised(&key), count),
            Look::Capitals => (key.to_ascii_uppercase(), count),
            Look::Other(look) => (String::from_utf8_lossy(look).into_owned(), count),
        };
        word.looks.map(written).collect()
    }
}
