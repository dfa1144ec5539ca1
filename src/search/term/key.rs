//! Under which key is a word indexed? Pure functions from a written word to its key, and from a key
//! to the term that its forms share.
//!
//! The key of a token is its folded form. A term is the stem that several keys share.

use std::borrow::Cow;

use super::token::is_in_thousands;
use crate::text::fold::{fold, without_possessive};
use crate::text::{EnglishStemmer, number_key, spelling_key};

/// Acronyms that only their capitals distinguish from a word.
const ACRONYMS: &[&str] = &["AIDS", "ICE", "IT", "SALT", "START", "US", "WHO"];

/// The key of a token's text: folded, but acronyms of two letters ("UN", "U.N.") and listed ones
/// keep their capitals, because they would otherwise coincide with a word or name ("Kim Jong Un").
/// Commas between thousands and the apostrophes of names ("O’Brien") are dropped.
pub fn key(word: &str) -> String {
    if let Some(acronym) = acronym(word) {
        return acronym;
    }
    let mut folded = fold(word);
    if folded.contains(',') && is_in_thousands(&folded) {
        folded.retain(|c| c != ',');
    }
    if folded.contains('\'') && !is_contraction(&folded) {
        folded.retain(|c| c != '\'');
    }
    if folded.contains('.') && !folded.contains(char::is_numeric) {
        folded.retain(|c| c != '.');
    }
    folded
}

/// The capitals of an acronym that keeps them. "u.s." with dots is never the pronoun.
fn acronym(word: &str) -> Option<String> {
    let bare = without_possessive(word);
    let is_plain = !bare.contains('.') && bare.contains(|c: char| c.is_ascii_lowercase());
    if is_plain || bare.len() > 8 || !bare.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let letters: String = bare.chars().filter(|&c| c != '.').collect();
    if letters.bytes().all(|b| b.is_ascii_uppercase()) {
        let kept = letters.len() == 2 || ACRONYMS.contains(&letters.as_str());
        return kept.then_some(letters);
    }
    let dotted = bare.contains('.') && letters == "us";
    dotted.then(|| "US".to_owned())
}

/// Whether a folded word is a contraction: "don't", "we're".
fn is_contraction(folded: &str) -> bool {
    let ends = ["'t", "'re", "'ve", "'ll", "'d", "'m", "'s"];
    ends.iter().any(|end| folded.ends_with(end))
}

/// Whether a key is an acronym that keeps its capitals.
pub fn is_capital_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_uppercase())
}

/// The acronym that a lower-case key also matches; `None` for pronouns ("us").
pub fn acronym_of(key: &str) -> Option<String> {
    let upper = key.to_ascii_uppercase();
    let is_meant = ACRONYMS.contains(&upper.as_str()) && !matches!(key, "us" | "it" | "who");
    is_meant.then_some(upper)
}

/// The term of a key: its number in digits, or the stem of its spelling key. Acronyms stay as they
/// are.
pub fn term<'a>(key: &'a str, stemmer: &EnglishStemmer) -> Cow<'a, str> {
    if is_capital_key(key) {
        return Cow::Borrowed(key);
    }
    if let Some(number) = number_key(key) {
        return Cow::Owned(number);
    }
    match spelling_key(key) {
        Cow::Borrowed(word) => stemmer.stem(word),
        Cow::Owned(word) => Cow::Owned(stemmer.stem(&word).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        for (word, expected) in [
            ("UN", "UN"),
            ("U.N.’s", "UN"),
            ("Un", "un"),
            ("us", "us"),
            ("NATO", "nato"),
            ("1,000", "1000"),
            ("1,000.5", "1000.5"),
            ("1.000", "1.000"),
            ("u.s.", "US"),
            ("AIDS", "AIDS"),
            ("aids", "aids"),
            ("O’Brien", "obrien"),
            ("Qur'an", "quran"),
            ("don’t", "don't"),
            ("Ph.D.", "phd"),
        ] {
            assert_eq!(key(word), expected, "{word:?}");
        }
    }

    #[test]
    fn forms_share_a_term() {
        let stemmer = EnglishStemmer::new();
        for (one, other) in [
            ("defences", "defense"),
            ("sanctions", "sanctioned"),
            ("organised", "organizing"),
        ] {
            assert_eq!(term(one, &stemmer), term(other, &stemmer), "{one}");
        }
    }
}
