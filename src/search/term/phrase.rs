//! Do the words of one text occur side by side in another? Pure functions that write texts as
//! strings of terms and compare these.

use super::key::{key, term};
use super::token::index_tokens;
use crate::text::{EnglishStemmer, tokens};

/// Whether the terms of a name contain the wanted ones side by side; never for empty `wanted`.
pub fn holds(name: &str, wanted: &str) -> bool {
    !wanted.is_empty() && name.contains(wanted)
}

/// The terms of a text: stems if `has_forms`, otherwise keys.
pub fn terms_of(text: &str, has_forms: bool, stemmer: &EnglishStemmer) -> String {
    if has_forms {
        word_terms(text, stemmer)
    } else {
        name_terms(text)
    }
}

/// The terms of the words of a text, with one space before, between and after them; empty if it has
/// no words.
pub fn word_terms(text: &str, stemmer: &EnglishStemmer) -> String {
    joined(text, |key| term(&key, stemmer).into_owned())
}

/// The keys of the words of a name, in the format of [`word_terms`].
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
