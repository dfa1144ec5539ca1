//! When are two spellings of a name the same? A normalised key that ignores common differences in
//! transliteration.

use crate::text::fold::fold;

/// The key of one word of a name: folded, with a final "y", "i" or "j" as "i".
pub fn transliteration_key(word: &str) -> String {
    let folded = fold(word);
    let stem = folded.trim_end_matches(['y', 'i', 'j']);
    if stem.len() == folded.len() || stem.len() < 3 {
        return folded;
    }
    format!("{stem}i")
}
