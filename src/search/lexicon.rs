//! Which words does the corpus hold? Every key with its count, its usual look and its term.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::spell::Signature;
use super::term::{is_capital_key, key, term};
use crate::text::EnglishStemmer;
use crate::text::fold::without_possessive;

/// The ordinal of a word in the lexicon: words are sorted by key.
pub type WordId = u32;

/// The ordinal of a term in the lexicon, by alphabet.
pub type TermId = u32;

/// The words of a corpus, sorted by key.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    words: Vec<Word>,
    /// Terms, sorted, each with where its members start.
    terms: Vec<(Box<str>, u32)>,
    members: Vec<WordId>,
    /// For each word, what spares most comparisons with it.
    signatures: Vec<Signature>,
    /// For each word, its term.
    term_of: Vec<TermId>,
}

/// A word of the corpus.
#[derive(Debug, Clone)]
pub struct Word {
    /// Its folded form.
    pub key: Box<str>,
    /// Its most frequent look, without a possessive ending; the first by alphabet among equals.
    pub surface: Box<str>,
    /// How often it stands in the corpus.
    pub count: u32,
    /// Whether it only ever arose from a compound written with a hyphen ("co-operation").
    pub joined: bool,
}

/// Collects words in the order they are met and numbers them for good at the end.
#[derive(Debug, Default)]
pub struct LexiconBuilder<'a> {
    /// Looks seen so far: word, number of times.
    looks: HashMap<&'a str, usize>,
    seen: Vec<(&'a str, u32, u32)>,
    keys: HashMap<String, u32>,
    joined: Vec<bool>,
}

impl<'a> LexiconBuilder<'a> {
    /// The provisional number of a word as it stands in a text.
    pub fn word(&mut self, look: &'a str) -> u32 {
        if let Some(&at) = self.looks.get(look) {
            self.seen[at].2 += 1;
            return self.seen[at].1;
        }
        let word = self.number(key(look), false);
        self.looks.insert(look, self.seen.len());
        self.seen.push((look, word, 1));
        word
    }

    /// The provisional number of a compound read as one word ("co" + "operation").
    pub fn compound(&mut self, key: String) -> u32 {
        self.number(key, true)
    }

    fn number(&mut self, key: String, joined: bool) -> u32 {
        let next = self.joined.len() as u32;
        let word = *self.keys.entry(key).or_insert(next);
        if word == next {
            self.joined.push(joined);
        }
        self.joined[word as usize] &= joined;
        word
    }

    /// The lexicon, and for each provisional number the word's place in it.
    pub fn finish(self) -> (Lexicon, Vec<WordId>) {
        let mut keys: Vec<(String, u32)> = self.keys.into_iter().collect();
        keys.sort_unstable();
        let mut place = vec![0; keys.len()];
        for (at, (_, provisional)) in keys.iter().enumerate() {
            place[*provisional as usize] = at as u32;
        }
        let mut looks: Vec<(u32, u32, &str)> = self
            .seen
            .iter()
            .map(|&(look, word, count)| (place[word as usize], count, look))
            .collect();
        looks.sort_unstable_by_key(|&(word, _, look)| (word, without_possessive(look)));
        let mut words: Vec<Word> = keys
            .into_iter()
            .map(|(key, provisional)| Word {
                surface: key.as_str().into(),
                key: key.into(),
                count: 0,
                joined: self.joined[provisional as usize],
            })
            .collect();
        for same in looks.chunk_by(|a, b| a.0 == b.0) {
            let word = &mut words[same[0].0 as usize];
            let mut best = 0;
            for look in same.chunk_by(|a, b| without_possessive(a.2) == without_possessive(b.2)) {
                let count: u32 = look.iter().map(|l| l.1).sum();
                word.count += count;
                if count > best {
                    best = count;
                    word.surface = without_possessive(look[0].2).into();
                }
            }
        }
        (Lexicon::new(words), place)
    }
}

impl Lexicon {
    fn new(words: Vec<Word>) -> Self {
        let stemmer = EnglishStemmer::new();
        let mut by_term: BTreeMap<Box<str>, Vec<WordId>> = BTreeMap::new();
        for (id, word) in words.iter().enumerate() {
            by_term
                .entry(term(&word.key, &stemmer).into())
                .or_default()
                .push(id as u32);
        }
        let mut terms = Vec::with_capacity(by_term.len());
        let mut members = Vec::with_capacity(words.len());
        let mut term_of = vec![0; words.len()];
        for (term, ids) in by_term {
            for &id in &ids {
                term_of[id as usize] = terms.len() as TermId;
            }
            terms.push((term, members.len() as u32));
            members.extend(ids);
        }
        Self {
            signatures: words.iter().map(|w| Signature::new(&w.key)).collect(),
            words,
            terms,
            members,
            term_of,
        }
    }

    /// All words, by key.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// For each word, its signature.
    pub fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    /// The word of a key.
    pub fn find(&self, key: &str) -> Option<WordId> {
        self.words
            .binary_search_by(|w| (*w.key).cmp(key))
            .ok()
            .map(|at| at as u32)
    }

    /// The words of a term, by key; none when the corpus lacks it.
    pub fn members(&self, term: &str) -> &[WordId] {
        let found = self.terms.binary_search_by(|(t, _)| (**t).cmp(term));
        found.map_or(&[], |at| self.members_of(at as TermId))
    }

    /// The words of a term, by key.
    pub fn members_of(&self, term: TermId) -> &[WordId] {
        let at = term as usize;
        let end = self
            .terms
            .get(at + 1)
            .map_or(self.members.len(), |next| next.1 as usize);
        &self.members[self.terms[at].1 as usize..end]
    }

    /// How many terms there are.
    pub fn number_of_terms(&self) -> TermId {
        self.terms.len() as TermId
    }

    /// The term of a word.
    pub fn term_of(&self, word: WordId) -> TermId {
        self.term_of[word as usize]
    }

    /// The words whose key starts with a prefix.
    pub fn range(&self, prefix: &str) -> Range<WordId> {
        let start = self.words.partition_point(|w| *w.key < *prefix);
        let length = self.words[start..].partition_point(|w| w.key.starts_with(prefix));
        start as u32..(start + length) as u32
    }

    /// The acronym in capitals that a key in small letters also means ("un" → "UN"); never for
    /// the keys that are words of their own ("us").
    pub fn capital(&self, key: &str) -> Option<WordId> {
        if is_capital_key(key) || key.len() != 2 || matches!(key, "us" | "it") {
            return None;
        }
        self.find(&key.to_ascii_uppercase())
    }
}
