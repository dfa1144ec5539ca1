//! Which words say nothing alone? The stop list of `stopwords.txt`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// One folded word a line; lines with `#` are remarks.
const LIST: &str = include_str!("stopwords.txt");

static WORDS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| LIST.lines().filter(|line| !line.starts_with('#')).collect());

/// Whether a folded word is a stop word; the country "US" is none, the pronoun "us" is.
pub fn is_stop_word(word: &str) -> bool {
    WORDS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::{LIST, is_stop_word};

    #[test]
    fn capitals_tell_the_country_from_the_pronoun() {
        assert!(is_stop_word("us") && is_stop_word("the"));
        assert!(!is_stop_word("US") && !is_stop_word("treaty") && !is_stop_word(""));
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(
            LIST.lines()
                .skip_while(|line| line.starts_with('#'))
                .is_sorted()
        );
    }
}
