//! What is one hit, and how many can a segment yield? An enumeration, and the number of its units.

use crate::search::index::segment::Segment;

/// The unit of a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HitUnit {
    /// An article, with its best passages.
    #[default]
    Article,
    /// One passage.
    Passage,
}

/// The number of units in a segment.
pub fn size(segment: &Segment, unit: HitUnit) -> u32 {
    match unit {
        HitUnit::Article => segment.documents,
        HitUnit::Passage => segment.blocks,
    }
}
