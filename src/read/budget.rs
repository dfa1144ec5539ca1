//! How much of the limits is left inside nested archives? A counter.

use super::options::Options;

/// What the enclosing archives of a file leave of the limits.
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

/// The most articles that a reader keeps, and the most rows of a table of given values.
pub const ARTICLES: usize = 1_000_000;
