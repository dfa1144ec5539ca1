//! Which words are spelt nearly so? All words of a segment within some edits of a typed one.
//!
//! An edit is a letter too many, too few or wrong, or two neighbours exchanged; no letter is
//! edited twice (the restricted distance of Damerau and Levenshtein).

use super::walk::near;
use crate::search::index::{Segment, WordId};

/// The words of a segment at most `edits` away from `key`, by alphabet.
pub fn within(key: &str, edits: u32, segment: &Segment) -> Vec<WordId> {
    let typed: Vec<char> = key.chars().collect();
    let mut words = Vec::new();
    for (key, id) in near(&typed, edits, segment, None) {
        words.push(id);
        words.extend(segment.compounds(&key));
    }
    words
}
