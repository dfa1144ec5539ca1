//! What do the archives that a file stands in leave of the limits? A counter.

use super::options::Options;

/// What the archives that a file stands in leave of the limits.
#[cfg_attr(
    not(feature = "readers"),
    expect(dead_code, reason = "only archives are counted")
)]
pub struct Budget {
    pub expanded: u64,
    pub entries: usize,
    pub depth: usize,
}

impl Budget {
    pub fn of(options: &Options) -> Self {
        Self {
            expanded: options.expanded,
            entries: options.entries,
            depth: options.depth,
        }
    }
}

/// The most articles that a reader keeps, and rows of a table of given values.
pub const ARTICLES: usize = 1_000_000;
