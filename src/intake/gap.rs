//! Where did the source lose words?

use crate::document::{Block, Gap};

/// The gaps of a text.
pub(super) fn gaps(_text: &str, _blocks: &[Block]) -> Vec<Gap> {
    Vec::new()
}
