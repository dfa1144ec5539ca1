//! Which words say nothing alone? The stop list of `stopwords.txt`.

/// Sorted, one folded word a line; lines with `#` are remarks.
const LIST: &str = include_str!("stopwords.txt");

/// Whether a folded word is a stop word.
pub fn is_stop_word(word: &str) -> bool {
    LIST.lines().any(|line| line == word)
}
