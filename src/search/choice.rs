//! Which words of the lexicon does a typed word mean? Its forms, its spellings, its endings.

use super::fuzzy::within;
use super::lexicon::{Lexicon, WordId};
use super::query::QueryWord;
use super::term::{is_capital_key, term};
use crate::text::{EnglishStemmer, spelling_key};

/// Chooses words of a lexicon.
pub struct Choice<'a> {
    /// The words to choose from.
    pub lexicon: &'a Lexicon,
    /// Made once for all words of a query.
    pub stemmer: &'a EnglishStemmer,
}

impl Choice<'_> {
    /// The words that may stand for a typed one, sorted; `exact` when its form is meant as typed.
    pub fn words(&self, word: &QueryWord, exact: bool) -> Vec<WordId> {
        let mut words = if word.prefix {
            self.opened(&word.key)
        } else if word.edits > 0 {
            within(&word.key, word.edits, self.lexicon)
        } else {
            self.forms(word, exact)
        };
        words.sort_unstable();
        words.dedup();
        words
    }

    /// The same for a chain of words joined by hyphens, read as one word.
    pub fn joined(&self, chain: &[QueryWord], exact: bool) -> Vec<WordId> {
        let joined = QueryWord {
            typed: chain.iter().map(|w| w.typed.as_str()).collect(),
            key: chain.iter().map(|w| w.key.to_lowercase()).collect(),
            glue: chain[0].glue,
            prefix: chain.iter().any(|w| w.prefix),
            edits: chain[0].edits,
        };
        self.words(&joined, exact)
    }

    /// The words that start with a key; acronyms in capitals too where it is short.
    fn opened(&self, key: &str) -> Vec<WordId> {
        let capitals = self.lexicon.range(&key.to_ascii_uppercase());
        let small = self.lexicon.range(&key.to_lowercase());
        capitals.filter(|_| key.len() < 3).chain(small).collect()
    }

    /// The forms of a word; in small letters it also means the acronym, in capitals the word where
    /// the corpus lacks the acronym.
    fn forms(&self, word: &QueryWord, exact: bool) -> Vec<WordId> {
        let mut words = self.same(&word.key, exact);
        if words.is_empty()
            && is_capital_key(&word.key)
            && !matches!(&*word.key, "US" | "IT" | "WHO")
        {
            words = self.same(&word.key.to_ascii_lowercase(), exact);
        }
        if !word.typed.contains(char::is_uppercase) {
            words.extend(self.lexicon.capital(&word.key));
        }
        words
    }

    /// The words of a key's term, or only those that differ from it in spelling.
    fn same(&self, key: &str, exact: bool) -> Vec<WordId> {
        let words = self.lexicon.words();
        let spelling = spelling_key(key);
        let is_same = |id: &&WordId| !exact || spelling_key(&words[**id as usize].key) == spelling;
        let members = self.lexicon.members(&term(key, self.stemmer));
        members.iter().filter(is_same).copied().collect()
    }
}
