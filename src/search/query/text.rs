//! Which words does a query contain? A leaf of the abstract syntax tree: a word or phrase with its
//! keys.

use crate::search::schema::FieldSet;
use crate::search::term::{Glue, index_tokens, key};
use crate::text::{is_stop_word, tokens};

/// A word or phrase as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryText {
    /// As typed, without quotation marks.
    pub typed: String,
    /// Its byte offset in the query.
    pub at: usize,
    /// Whether it was typed in quotation marks, so that it is required.
    pub quoted: bool,
    /// Whether its words match exactly and not by stem.
    pub exact: bool,
    /// The fields in which it may occur.
    pub fields: FieldSet,
    /// The slop: how far its words may move from their places, in tokens in all; 0 for a phrase as
    /// typed.
    pub slop: u32,
    /// Whether other names of the same entity are excluded.
    pub literal: bool,
    /// Its words, at least one.
    pub words: Vec<QueryWord>,
}

/// A word of a [`QueryText`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryWord {
    /// As typed.
    pub typed: String,
    /// Its key.
    pub key: String,
    /// How it is connected to the word before it.
    pub glue: Glue,
    /// Whether it is a prefix, which any ending may follow.
    pub prefix: bool,
    /// The maximum edit distance, in characters.
    pub edits: u32,
}

impl QueryText {
    /// A text as typed; `None` without a letter or digit.
    pub fn new(typed: &str, at: usize, quoted: bool) -> Option<Self> {
        let words: Vec<QueryWord> = index_tokens(typed, &tokens(typed))
            .iter()
            .map(|token| QueryWord {
                typed: token.span.slice(typed).to_owned(),
                key: key(token.span.slice(typed)),
                glue: token.glue,
                prefix: typed[token.span.end as usize..].starts_with('*'),
                edits: 0,
            })
            .filter(|word| !word.key.is_empty())
            .collect();
        let beside = words.iter().skip(1).any(|w| w.glue == Glue::Beside);
        (!words.is_empty()).then(|| Self {
            typed: typed.trim().to_owned(),
            at,
            quoted,
            exact: quoted || beside,
            fields: FieldSet::ALL,
            slop: 0,
            literal: quoted,
            words,
        })
    }

    /// Whether it matches the same as another text, regardless of their offsets.
    pub fn means(&self, other: &Self) -> bool {
        let of = |text: &Self| (text.exact, text.slop, text.literal);
        of(self) == of(other) && self.words == other.words
    }

    /// Whether it consists of stop words only.
    pub fn is_stop_word(&self) -> bool {
        let is_stop = |w: &QueryWord| !w.prefix && w.edits == 0 && is_stop_word(&w.key);
        !self.exact && self.words.iter().all(is_stop)
    }
}
