//! What is one hit, and how many of them can a segment give?

use crate::search::index::segment::Segment;

/// What one hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HitUnit {
    /// An article with its best passages.
    #[default]
    Article,
    /// One passage.
    Passage,
}

/// How many units a segment has.
pub fn size(segment: &Segment, unit: HitUnit) -> u32 {
    match unit {
        HitUnit::Article => segment.documents,
        HitUnit::Passage => segment.blocks,
    }
}
