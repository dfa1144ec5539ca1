//! What does a segment hold? One run of bytes in sections: words, their lists, documents and blocks.
//!
//! A segment never changes. Its bytes are read where they lie: nothing is parsed or copied when it
//! is opened, so that a saved index is ready at once. All numbers are little-endian; after a header
//! of the sections' ends come
//!
//! 1. the records of words ([`super::record`]) with their lists ([`super::list`]), each after its length;
//! 2. the words, an automaton from each key to its ordinal, by alphabet;
//! 3. the terms that no word of theirs is spelt like: the first word of each, and their automaton;
//! 4. where the record of every sixteenth word starts;
//! 5. for each document its first block, and one more; for each document its units;
//! 6. for each block its first position; for each block its field.
//!
//! The words of a term are chained in order from the first to the last.

use std::ops::Range;
use std::sync::Arc;

use super::extent::Extents;
use crate::search::index::code::Automaton;

/// Every how many words the start of a record is kept.
pub const STRIDE: usize = 16;

/// How many sections there are.
pub const SECTIONS: usize = 8;

/// The bytes of the header: number of documents, of blocks, of words, and the ends of sections.
pub const HEADER: usize = 4 * (3 + SECTIONS);

/// How many fields there can be.
pub const FIELDS: usize = 16;

/// The sections in the order they are laid in.
#[derive(Debug, Clone, Copy)]
pub enum Section {
    Records,
    Words,
    Terms,
    Starts,
    Firsts,
    Lengths,
    Places,
    Fields,
}

/// A part of an index.
#[derive(Debug, Clone, Default)]
pub struct Segment {
    bytes: Arc<Vec<u8>>,
    ends: [u32; SECTIONS],
    /// How many documents it holds.
    pub documents: u32,
    /// How many blocks they have.
    pub blocks: u32,
    /// How many words it knows.
    pub words: u32,
    /// How many units its documents have together.
    pub units: u64,
}

impl Segment {
    /// The segment in some bytes; `None` when they are cut or no segment.
    pub fn open(bytes: Arc<Vec<u8>>) -> Option<Self> {
        let number = |at: usize| {
            let four = bytes.get(4 * at..4 * at + 4)?;
            Some(u32::from_le_bytes(four.try_into().ok()?))
        };
        let mut ends = [0; SECTIONS];
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
            units: 0,
            bytes,
        };
        segment.units = (0..documents).map(|d| u64::from(segment.length(d))).sum();
        let holds = |section, numbers: u64, size: u64| {
            segment.section(section).len() as u64 == numbers * size
        };
        let whole = segment.bytes.len() == before as usize
            && holds(Section::Firsts, u64::from(documents) + 1, 4)
            && holds(Section::Lengths, documents.into(), 4)
            && holds(Section::Places, blocks.into(), 4)
            && holds(Section::Fields, blocks.into(), 1)
            && holds(Section::Starts, u64::from(words).div_ceil(STRIDE as u64), 4);
        let opens = segment.keys().is_some_and(|keys| keys.len == words);
        (whole && opens && segment.terms_apart().is_some()).then_some(segment)
    }

    /// Its bytes, for [`Self::open`].
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn section(&self, section: Section) -> &[u8] {
        let at = section as usize;
        let start = at
            .checked_sub(1)
            .map_or(HEADER, |before| self.ends[before] as usize);
        self.bytes
            .get(start..self.ends[at] as usize)
            .unwrap_or_default()
    }

    pub fn number(&self, section: Section, at: u32) -> u32 {
        let start = 4 * at as usize;
        let four = self.section(section).get(start..start + 4);
        four.and_then(|four| four.try_into().ok())
            .map_or(0, u32::from_le_bytes)
    }

    /// The automaton of all keys; the number of a key is that of its word.
    pub fn keys(&self) -> Option<Automaton<'_>> {
        Automaton::open(self.section(Section::Words))
    }

    /// The automaton of the terms that are no key of their words; the first word of each comes before it.
    pub fn terms_apart(&self) -> Option<Automaton<'_>> {
        let section = self.section(Section::Terms);
        let firsts = 4 * Automaton::open(section)?.len as usize;
        Automaton::open(section.get(firsts..)?)
    }

    /// The blocks of a document, by their number in the segment.
    pub fn blocks_of(&self, document: u32) -> Range<u32> {
        let first = |document| self.number(Section::Firsts, document).min(self.blocks);
        first(document)..first(document.saturating_add(1))
    }

    /// The document of a block.
    pub fn document_of(&self, block: u32) -> u32 {
        let (mut low, mut high) = (0, self.documents);
        while low < high {
            let middle = low.midpoint(high);
            if self.number(Section::Firsts, middle + 1) <= block {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The block of a document that holds a position.
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

    /// The field of a document's block that holds a position.
    pub fn field_at(&self, document: u32, position: u32) -> u8 {
        self.field(self.block_at(document, position))
    }

    /// The positions of a block's units in its document.
    pub fn positions(&self, document: u32, block: u32) -> Range<u32> {
        let start = self.place(block);
        start..start + self.block_length(document, block)
    }

    /// Where the blocks of each document stand in it.
    pub fn extents(&self) -> Extents<'_, [u8; 4]> {
        let numbers = |section| self.section(section).as_chunks().0;
        Extents {
            firsts: numbers(Section::Firsts),
            lengths: numbers(Section::Lengths),
            places: numbers(Section::Places),
            fields: self.section(Section::Fields),
        }
    }

    /// Those of some ascending places that start in a block.
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

    /// The units of a block.
    pub fn block_length(&self, document: u32, block: u32) -> u32 {
        let next = if block + 1 < self.blocks_of(document).end {
            self.place(block + 1)
        } else {
            self.length(document) + block - self.blocks_of(document).start + 1
        };
        next.saturating_sub(self.place(block) + 1)
    }

    /// The units of a document.
    pub fn length(&self, document: u32) -> u32 {
        self.number(Section::Lengths, document)
    }

    /// The units of each document, little-endian.
    pub fn lengths(&self) -> &[[u8; 4]] {
        self.section(Section::Lengths).as_chunks().0
    }

    /// The position of a block's first unit in its document.
    pub fn place(&self, block: u32) -> u32 {
        self.number(Section::Places, block)
    }

    /// The field of a block.
    pub fn field(&self, block: u32) -> u8 {
        self.section(Section::Fields)
            .get(block as usize)
            .copied()
            .unwrap_or(0)
    }
}
