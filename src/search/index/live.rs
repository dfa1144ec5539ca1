//! Which documents of a segment are there? A segment with the numbers of its documents in the corpus.

use crate::search::index::segment::Segment;

/// A segment, and which of its documents are there.
#[derive(Debug, Clone)]
pub struct LiveSegment {
    /// The segment.
    pub segment: Segment,
    /// For each document of the segment, its number in the corpus; none when it has left.
    pub numbers: Vec<Option<u32>>,
    /// Whether none has left.
    pub is_whole: bool,
}

impl LiveSegment {
    /// A segment whose documents have these numbers.
    pub fn new(segment: Segment, numbers: Vec<Option<u32>>) -> Self {
        Self {
            segment,
            is_whole: numbers.iter().all(Option::is_some),
            numbers,
        }
    }

    /// The number in the corpus of a document of the segment.
    pub fn document(&self, local: u32) -> Option<u32> {
        *self.numbers.get(local as usize)?
    }

    /// How many of its documents are there.
    pub fn present(&self) -> usize {
        self.numbers.iter().flatten().count()
    }
}
