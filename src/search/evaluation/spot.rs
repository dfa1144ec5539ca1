//! Which block is meant? The address of a block in a segment, and a list of the blocks that match.

use super::boolean::numbers;
use super::plan::Plan;
use crate::document::DocId;
use crate::order;
use crate::search::index::HitUnit;

/// A block of a document in a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The number of the segment.
    pub segment: u32,
    /// The number of the document in the segment.
    pub local: u32,
    /// The number of the block in the segment.
    pub block: u32,
    /// The document.
    pub doc: DocId,
}

impl Plan<'_> {
    /// The index of a block in its document.
    pub fn block(&self, spot: Spot) -> usize {
        let segment = &self.index.live[spot.segment as usize].segment;
        (spot.block - segment.blocks_of(spot.local).start) as usize
    }

    /// The blocks that match, in corpus order.
    pub fn blocks(&self) -> Vec<Spot> {
        let mut spots = Vec::new();
        for (number, live) in self.index.live.iter().enumerate() {
            for block in numbers(&self.matched_in(number, HitUnit::Passage)) {
                let local = live.segment.document_of(block);
                let doc = live.document(local).map(DocId);
                spots.extend(doc.map(|doc| Spot {
                    segment: number as u32,
                    local,
                    block,
                    doc,
                }));
            }
        }
        order::sort_by_key(&mut spots, |spot| (spot.doc, spot.block));
        spots
    }
}
