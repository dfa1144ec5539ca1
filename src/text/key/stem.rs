//! Which forms are one term? A stemmer: Snowball's English stem of a folded word, with the
//! exceptions in `forms.txt`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use crate::text::lexicon::entries;

/// One form per line with the word whose stem it shares; lines that start with `#` are remarks.
const LIST: &str = include_str!("forms.txt");

static FORMS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    entries(LIST)
        .filter_map(|line| line.split_once(' '))
        .collect()
});

/// A stemmer; create it once and reuse it.
pub struct EnglishStemmer(Stemmer);

impl EnglishStemmer {
    /// Snowball's English stemmer (Porter 2).
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
        match FORMS.get(word) {
            Some(own) if own.starts_with('=') => Cow::Borrowed(own),
            Some(other) => self.0.stem(other),
            None => self.0.stem(word),
        }
    }
}

impl Default for EnglishStemmer {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::{EnglishStemmer, LIST};
    use crate::text::lexicon::check_list;

    #[test]
    fn listed_forms() {
        let stemmer = EnglishStemmer::new();
        for (one, other, same) in [
            ("universities", "university", true),
            ("university", "universe", false),
            ("authorities", "authors", false),
            ("men", "man", true),
            ("said", "saying", true),
            ("international", "internal", false),
        ] {
            assert_eq!(
                stemmer.stem(one) == stemmer.stem(other),
                same,
                "{one} {other}"
            );
        }
    }

    #[test]
    fn the_list_is_sorted() {
        check_list(LIST, &[]);
    }

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
