//! How good is a hit? A document or block with its score, and the order of hits.

use std::cmp::Ordering;

/// A document or block of a segment, with its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// The number of its segment.
    pub segment: u32,
    /// Its number in the segment.
    pub id: u32,
    /// The document of the corpus that it is or belongs to.
    pub document: u32,
    /// The score, at least 0.
    pub score: f32,
    /// The weights of the clauses that it contains.
    pub covered: f32,
}

impl Scored {
    /// Best first, then in corpus order.
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
