//! When are two spellings of a name's word one? A key that ignores what transcribers write differently.

use crate::text::fold::fold;

/// A word of a name as it is compared: folded, with the letters alike that transcribers change.
pub fn transliteration_key(word: &str) -> String {
    let folded = fold(word);
    let stem = folded.trim_end_matches(['y', 'i', 'j']);
    if stem.len() == folded.len() || stem.len() < 3 {
        return folded;
    }
    format!("{stem}i")
}
