//! Where does each word occur? A posting list: documents, counts and positions in a flat format,
//! read in place.
//!
//! A list contains the occurrences of one word in one field. It begins with the field and the
//! number of documents, in bits. If there are 128 documents or more, these follow: the list's
//! bound, a skip entry for each block of 128, the gaps and counts of the blocks, and their
//! positions. Last come the remaining documents, or all of a shorter list, with their counts and
//! positions, in bits. The positions of a block are stored in groups of documents; the lengths of
//! the groups come first, so that a group is found directly. The code of positions depends on the
//! length of the document and their number (see [`crate::search::index::code`]). The format follows
//! Lucene's postings (Białecki, Muir & Ingersoll, "Apache Lucene 4", 2012), with the bounds for
//! block-max retrieval (Ding & Suel 2011) in the skip entries.

use super::layout::Segment;
use crate::search::index::code::{BLOCK, BitReader, take, unpack};

/// A number after all documents.
pub const END: u32 = u32::MAX;

/// The number of bytes of a skip entry: last document, end of the block's bytes, end of its
/// positions, bound.
pub const SKIP: usize = 16;

/// The offsets in a skip entry of the end of the block's bytes and of the end of its positions.
pub const ENDS: usize = 4;
pub const POSITIONS: usize = 8;
/// The number of documents in a group of positions.
pub const GROUP: usize = 32;

/// Bounds for the documents of a block or list, which limit their scores: no document contains the
/// word more often, and none is shorter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bound {
    /// The maximum number of occurrences in a document.
    pub count: u32,
    /// The number of tokens of the shortest document.
    pub length: u32,
}

impl Bound {
    /// The bound of no documents.
    pub const NONE: Self = Self {
        count: 0,
        length: u32::MAX,
    };

    /// The bound of both sets of documents.
    pub fn with(self, other: Self) -> Self {
        Self {
            count: self.count.max(other.count),
            length: self.length.min(other.length),
        }
    }
}

/// A written list.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The segment of its documents.
    pub segment: &'a Segment,
    /// Its field.
    pub field: u8,
    /// The number of its documents.
    pub documents: u32,
    /// Its bound, if it has a full block.
    bound: Bound,
    /// The skip entries of its full blocks.
    pub skips: &'a [u8],
    /// The documents and counts of its full blocks.
    pub blocks: &'a [u8],
    /// The positions of its full blocks.
    pub positions: &'a [u8],
    /// The bits after the full blocks.
    pub rest: BitReader<'a>,
}

impl<'a> List<'a> {
    /// Opens the list at the front of some bytes.
    pub fn open(segment: &'a Segment, bytes: &'a [u8]) -> Self {
        let mut rest = BitReader::new(bytes);
        let mut list = Self {
            segment,
            field: rest.unary() as u8,
            documents: rest.gamma(),
            bound: Bound::NONE,
            skips: &[],
            blocks: &[],
            positions: &[],
            rest,
        };
        list.rest = rest;
        let full = list.documents as usize / BLOCK;
        if full > 0 {
            let mut bytes = rest.rest();
            list.bound = Bound {
                count: take(&mut bytes),
                length: take(&mut bytes),
            };
            let mut front = |length: usize| {
                let (front, rest) = bytes.split_at(length.min(bytes.len()));
                bytes = rest;
                front
            };
            list.skips = front(full.saturating_mul(SKIP));
            list.blocks = front(list.start(full, ENDS));
            list.positions = front(list.start(full, POSITIONS));
            list.rest = BitReader::new(bytes);
        }
        list
    }

    /// Calls `each` with every document and the number of occurrences there, in order.
    pub fn each(&self, mut each: impl FnMut(u32, u32)) {
        let (mut bytes, mut next) = (self.blocks, 0u32);
        let full = self.documents as usize / BLOCK;
        if full > 0 {
            let (mut gaps, mut counts) = ([0; BLOCK], [0; BLOCK]);
            for _ in 0..full {
                let [of_gaps, of_counts] = [0, 1].map(|at| bytes.get(at).map_or(0, |&w| w.min(32)));
                let mut rest = bytes.get(2..).unwrap_or_default();
                for (width, numbers) in [(of_gaps, &mut gaps), (of_counts, &mut counts)] {
                    unpack(rest, width.into(), numbers);
                    rest = rest
                        .get(BLOCK / 8 * usize::from(width)..)
                        .unwrap_or_default();
                }
                bytes = rest;
                for (gap, count) in gaps.iter().zip(&counts) {
                    let document = gap.wrapping_add(next);
                    each(document, count.saturating_add(1));
                    next = document.wrapping_add(1);
                }
            }
        }
        let left = self.documents % BLOCK as u32;
        let (mut documents, mut at) = ([END; BLOCK], 0);
        let mut counts = self.rest;
        counts.set(left, next..self.segment.documents, |document| {
            documents[at] = document;
            at += 1;
        });
        for &document in &documents[..at] {
            each(document, counts.unary().saturating_add(1));
        }
    }

    /// Its bound; computed by reading the list if it has no full block.
    pub fn bound(&self) -> Bound {
        let mut bound = self.bound;
        if self.skips.is_empty() {
            self.each(|document, count| {
                let length = self.segment.length(document);
                bound = bound.with(Bound { count, length });
            });
        }
        bound
    }

    /// A number of a skip entry, by its byte offset in the entry; `None` after the last full block.
    pub fn skip(&self, block: usize, at: usize) -> Option<u32> {
        let start = block * SKIP + at;
        let bytes = self.skips.get(start..start + 4)?;
        Some(bytes.try_into().map_or(0, u32::from_le_bytes))
    }

    /// The start of a block in the bytes whose ends are at `at` in the skip entries.
    pub fn start(&self, block: usize, at: usize) -> usize {
        block
            .checked_sub(1)
            .and_then(|before| self.skip(before, at))
            .unwrap_or(0) as usize
    }
}
