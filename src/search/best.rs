//! Which documents score best, without a look at all of them?
//!
//! MaxScore (Turtle & Flood 1995) with the bounds of blocks (Ding & Suel, "Faster Top-k Document
//! Retrieval Using Block-Max Indexes", 2011): a document is only met through clauses that could lift
//! it among the best, and whole blocks are passed over that could not.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::index::Segment;
use super::index::posting::END;
use super::rank::Norm;
use super::stream::Stream;

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
}

impl Scored {
    /// Best first, then in the order of the corpus.
    pub fn order(a: &Self, b: &Self) -> Ordering {
        b.score.total_cmp(&a.score).then(a.document.cmp(&b.document)).then(a.id.cmp(&b.id))
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

/// A clause as it is read in a segment.
pub struct Weighted<'a> {
    /// Its documents.
    pub stream: Stream<'a>,
    /// What it weighs.
    pub weight: f32,
}

/// The best documents met so far.
pub struct Best {
    heap: BinaryHeap<Reverse<Scored>>,
    wanted: usize,
}

impl Best {
    /// A place for some documents.
    pub fn new(wanted: usize) -> Self {
        Self { heap: BinaryHeap::with_capacity(wanted.min(1 << 16) + 1), wanted }
    }

    /// They, best first.
    pub fn sorted(self) -> Vec<Scored> {
        self.heap.into_sorted_vec().into_iter().map(|Reverse(scored)| scored).collect()
    }

    /// The score below which nothing is wanted any more.
    fn floor(&self) -> f32 {
        if self.heap.len() < self.wanted {
            return f32::NEG_INFINITY;
        }
        self.heap.peek().map_or(f32::INFINITY, |worst| worst.0.score)
    }

    fn push(&mut self, scored: Scored) {
        self.heap.push(Reverse(scored));
        if self.heap.len() > self.wanted {
            self.heap.pop();
        }
    }

    /// Meets the documents of a segment. `document` gives the number in the corpus of one that
    /// counts.
    pub fn meet(
        &mut self,
        number: u32,
        segment: &Segment,
        norm: Norm,
        mut clauses: Vec<Weighted>,
        document: impl Fn(u32) -> Option<u32>,
    ) {
        let most = |clause: &Weighted| norm.most(clause.stream.most(), clause.weight);
        clauses.sort_by(|a, b| most(a).total_cmp(&most(b)));
        // For each clause, what it and all before it can earn together.
        let mut together: Vec<f32> = Vec::with_capacity(clauses.len());
        for clause in &clauses {
            together.push(together.last().unwrap_or(&0.0) + most(clause));
        }
        let mut floor = self.floor();
        let mut first = together.partition_point(|&sum| sum < floor);
        // No block up to this document needs another look.
        let mut looked_at = None;
        while first < clauses.len() {
            let (poor, rich) = clauses.split_at_mut(first);
            let id = rich.iter().map(|c| c.stream.document()).min().unwrap_or(END);
            if id == END {
                break;
            }
            let below = first.checked_sub(1).map_or(0.0, |at| together[at]);
            if floor > f32::NEG_INFINITY && looked_at.is_none_or(|last| id > last) {
                let (mut last, mut sum) = (END - 1, below);
                for clause in rich.iter() {
                    let (end, most) = clause.stream.most_near(id);
                    last = last.min(end);
                    sum += norm.most(most, clause.weight);
                }
                if sum < floor {
                    rich.iter_mut().for_each(|c| c.stream.seek(last + 1));
                    continue;
                }
                looked_at = Some(last);
            }
            let length = segment.length(id);
            let mut score = 0.0;
            for clause in rich {
                if clause.stream.document() == id {
                    score += clause.weight * norm.saturated(clause.stream.frequency(), length);
                    clause.stream.advance();
                }
            }
            for (clause, &sum) in poor.iter_mut().zip(&together).rev() {
                if (score + sum) * (1.0 + 1e-5) < floor {
                    break;
                }
                clause.stream.seek(id);
                if clause.stream.document() == id {
                    score += clause.weight * norm.saturated(clause.stream.frequency(), length);
                }
            }
            if score >= floor
                && let Some(document) = document(id)
            {
                self.push(Scored { segment: number, id, document, score });
                let risen = self.floor();
                if risen > floor {
                    floor = risen;
                    first = together.partition_point(|&sum| sum < floor);
                    looked_at = None;
                }
            }
        }
    }
}
