//! Which documents of a segment are present? A segment with the numbers of its documents in the
//! corpus.

use crate::search::index::segment::Segment;

/// A segment, and which of its documents are present.
#[derive(Debug, Clone)]
pub struct LiveSegment {
    /// The segment.
    pub segment: Segment,
    /// For each document of the segment, its number in the corpus; `None` if it was removed.
    pub numbers: Vec<Option<u32>>,
    /// Whether no document was removed.
    pub is_whole: bool,
}

impl LiveSegment {
    /// A segment with the numbers of its documents.
    pub fn new(segment: Segment, numbers: Vec<Option<u32>>) -> Self {
        Self {
            segment,
            is_whole: numbers.iter().all(Option::is_some),
            numbers,
        }
    }

    /// The number in the corpus of a document of the segment; `None` if it was removed.
    pub fn document(&self, local: u32) -> Option<u32> {
        *self.numbers.get(local as usize)?
    }

    /// The number of its present documents.
    pub fn present(&self) -> usize {
        self.numbers.iter().flatten().count()
    }
}
