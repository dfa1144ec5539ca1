//! Where does each word stand? Lists of documents, counts and positions in a flat form.
//!
//! A list is the occurrences of one word in one field: the field and the number of documents in bits,
//! then, where there are 128 documents and more, what it can be worth, a skip entry for each block of
//! 128, their gaps and counts, and their positions; at last the documents that are left over, or all of
//! a shorter list, their counts and positions, in bits. The positions of a block are kept in groups of
//! documents, whose lengths come first, so that those of one are found at once; a document's take what
//! its length and their number ask for (see [`super::code`]).
//! After Lucene's postings format (Białecki, Muir & Ingersoll, "Apache Lucene 4", 2012), with the bounds
//! that block-max retrieval needs (Ding & Suel 2011) in the skip entries.

use super::bits::{BLOCK, pack, put, take, unpack, width};
use super::code::{Reader, Writer};
use super::laid::Laid;
use super::segment::Segment;

/// The document after all others.
pub const END: u32 = u32::MAX;

/// The bytes of a skip entry: last document, end of the block's bytes, end of its positions, bound.
pub(super) const SKIP: usize = 16;
/// Where the end of a block's bytes stands in its entry, and that of its positions.
pub(super) const ENDS: usize = 4;
pub(super) const SPOTS: usize = 8;
/// Of how many documents the positions are found at once.
pub(super) const GROUP: usize = 32;

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

    /// Appends the list of a field to some bytes; `laid` are the documents.
    pub(super) fn write(&self, field: u8, laid: &Laid, out: &mut Vec<u8>) {
        let mut head = Writer::new(out);
        head.unary(field.into());
        head.gamma(self.documents.len() as u32);
        let full = self.documents.len() / BLOCK;
        if full == 0 {
            return self.write_rest(field, laid, 0, head);
        }
        head.finish();
        let bound = self.bound(laid, 0, self.documents.len());
        put(bound.count, out);
        put(bound.length, out);
        let (mut blocks, mut skips, mut spots) = (Vec::new(), Vec::new(), Vec::new());
        let (mut before, mut position) = (0, 0);
        for from in (0..full).map(|block| block * BLOCK) {
            let to = from + BLOCK;
            let mut gaps = Vec::with_capacity(BLOCK);
            for &document in &self.documents[from..to] {
                gaps.push(document - before);
                before = document + 1;
            }
            let more: Vec<u32> = self.counts[from..to]
                .iter()
                .map(|count| count - 1)
                .collect();
            let widths = (width(&gaps), width(&more));
            blocks.extend([widths.0 as u8, widths.1 as u8]);
            pack(&gaps, widths.0, &mut blocks);
            pack(&more, widths.1, &mut blocks);
            let mut groups = Vec::new();
            for from in (from..to).step_by(GROUP) {
                let start = groups.len();
                let mut writer = Writer::new(&mut groups);
                for at in from..from + GROUP {
                    self.write_positions(field, laid, at, &mut position, &mut writer);
                }
                writer.finish();
                put((groups.len() - start) as u32, &mut spots);
            }
            spots.extend(groups);
            let bound = self.bound(laid, from, to);
            skips.extend((before - 1).to_le_bytes());
            skips.extend((blocks.len() as u32).to_le_bytes());
            skips.extend((spots.len() as u32).to_le_bytes());
            skips.extend((bound.count.min(u32::from(u16::MAX)) as u16).to_le_bytes());
            skips.extend((bound.length.min(u32::from(u16::MAX)) as u16).to_le_bytes());
        }
        out.extend(skips);
        out.extend(blocks);
        out.extend(spots);
        self.write_rest(field, laid, full * BLOCK, Writer::new(out));
    }

    /// What some of the documents can be worth.
    fn bound(&self, laid: &Laid, from: usize, to: usize) -> Bound {
        (from..to).fold(Bound::NONE, |bound, at| {
            bound.with(Bound {
                count: self.counts[at],
                length: laid.lengths[self.documents[at] as usize],
            })
        })
    }

    /// The documents from one on, their counts and positions, one behind the other.
    fn write_rest(&self, field: u8, laid: &Laid, from: usize, mut writer: Writer) {
        let first = from.checked_sub(1).map_or(0, |at| self.documents[at] + 1);
        let counts = &self.counts[from..];
        writer.set(&self.documents[from..], first..laid.lengths.len() as u32);
        counts.iter().for_each(|count| writer.unary(count - 1));
        let mut position = self.positions.len() - counts.iter().sum::<u32>() as usize;
        for at in from..self.documents.len() {
            self.write_positions(field, laid, at, &mut position, &mut writer);
        }
        writer.finish();
    }

    /// The positions of a document, the first of which is at `position`.
    fn write_positions(
        &self,
        field: u8,
        laid: &Laid,
        at: usize,
        position: &mut usize,
        writer: &mut Writer,
    ) {
        let start = *position;
        *position += self.counts[at] as usize;
        let positions = &self.positions[start..*position];
        writer.set(positions, laid.extents().of(self.documents[at], field));
    }
}

/// A written list.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The segment of its documents.
    pub(super) segment: &'a Segment,
    /// The field that it is of.
    pub field: u8,
    /// How many documents it has.
    pub documents: u32,
    /// What it can be worth, where it has a full block.
    bound: Bound,
    pub(super) skips: &'a [u8],
    pub(super) blocks: &'a [u8],
    pub(super) positions: &'a [u8],
    /// What follows the full blocks.
    pub(super) rest: Reader<'a>,
}

impl<'a> List<'a> {
    /// The list at the front of some bytes.
    pub fn open(segment: &'a Segment, bytes: &'a [u8]) -> Self {
        let mut rest = Reader::new(bytes);
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
            list.positions = front(list.start(full, SPOTS));
            list.rest = Reader::new(bytes);
        }
        list
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

    /// What it can be worth.
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
