//! What does a segment contain? One run of bytes in regions: words, their lists, documents and
//! blocks.
//!
//! A segment is immutable. Its bytes are read in place: opening it parses and copies nothing, so a
//! saved index is ready at once. All numbers are little-endian. A header with the ends of the
//! regions is followed by:
//!
//! 1. the records of words ([`super::record`]) with their lists ([`super::list`]), each preceded by
//!    its length;
//! 2. the words: an automaton from each key to its ordinal in sorted order;
//! 3. the terms that equal none of their words: the first word of each, and their automaton;
//! 4. the start of the record of every sixteenth word;
//! 5. for each document its first block, plus the end; for each document its number of tokens;
//! 6. for each block its first position; for each block its field.
//!
//! The words of a term are linked in order.

use std::ops::Range;

use bytes::Bytes;

use super::extent::Extents;
use crate::search::index::code::Automaton;

/// The start of every `STRIDE`th record is stored.
pub const STRIDE: usize = 16;
/// The number of regions.
pub const REGIONS: usize = 8;
/// The number of bytes of the header: counts of documents, blocks and words, and the ends of the
/// regions.
pub const HEADER: usize = 4 * (3 + REGIONS);

/// The maximum number of fields.
pub const FIELDS: usize = 16;

/// The regions, in the order of their bytes.
#[derive(Debug, Clone, Copy)]
pub enum Region {
    Records,
    Words,
    Terms,
    Starts,
    Firsts,
    Lengths,
    Places,
    Fields,
}

/// An immutable part of an index.
#[derive(Debug, Clone, Default)]
pub struct Segment {
    bytes: Bytes,
    ends: [u32; REGIONS],
    /// The number of its documents.
    pub documents: u32,
    /// The number of its blocks.
    pub blocks: u32,
    /// The number of its words.
    pub words: u32,
    /// The number of tokens in all its documents.
    pub tokens: u64,
}

impl Segment {
    /// Opens a segment in place; `None` if the bytes are truncated or not a segment.
    pub fn open(bytes: Bytes) -> Option<Self> {
        let number = |at: usize| {
            let four = bytes.get(4 * at..4 * at + 4)?;
            Some(u32::from_le_bytes(four.try_into().ok()?))
        };
        let mut ends = [0; REGIONS];
        let mut before = HEADER as u32;
        for (at, end) in ends.iter_mut().enumerate() {
            *end = number(3 + at)?;
            if *end < before {
                return None;
            }
            before = *end;
        }
        let (documents, blocks, words) = (number(0)?, number(1)?, number(2)?);
        let mut segment = Self {
            ends,
            documents,
            blocks,
            words,
            tokens: 0,
            bytes,
        };
        segment.tokens = (0..documents).map(|d| u64::from(segment.length(d))).sum();
        let holds =
            |region, numbers: u64, size: u64| segment.region(region).len() as u64 == numbers * size;
        let whole = segment.bytes.len() == before as usize
            && holds(Region::Firsts, u64::from(documents) + 1, 4)
            && holds(Region::Lengths, documents.into(), 4)
            && holds(Region::Places, blocks.into(), 4)
            && holds(Region::Fields, blocks.into(), 1)
            && holds(Region::Starts, u64::from(words).div_ceil(STRIDE as u64), 4);
        let opens = segment.keys().is_some_and(|keys| keys.len == words);
        (whole && opens && segment.terms_apart().is_some()).then_some(segment)
    }

    /// Its bytes, for [`Self::open`].
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes of a region.
    pub fn region(&self, region: Region) -> &[u8] {
        let at = region as usize;
        let start = at
            .checked_sub(1)
            .map_or(HEADER, |before| self.ends[before] as usize);
        self.bytes
            .get(start..self.ends[at] as usize)
            .unwrap_or_default()
    }

    /// An entry of a region of 32-bit numbers; 0 beyond its end.
    pub fn number(&self, region: Region, at: u32) -> u32 {
        let start = 4 * at as usize;
        let four = self.region(region).get(start..start + 4);
        four.and_then(|four| four.try_into().ok())
            .map_or(0, u32::from_le_bytes)
    }

    /// The automaton of all keys; the number of a key is its [`super::WordId`].
    pub fn keys(&self) -> Option<Automaton<'_>> {
        Automaton::open(self.region(Region::Words))
    }

    /// The automaton of the terms that equal none of their words. The first word of each precedes
    /// it in the region.
    pub fn terms_apart(&self) -> Option<Automaton<'_>> {
        let region = self.region(Region::Terms);
        let firsts = 4 * Automaton::open(region)?.len as usize;
        Automaton::open(region.get(firsts..)?)
    }

    /// The blocks of a document, as numbers in the segment.
    pub fn blocks_of(&self, document: u32) -> Range<u32> {
        let first = |document| self.number(Region::Firsts, document).min(self.blocks);
        first(document)..first(document.saturating_add(1))
    }

    /// The document of a block.
    pub fn document_of(&self, block: u32) -> u32 {
        let (mut low, mut high) = (0, self.documents);
        while low < high {
            let middle = low.midpoint(high);
            if self.number(Region::Firsts, middle + 1) <= block {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The block of a document that contains a position.
    pub fn block_at(&self, document: u32, position: u32) -> u32 {
        let blocks = self.blocks_of(document);
        let (mut low, mut high) = (blocks.start, blocks.end);
        while low < high {
            let middle = low.midpoint(high);
            if self.place(middle) <= position {
                low = middle + 1
            } else {
                high = middle
            }
        }
        low.saturating_sub(1).max(blocks.start)
    }

    /// The field of the block that contains a position of a document.
    pub fn field_at(&self, document: u32, position: u32) -> u8 {
        self.field(self.block_at(document, position))
    }

    /// The positions of a block's tokens in its document.
    pub fn positions(&self, document: u32, block: u32) -> Range<u32> {
        let start = self.place(block);
        start..start + self.block_length(document, block)
    }

    /// The layout of blocks in each document.
    pub fn extents(&self) -> Extents<'_, [u8; 4]> {
        let numbers = |region| self.region(region).as_chunks().0;
        Extents {
            firsts: numbers(Region::Firsts),
            lengths: numbers(Region::Lengths),
            places: numbers(Region::Places),
            fields: self.region(Region::Fields),
        }
    }

    /// The part of ascending `places` that starts in a block.
    pub fn inside<'p>(
        &self,
        document: u32,
        block: u32,
        places: &'p [(u32, u32)],
    ) -> &'p [(u32, u32)] {
        let Range { start, end } = self.positions(document, block);
        let first = places.partition_point(|place| place.0 < start);
        let last = places.partition_point(|place| place.0 < end);
        &places[first..last.max(first)]
    }

    /// The number of tokens in a block.
    pub fn block_length(&self, document: u32, block: u32) -> u32 {
        let next = if block + 1 < self.blocks_of(document).end {
            self.place(block + 1)
        } else {
            self.length(document) + block - self.blocks_of(document).start + 1
        };
        next.saturating_sub(self.place(block) + 1)
    }

    /// The number of tokens in a document.
    pub fn length(&self, document: u32) -> u32 {
        self.number(Region::Lengths, document)
    }

    /// The number of tokens in each document, little-endian.
    pub fn lengths(&self) -> &[[u8; 4]] {
        self.region(Region::Lengths).as_chunks().0
    }

    /// The position of a block's first token in its document.
    pub fn place(&self, block: u32) -> u32 {
        self.number(Region::Places, block)
    }

    /// The field of a block.
    pub fn field(&self, block: u32) -> u8 {
        self.region(Region::Fields)
            .get(block as usize)
            .copied()
            .unwrap_or(0)
    }
}
