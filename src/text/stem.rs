//! Which forms are one term? Snowball's English stem of a folded word.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

/// A stemmer to be made once and asked often.
pub struct EnglishStemmer(Stemmer);

impl EnglishStemmer {
    /// Snowball's English (Porter 2).
    pub fn new() -> Self {
        Self(Stemmer::create(Algorithm::English))
    }

    /// The stem of a folded word: "sanctions" → "sanction".
    ///
    /// Words with a digit or an upper-case letter (see [`super::fold::fold`]) are returned unchanged.
    pub fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
        if word.chars().any(|c| c.is_numeric() || c.is_uppercase()) {
            return Cow::Borrowed(word);
        }
        self.0.stem(word)
    }
}

impl Default for EnglishStemmer {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::EnglishStemmer;

    #[test]
    fn capitals_and_digits_have_no_stem() {
        for (word, expected) in [
            ("sanctions", "sanction"),
            ("US", "US"),
            ("1990s", "1990s"),
            ("", ""),
        ] {
            assert_eq!(EnglishStemmer::new().stem(word), expected, "{word:?}");
        }
    }
}
