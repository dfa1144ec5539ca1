//! Which words carry little content? A set of stop words, read from `stopwords.txt`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::lexicon::entries;

/// One folded word per line; lines that start with `#` are remarks.
const LIST: &str = include_str!("stopwords.txt");

static WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| entries(LIST).collect());

/// Whether a folded word is a stop word. The pronoun "us" is one, the country "US" is not.
pub fn is_stop_word(word: &str) -> bool {
    WORDS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::{LIST, is_stop_word};
    use crate::text::lexicon::check_list;

    #[test]
    fn capitals_tell_the_country_from_the_pronoun() {
        assert!(is_stop_word("us") && is_stop_word("the"));
        assert!(!is_stop_word("US") && !is_stop_word("treaty") && !is_stop_word(""));
    }

    #[test]
    fn the_list_is_sorted() {
        check_list(LIST, &[]);
    }
}
