//! Which documents does a list contain, in order, or from a given one on? A cursor that skips whole
//! blocks by their skip entries, and reads counts and positions only when needed.

use super::list::{Bound, END, ENDS, GROUP, List, POSITIONS, SKIP};
use crate::search::index::code::{BLOCK, BitReader, take, unpack};

/// A reader of a list, on one of its documents or past the last.
#[derive(Debug, Clone)]
pub struct Cursor<'a> {
    /// The list that it reads.
    pub list: List<'a>,
    block: usize,
    at: usize,
    length: usize,
    documents: [u32; BLOCK],
    counts: [u32; BLOCK],
    /// What follows the full blocks: first the counts, then, after these are read, the positions.
    rest: BitReader<'a>,
    counted: bool,
    /// The number of documents of the block whose positions `places` has passed; [`BLOCK`] before
    /// any were read.
    passed: usize,
    /// The positions from the document `passed` of the block on.
    places: BitReader<'a>,
    /// The positions from the next document on, if known.
    after: Option<BitReader<'a>>,
}

impl<'a> Cursor<'a> {
    /// A cursor on the first document not before `from`.
    pub fn new(list: List<'a>, from: u32) -> Self {
        let mut cursor = Self {
            list,
            block: 0,
            at: 0,
            length: 0,
            documents: [END; BLOCK],
            counts: [0; BLOCK],
            rest: list.rest,
            counted: false,
            passed: BLOCK,
            places: list.rest,
            after: None,
        };
        cursor.open(if from == 0 { 0 } else { cursor.block_of(from) });
        cursor.seek(from);
        cursor
    }

    /// Reads the documents of a block.
    fn open(&mut self, block: usize) {
        let all = self.list.documents as usize;
        let first = block * BLOCK;
        self.block = block;
        self.at = 0;
        self.counted = false;
        self.passed = BLOCK;
        self.after = None;
        self.length = all.saturating_sub(first).min(BLOCK);
        if self.length == 0 {
            self.documents[0] = END;
            return;
        }
        let before = block.checked_sub(1).and_then(|b| self.list.skip(b, 0));
        let mut next = before.map_or(0, |last| last.wrapping_add(1));
        if self.length < BLOCK {
            let (mut at, documents) = (0, &mut self.documents);
            self.rest = self.list.rest;
            let range = next..self.list.segment.documents;
            self.rest.set(self.length as u32, range, |document| {
                documents[at] = document;
                at += 1;
            });
            // Truncated bytes yield fewer documents than announced.
            documents[at..].fill(END);
            return;
        }
        let (width, rest) = self.bytes().split_first().unwrap_or((&0, &[]));
        unpack(
            rest.get(1..).unwrap_or_default(),
            u32::from(*width).min(32),
            &mut self.documents,
        );
        for document in &mut self.documents {
            *document = document.wrapping_add(next);
            next = document.wrapping_add(1);
        }
    }

    /// The bytes of a full block.
    fn bytes(&self) -> &'a [u8] {
        let start = self.list.start(self.block, ENDS);
        self.list.blocks.get(start..).unwrap_or_default()
    }

    /// Reads the counts of the block, once.
    fn count_all(&mut self) {
        if self.counted {
            return;
        }
        self.counted = true;
        if self.length < BLOCK {
            for count in &mut self.counts[..self.length] {
                *count = self.rest.unary().saturating_add(1);
            }
            return;
        }
        let bytes = self.bytes();
        let [of_gaps, width] = [0, 1].map(|at| bytes.get(at).map_or(0, |&width| width.min(32)));
        let start = 2 + BLOCK / 8 * usize::from(of_gaps);
        unpack(
            bytes.get(start..).unwrap_or_default(),
            width.into(),
            &mut self.counts,
        );
        for count in &mut self.counts {
            *count = count.saturating_add(1);
        }
    }

    /// The current document; [`END`] past the last.
    pub fn document(&self) -> u32 {
        self.documents[self.at]
    }

    /// The number of occurrences in the current document; 0 past the last.
    pub fn count(&mut self) -> u32 {
        self.count_all();
        if self.at < self.length {
            self.counts[self.at]
        } else {
            0
        }
    }

    /// Moves to the next document.
    pub fn advance(&mut self) {
        self.at += 1;
        if self.at >= self.length {
            self.open(self.block + 1);
        }
    }

    /// Moves to the first document not before `target`; never back.
    pub fn seek(&mut self, target: u32) {
        if self.document() >= target {
            return;
        }
        if self.documents[self.length - 1] < target {
            let block = self.block_of(target);
            self.open(block);
        }
        while self.document() < target {
            self.at += 1;
            if self.at >= self.length {
                self.open(self.block + 1);
            }
        }
    }

    /// The first block from the current one on whose last document is not before `target`.
    fn block_of(&self, target: u32) -> usize {
        let full = self.list.skips.len() / SKIP;
        let (mut low, mut step) = (self.block, 1);
        let before = |block: usize| self.list.skip(block, 0).is_some_and(|last| last < target);
        while low + step < full && before(low + step) {
            low += step;
            step *= 2;
        }
        let mut high = (low + step).min(full);
        while low < high {
            let middle = low.midpoint(high);
            if before(middle) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        low
    }

    /// The last document of the block that contains `target`, and the bound of that block. After
    /// the full blocks: [`END`] and `all`, which is the bound of the whole list.
    pub fn block_end(&self, target: u32, all: Bound) -> (u32, Bound) {
        let block = if self.documents[self.length.max(1) - 1] >= target {
            self.block
        } else {
            self.block_of(target)
        };
        match (self.list.skip(block, 0), self.list.skip(block, 12)) {
            (Some(last), Some(bound)) => {
                let (count, length) = (bound & 0xffff, bound >> 16);
                let count = if count == 0xffff { all.count } else { count };
                (last, Bound { count, length })
            }
            _ => (END, all),
        }
    }

    /// Calls `place` with each position in the current document, in order.
    pub fn positions(&mut self, mut place: impl FnMut(u32)) {
        self.count_all();
        if self.at >= self.length {
            return;
        }
        let is_full = self.length == BLOCK;
        if self.passed > self.at || is_full && self.passed / GROUP < self.at / GROUP {
            (self.passed, self.places) = if is_full {
                self.group(self.at / GROUP)
            } else {
                (0, self.rest)
            };
            self.after = None;
        }
        let segment = self.list.segment;
        let (extents, field) = (segment.extents(), self.list.field);
        if self.passed < self.at
            && let Some(after) = self.after.take()
        {
            (self.passed, self.places) = (self.passed + 1, after);
        }
        for at in self.passed..self.at {
            let extent = extents.of(self.documents[at], field);
            self.places.set(self.counts[at], extent, |_| {});
        }
        self.passed = self.at;
        let mut after = self.places;
        let extent = extents.of(self.documents[self.at], field);
        after.set(self.counts[self.at], extent, &mut place);
        self.after = Some(after);
    }

    /// The index of the first document of a group in a full block, and the start of its positions.
    fn group(&self, group: usize) -> (usize, BitReader<'a>) {
        let start = self.list.start(self.block, POSITIONS);
        let mut bytes = self.list.positions.get(start..).unwrap_or_default();
        let (mut before, mut all) = (0usize, 0usize);
        for at in 0..BLOCK / GROUP {
            let length = take(&mut bytes) as usize;
            all = all.saturating_add(length);
            if at < group {
                before = all;
            }
        }
        let places = bytes.get(before..).unwrap_or_default();
        (group * GROUP, BitReader::new(places))
    }
}
