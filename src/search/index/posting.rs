//! Where does each word stand? Lists of documents, counts and positions in a flat form.
//!
//! A list is the occurrences of one word in one field. Its documents are kept as gaps in blocks of
//! 128 with a skip entry each; what is left over at the end, or a list of fewer documents, as single
//! numbers. Positions are gaps too, in bytes of their own, so that nothing reads them that need not.
//! The layout of Lucene's postings format (Białecki, Muir & Ingersoll, "Apache Lucene 4", 2012), with
//! the bounds that block-max retrieval needs (Ding & Suel 2011) in the skip entries.

use super::bits::{BLOCK, pack, put, skip, take, unpack, width};

/// The document after all others.
pub const END: u32 = u32::MAX;

/// The bytes of a skip entry: last document, end of the block's bytes, end of its positions, bound.
pub(super) const SKIP: usize = 16;

/// What a block or list can be worth at the most: no document of it holds the word more often, and
/// none is shorter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bound {
    /// The most occurrences in a document.
    pub count: u32,
    /// The units of the shortest document.
    pub length: u32,
}

impl Bound {
    /// The bound of nothing.
    pub const NONE: Self = Self {
        count: 0,
        length: u32::MAX,
    };

    /// A bound of both.
    pub fn with(self, other: Self) -> Self {
        Self {
            count: self.count.max(other.count),
            length: self.length.min(other.length),
        }
    }
}

/// The occurrences of a word in a field, before they are written.
#[derive(Debug, Default)]
pub struct Draft {
    /// The documents, ascending.
    pub documents: Vec<u32>,
    /// For each document, how often.
    pub counts: Vec<u32>,
    /// The positions of all documents, ascending in each.
    pub positions: Vec<u32>,
}

impl Draft {
    /// Adds an occurrence; documents and positions come in order.
    pub fn push(&mut self, document: u32, position: u32) {
        match (self.documents.last(), self.counts.last_mut()) {
            (Some(&last), Some(count)) if last == document => *count += 1,
            _ => {
                self.documents.push(document);
                self.counts.push(1);
            }
        }
        self.positions.push(position);
    }

    /// Empties it, keeping its room.
    pub fn clear(&mut self) {
        self.documents.clear();
        self.counts.clear();
        self.positions.clear();
    }

    /// Appends the list to the bytes of documents and of positions. `length` tells the units of a
    /// document.
    pub fn write(&self, length: impl Fn(u32) -> u32, out: &mut Vec<u8>, places: &mut Vec<u8>) {
        let bound = |from: usize, to: usize| {
            (from..to).fold(Bound::NONE, |bound, at| {
                bound.with(Bound {
                    count: self.counts[at],
                    length: length(self.documents[at]),
                })
            })
        };
        let all = bound(0, self.documents.len());
        put(self.documents.len() as u32, out);
        put(all.count, out);
        put(all.length, out);
        let (mut blocks, mut skips, mut spots) = (Vec::new(), Vec::new(), Vec::new());
        let (mut before, mut position) = (0, 0);
        for from in (0..self.documents.len()).step_by(BLOCK) {
            let to = (from + BLOCK).min(self.documents.len());
            let mut gaps = Vec::with_capacity(BLOCK);
            for &document in &self.documents[from..to] {
                gaps.push(document - before);
                before = document + 1;
            }
            let more: Vec<u32> = self.counts[from..to]
                .iter()
                .map(|count| count - 1)
                .collect();
            if to - from == BLOCK {
                let widths = (width(&gaps), width(&more));
                blocks.extend([widths.0 as u8, widths.1 as u8]);
                pack(&gaps, widths.0, &mut blocks);
                pack(&more, widths.1, &mut blocks);
            } else {
                gaps.iter().chain(&more).for_each(|&n| put(n, &mut blocks));
            }
            for &count in &self.counts[from..to] {
                let mut next = 0;
                for &at in &self.positions[position..position + count as usize] {
                    put(at - next, &mut spots);
                    next = at + 1;
                }
                position += count as usize;
            }
            if to - from == BLOCK {
                let bound = bound(from, to);
                skips.extend((before - 1).to_le_bytes());
                skips.extend((blocks.len() as u32).to_le_bytes());
                skips.extend((spots.len() as u32).to_le_bytes());
                skips.extend((bound.count.min(u32::from(u16::MAX)) as u16).to_le_bytes());
                skips.extend((bound.length.min(u32::from(u16::MAX)) as u16).to_le_bytes());
            }
        }
        put(blocks.len() as u32, out);
        put(spots.len() as u32, out);
        out.extend(skips);
        out.extend(blocks);
        places.extend(spots);
    }
}

/// A written list.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// How many documents it has.
    pub documents: u32,
    /// What it can be worth.
    pub bound: Bound,
    pub(super) skips: &'a [u8],
    pub(super) blocks: &'a [u8],
    pub(super) positions: &'a [u8],
}

impl<'a> List<'a> {
    /// Takes the next list off the front of the bytes of documents and of positions.
    pub fn take(bytes: &mut &'a [u8], positions: &mut &'a [u8]) -> Self {
        let documents = take(bytes);
        let bound = Bound {
            count: take(bytes),
            length: take(bytes),
        };
        let (blocks, places) = (take(bytes) as usize, take(bytes) as usize);
        let mut front = |length: usize| {
            let (front, rest) = bytes.split_at(length.min(bytes.len()));
            *bytes = rest;
            front
        };
        let skips = front(documents as usize / BLOCK * SKIP);
        let blocks = front(blocks);
        let (places, rest) = positions.split_at(places.min(positions.len()));
        *positions = rest;
        Self {
            documents,
            bound,
            skips,
            blocks,
            positions: places,
        }
    }

    /// Calls `each` with every document and how often the word stands there, in order.
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
        let mut counts = bytes;
        skip(&mut counts, left);
        for _ in 0..left {
            let document = take(&mut bytes).wrapping_add(next);
            each(document, take(&mut counts).saturating_add(1));
            next = document.wrapping_add(1);
        }
    }

    /// A number of a skip entry, by its byte in it; `None` after the last full block.
    pub(super) fn skip(&self, block: usize, at: usize) -> Option<u32> {
        let start = block * SKIP + at;
        let bytes = self.skips.get(start..start + 4)?;
        Some(bytes.try_into().map_or(0, u32::from_le_bytes))
    }

    /// Where a number that counts from the start of the list stands at the start of a block.
    pub(super) fn start(&self, block: usize, at: usize) -> usize {
        block
            .checked_sub(1)
            .and_then(|before| self.skip(before, at))
            .unwrap_or(0) as usize
    }
}
