//! What of one article tells that another reports the same? A sketch: its terms with their counts,
//! and its runs of words.

use rustc_hash::FxHashMap;

use crate::compare::word::{hash, runs, words};
use crate::document::{BlockKind, Document};
use crate::order;
use crate::text::fold::fold;
use crate::text::{EnglishStemmer, TokenKind, is_stop_word, tokens};
use crate::time::Date;

/// The number of words in a run.
pub(super) const RUN: usize = 4;

/// What of one article is compared with others. It depends on nothing but the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch {
    /// The day of the article, counted as [`Date::ordinal`] does.
    pub(super) day: Option<i64>,
    /// Its terms in the order of their keys, stop words and numbers left out.
    pub(super) terms: Vec<(u64, TermCount)>,
    /// The hashes of its runs of [`RUN`] words, sorted, each once.
    pub(super) runs: Vec<u64>,
}

/// How often an article has a term.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct TermCount {
    pub all: u32,
    /// With a capital inside a sentence.
    pub named: u32,
    pub is_in_title: bool,
}

impl Sketch {
    /// The sketch of a document of a certain day. A text without words has no terms and no runs.
    pub fn new(document: &Document, day: Option<Date>) -> Self {
        let mut runs: Vec<u64> = runs(&words(document), RUN).collect();
        order::sort(&mut runs);
        runs.dedup();
        Self {
            day: day.map(Date::ordinal),
            terms: terms(document),
            runs,
        }
    }
}

/// The key of a word's term; `None` if it says nothing about the event.
pub(super) fn term(stemmer: &EnglishStemmer, word: &str) -> Option<u64> {
    let folded = fold(word);
    let tells = folded.chars().nth(1).is_some() && !is_stop_word(&folded);
    tells.then(|| hash(&stemmer.stem(&folded)))
}

fn terms(document: &Document) -> Vec<(u64, TermCount)> {
    let mut forms: FxHashMap<&str, TermCount> = FxHashMap::default();
    let mut has_title = false;
    for &sentence in document.sentences() {
        let kind = document.blocks[document.block_at(sentence.start)].kind;
        let is_in_title = kind == BlockKind::Title;
        has_title |= is_in_title;
        let tokens = document.tokens_in(sentence).iter();
        for (n, token) in tokens.filter(|t| t.kind == TokenKind::Word).enumerate() {
            let word = document.slice(token.span);
            let is_named = n > 0 && !is_in_title && word.starts_with(char::is_uppercase);
            forms.entry(word).or_default().add(TermCount {
                all: 1,
                named: u32::from(is_named),
                is_in_title,
            });
        }
    }
    let headline = document.title.as_deref().filter(|_| !has_title);
    for token in headline.map(tokens).into_iter().flatten() {
        if let Some(title) = headline.filter(|_| token.kind == TokenKind::Word) {
            forms
                .entry(token.span.slice(title))
                .or_default()
                .add(TermCount {
                    all: 1,
                    named: 0,
                    is_in_title: true,
                });
        }
    }
    let stemmer = EnglishStemmer::new();
    let mut counts: FxHashMap<u64, TermCount> = FxHashMap::default();
    for (form, count) in forms {
        if let Some(key) = term(&stemmer, form) {
            counts.entry(key).or_default().add(count);
        }
    }
    let mut terms: Vec<_> = counts.into_iter().collect();
    order::sort_by_key(&mut terms, |(key, _)| *key);
    terms
}

impl TermCount {
    fn add(&mut self, other: Self) {
        self.all += other.all;
        self.named += other.named;
        self.is_in_title |= other.is_in_title;
    }
}
