//! Are quoted words speech, a title or a name? Predicates over strings.

use crate::language::classes;

/// The most words of a quoted title or name.
const TITLE_WORDS: usize = 8;

/// The number of words in a text.
pub fn words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|w| w.chars().any(char::is_alphanumeric))
        .count()
}

/// Whether quoted words are a title or name: they are capitalised and do not end a sentence.
pub fn is_title(inner: &str) -> bool {
    let mut names = 0;
    let mut count = 0;
    for word in inner.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let Some(first) = bare.chars().next() else {
            continue;
        };
        count += 1;
        if first.is_uppercase() || first.is_numeric() {
            names += 1;
        } else if classes(bare) == crate::language::Class::NONE {
            return false;
        }
    }
    let stops = inner.ends_with(['.', '!', '?']) && count > 3;
    names > 0
        && count <= TITLE_WORDS
        && !stops
        && (count > 1 || !inner.ends_with(['.', ',', '!', '?']))
}

/// Whether quoted words can be speech by themselves: a sentence, or long enough to be one.
pub fn is_sentence(inner: &str) -> bool {
    let starts = inner
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| !c.is_lowercase());
    let ends = inner.ends_with(['.', '!', '?', '…', ',', '—', '-']);
    let count = words(inner);
    starts && ends && count >= 2 || count >= 12
}

/// Whether the first letter and last mark are those of a sentence, however short: "Sad!"
pub fn is_exclaimed(inner: &str) -> bool {
    inner.starts_with(char::is_uppercase) && inner.ends_with(['.', '!', '?', '…'])
}
