//! Do the words of one text stand side by side in another? Pure functions that write a text as its terms, so
//! that one is held against the other as a string.

use super::key::{key, term};
use super::token::index_tokens;
use crate::text::{EnglishStemmer, tokens};

/// Whether the terms of a name hold the wanted ones side by side.
pub fn holds(name: &str, wanted: &str) -> bool {
    !wanted.is_empty() && name.contains(wanted)
}

/// The terms of a text, of its words in all their forms or each in its own.
pub fn terms_of(text: &str, has_forms: bool, stemmer: &EnglishStemmer) -> String {
    if has_forms {
        word_terms(text, stemmer)
    } else {
        name_terms(text)
    }
}

/// The stems of the words of a text, one blank before, between and after them; empty when it has
/// none.
pub fn word_terms(text: &str, stemmer: &EnglishStemmer) -> String {
    joined(text, |key| term(&key, stemmer).into_owned())
}

/// The words of a name, as [`word_terms`] but each in its own form.
pub fn name_terms(name: &str) -> String {
    joined(name, |key| key)
}

fn joined(text: &str, of: impl Fn(String) -> String) -> String {
    let mut joined = String::new();
    for token in index_tokens(text, &tokens(text)) {
        joined.push(' ');
        joined.push_str(&of(key(token.span.slice(text)).to_lowercase()));
    }
    if !joined.is_empty() {
        joined.push(' ');
    }
    joined
}
