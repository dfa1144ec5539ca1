//! Which words have a similar spelling? A search for all words of a segment within an edit distance
//! of a typed one.
//!
//! An edit is a letter inserted, deleted or replaced, or two neighbours exchanged. No letter is
//! edited twice (the restricted Damerau–Levenshtein distance).

use super::walk::near;
use crate::search::index::{Segment, WordId};

/// The words of a segment at most `edits` away from `key`, in key order, each followed by its
/// compounds.
pub fn within(key: &str, edits: u32, segment: &Segment) -> Vec<WordId> {
    let typed: Vec<char> = key.chars().collect();
    let mut words = Vec::new();
    for (key, id) in near(&typed, edits, segment, None) {
        words.push(id);
        words.extend(segment.compounds(&key));
    }
    words
}
