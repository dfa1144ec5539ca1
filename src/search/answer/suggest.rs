//! What is a person about to type? A lookup of words of the corpus that complete a prefix, and of
//! phrases if words precede it.

use std::collections::BTreeMap;

use crate::order;
use crate::search::index::{END, Index, Looks};
use crate::search::lookup::leaves;
use crate::search::query::QueryText;
use crate::search::schema::FieldSet;
use crate::search::term::{index_tokens, key};
use crate::text::{is_stop_word, tokens};

/// The maximum number of words that are tried at the end of a phrase.
const TRIED: usize = 48;

impl Index {
    /// Completions of `prefix` with the number of their occurrences in the corpus: most frequent
    /// first, then alphabetically, at most `limit`. For a single word, these are the words that it
    /// begins; for several, the phrases of the earlier words as typed with completions of the last.
    /// Stop words complete nothing.
    pub fn suggest(&self, prefix: &str, limit: usize) -> Vec<(String, usize)> {
        let prefix = prefix.trim();
        let last = index_tokens(prefix, &tokens(prefix))
            .last()
            .map(|token| token.span);
        let Some(last) = last.filter(|last| last.end as usize == prefix.len()) else {
            return Vec::new();
        };
        let words = self.continued(last.slice(prefix));
        let before = prefix[..last.start as usize].trim_end();
        let mut found: Vec<(String, usize)> = if before.is_empty() {
            words
        } else {
            let phrases = words.into_iter().take(TRIED).map(|(word, _)| {
                let phrase = format!("{before} {word}");
                let count = self.occurrences(&phrase);
                (phrase, count)
            });
            phrases.filter(|(_, count)| *count > 0).collect()
        };
        order::sort_by_key(&mut found, |(_, count)| std::cmp::Reverse(*count));
        found.truncate(limit);
        found
    }

    /// The words that start with a typed one, most frequent first, then alphabetically.
    fn continued(&self, typed: &str) -> Vec<(String, usize)> {
        let prefix = key(typed).to_lowercase();
        if prefix.is_empty() {
            return Vec::new();
        }
        let capitals = (prefix.len() < 4).then(|| prefix.to_ascii_uppercase());
        let mut words: BTreeMap<String, (u32, Looks)> = BTreeMap::new();
        for segment in self.segments() {
            let starts = capitals.iter().chain([&prefix]);
            for id in starts.flat_map(|start| segment.range(start)) {
                let (Some(word), Some(key)) = (segment.word(id), segment.key(id)) else {
                    continue;
                };
                if word.width == 1 && !is_stop_word(&key) {
                    let (count, looks) = words.entry(key).or_default();
                    *count += word.count;
                    looks.add(segment.looks(&word));
                }
            }
        }
        let mut words: Vec<(String, usize)> = words
            .into_iter()
            .map(|(key, (count, looks))| (looks.best().unwrap_or(key), count as usize))
            .collect();
        order::sort_by_key(&mut words, |(_, count)| std::cmp::Reverse(*count));
        words
    }

    /// The number of occurrences of a phrase in present documents.
    fn occurrences(&self, phrase: &str) -> usize {
        let Some(text) = QueryText::new(phrase, 0, true) else {
            return 0;
        };
        let mut count = 0;
        for (live, leaf) in self.live.iter().zip(leaves(&text, self)) {
            let mut places = leaf.places(&live.segment, FieldSet::ALL, 0);
            while places.document() != END {
                if live.document(places.document()).is_some() {
                    count += places.current().len();
                }
                places.advance();
            }
        }
        count
    }
}
