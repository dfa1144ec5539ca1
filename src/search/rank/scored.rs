//! How good is an answer? A document or block with its score, and the order of answers.

use std::cmp::Ordering;

/// A document or block of a segment with its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// The number of its segment.
    pub segment: u32,
    /// Its number in the segment.
    pub id: u32,
    /// The document of the corpus that it is, or belongs to.
    pub document: u32,
    /// Its score, 0 or more.
    pub score: f32,
    /// The weights of the clauses it holds.
    pub covered: f32,
}

impl Scored {
    /// Best first, then in the order of the corpus.
    pub fn order(a: &Self, b: &Self) -> Ordering {
        b.score
            .total_cmp(&a.score)
            .then(a.document.cmp(&b.document))
            .then(a.id.cmp(&b.id))
    }
}

impl Eq for Scored {}

impl Ord for Scored {
    fn cmp(&self, other: &Self) -> Ordering {
        Self::order(other, self)
    }
}

impl PartialOrd for Scored {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
