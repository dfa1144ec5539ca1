//! Which words does a query name? A leaf of the abstract syntax tree: a word or phrase with its keys.

use crate::search::schema::FieldSet;
use crate::search::term::{Glue, index_tokens, key};
use crate::text::{is_stop_word, tokens};

/// A word or phrase as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryText {
    /// As typed, without quotation marks.
    pub typed: String,
    /// The byte of the query where it starts.
    pub at: usize,
    /// Whether it was typed in quotation marks, and so must be found.
    pub quoted: bool,
    /// Whether its words are meant exactly, not by stem.
    pub exact: bool,
    /// In which fields it counts.
    pub fields: FieldSet,
    /// How far its words may stand from their order in all, in tokens; 0 for a row as typed.
    pub slop: u32,
    /// Whether nothing but these words is meant, not even another name for the same.
    pub literal: bool,
    /// Its words; at least one.
    pub words: Vec<QueryWord>,
}

/// A word of a [`QueryText`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryWord {
    /// As typed.
    pub typed: String,
    /// Its key.
    pub key: String,
    /// How it hangs on the word before it.
    pub glue: Glue,
    /// Whether any ending may follow.
    pub prefix: bool,
    /// How many letters may differ.
    pub edits: u32,
}

impl QueryText {
    /// A word or phrase as typed; `None` without a letter or digit.
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

    /// Whether it means the same as another, wherever it stands.
    pub fn means(&self, other: &Self) -> bool {
        let of = |text: &Self| (text.exact, text.slop, text.literal);
        of(self) == of(other) && self.words == other.words
    }

    /// Whether it is nothing but stop words.
    pub fn is_stop_word(&self) -> bool {
        let is_stop = |w: &QueryWord| !w.prefix && w.edits == 0 && is_stop_word(&w.key);
        !self.exact && self.words.iter().all(is_stop)
    }
}
