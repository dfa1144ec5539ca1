//! Which forms are one term? Snowball's English stem of a folded word.

use rust_stemmers::{Algorithm, Stemmer};

/// The Snowball (Porter 2) English stem of a folded word: "sanctions" → "sanction".
///
/// Words with a digit or an upper-case letter (see [`super::fold::fold`]) are returned unchanged.
pub fn stem(word: &str) -> String {
    if word.chars().any(|c| c.is_numeric() || c.is_uppercase()) {
        return word.to_owned();
    }
    Stemmer::create(Algorithm::English).stem(word).into_owned()
}
