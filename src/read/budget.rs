//! How much of the limits is left inside nested archives? A counter.

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

/// The most articles that a reader keeps, and the most rows of a table of given values.
pub const ARTICLES: usize = 1_000_000;
