//! Which documents does a segment under construction contain? A growing table of documents and
//! blocks.

use crate::search::index::segment::Extents;

/// The documents of a segment under construction, in order.
#[derive(Default)]
pub struct Laid {
    /// For each document, its first block.
    pub firsts: Vec<u32>,
    /// For each document, its number of tokens.
    pub lengths: Vec<u32>,
    /// For each block, its first position.
    pub places: Vec<u32>,
    /// For each block, its field.
    pub fields: Vec<u8>,
}

impl Laid {
    /// The layout of blocks in each document.
    pub fn extents(&self) -> Extents<'_, u32> {
        Extents {
            firsts: &self.firsts,
            lengths: &self.lengths,
            places: &self.places,
            fields: &self.fields,
        }
    }
}
