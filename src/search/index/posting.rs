//! Where does each word stand? Lists of documents, counts and positions in a flat form, and a
//! cursor that reads them in order or jumps ahead.
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
const SKIP: usize = 16;

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
    skips: &'a [u8],
    blocks: &'a [u8],
    positions: &'a [u8],
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

    /// A number of a skip entry, by its byte in it; `None` after the last full block.
    fn skip(&self, block: usize, at: usize) -> Option<u32> {
        let start = block * SKIP + at;
        let bytes = self.skips.get(start..start + 4)?;
        Some(bytes.try_into().map_or(0, u32::from_le_bytes))
    }

    /// Where a number that counts from the start of the list stands at the start of a block.
    fn start(&self, block: usize, at: usize) -> usize {
        block
            .checked_sub(1)
            .and_then(|before| self.skip(before, at))
            .unwrap_or(0) as usize
    }

    /// A cursor on the first document from `from` on.
    pub fn cursor(self, from: u32) -> Cursor<'a> {
        let mut cursor = Cursor {
            list: self,
            block: 0,
            at: 0,
            length: 0,
            documents: [END; BLOCK],
            counts: [0; BLOCK],
            rest: &[],
            counted: false,
            passed: 0,
            places: &[],
        };
        cursor.open(if from == 0 { 0 } else { cursor.block_of(from) });
        cursor.seek(from);
        cursor
    }
}

/// A reader of a list, on one of its documents or behind them all.
#[derive(Debug, Clone)]
pub struct Cursor<'a> {
    /// What it reads.
    pub list: List<'a>,
    block: usize,
    at: usize,
    length: usize,
    documents: [u32; BLOCK],
    counts: [u32; BLOCK],
    /// The bytes of the counts of the block, until they are read.
    rest: &'a [u8],
    counted: bool,
    /// How many documents of the block `places` has passed.
    passed: usize,
    /// The positions from the document `passed` of the block on.
    places: &'a [u8],
}

impl<'a> Cursor<'a> {
    /// Reads the documents of a block.
    fn open(&mut self, block: usize) {
        let all = self.list.documents as usize;
        let first = block * BLOCK;
        self.block = block;
        self.at = 0;
        self.counted = false;
        self.passed = 0;
        self.length = all.saturating_sub(first).min(BLOCK);
        if self.length == 0 {
            self.documents[0] = END;
            return;
        }
        let before = block.checked_sub(1).and_then(|b| self.list.skip(b, 0));
        let mut next = before.map_or(0, |last| last.wrapping_add(1));
        self.places = self
            .list
            .positions
            .get(self.list.start(block, 8)..)
            .unwrap_or_default();
        let mut bytes = self
            .list
            .blocks
            .get(self.list.start(block, 4)..)
            .unwrap_or_default();
        if self.length == BLOCK {
            let (width, rest) = bytes.split_first().unwrap_or((&0, &[]));
            let width = u32::from(*width).min(32);
            unpack(
                rest.get(1..).unwrap_or_default(),
                width,
                &mut self.documents,
            );
            self.rest = rest;
        } else {
            for gap in &mut self.documents[..self.length] {
                *gap = take(&mut bytes);
            }
            self.rest = bytes;
        }
        for document in &mut self.documents[..self.length] {
            *document = document.wrapping_add(next);
            next = document.wrapping_add(1);
        }
    }

    /// Reads the counts of the block, once.
    fn count_all(&mut self) {
        if self.counted {
            return;
        }
        self.counted = true;
        if self.length == BLOCK {
            let before = self
                .list
                .blocks
                .get(self.list.start(self.block, 4))
                .copied();
            let start = 1 + 16 * usize::from(before.unwrap_or(0).min(32));
            let width = u32::from(self.rest.first().copied().unwrap_or(0)).min(32);
            unpack(
                self.rest.get(start..).unwrap_or_default(),
                width,
                &mut self.counts,
            );
        } else {
            for count in &mut self.counts[..self.length] {
                *count = take(&mut self.rest);
            }
        }
        for count in &mut self.counts[..self.length] {
            *count = count.saturating_add(1);
        }
    }

    /// The document it is on; [`END`] behind the last.
    pub fn document(&self) -> u32 {
        self.documents[self.at]
    }

    /// How often the word stands in the document.
    pub fn count(&mut self) -> u32 {
        self.count_all();
        if self.at < self.length {
            self.counts[self.at]
        } else {
            0
        }
    }

    /// Calls `each` with every document left and its count, in order.
    pub fn each(&mut self, mut each: impl FnMut(u32, u32)) {
        while self.length > 0 {
            self.count_all();
            let block = self.at..self.length;
            for (&document, &count) in self.documents[block.clone()]
                .iter()
                .zip(&self.counts[block])
            {
                each(document, count);
            }
            self.open(self.block + 1);
        }
    }

    /// Goes to the next document.
    pub fn advance(&mut self) {
        self.at += 1;
        if self.at >= self.length {
            self.open(self.block + 1);
        }
    }

    /// Goes to the first document from `target` on; never back.
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

    /// The first block from this one on whose last document is not before `target`.
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

    /// The last document that the bound of [`Self::block_bound`] holds for.
    pub fn block_end(&self, target: u32) -> (u32, Bound) {
        let block = if self.documents[self.length.max(1) - 1] >= target {
            self.block
        } else {
            self.block_of(target)
        };
        match (self.list.skip(block, 0), self.list.skip(block, 12)) {
            (Some(last), Some(bound)) => {
                let (count, length) = (bound & 0xffff, bound >> 16);
                let count = if count == 0xffff {
                    self.list.bound.count
                } else {
                    count
                };
                (last, Bound { count, length })
            }
            _ => (END, self.list.bound),
        }
    }

    /// Where the word stands in the document it is on: calls `place` with each position in order.
    pub fn positions(&mut self, mut place: impl FnMut(u32)) {
        self.count_all();
        if self.at >= self.length {
            return;
        }
        if self.passed > self.at {
            self.passed = 0;
            self.places = self
                .list
                .positions
                .get(self.list.start(self.block, 8)..)
                .unwrap_or_default();
        }
        let between: u32 = self.counts[self.passed..self.at].iter().sum();
        skip(&mut self.places, between);
        self.passed = self.at;
        let mut bytes = self.places;
        let mut next = 0u32;
        for _ in 0..self.counts[self.at] {
            let at = next.wrapping_add(take(&mut bytes));
            place(at);
            next = at.wrapping_add(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list of every `step`th document, with 1 to 4 occurrences each.
    fn draft(documents: u32, step: u32) -> Draft {
        let mut draft = Draft::default();
        for document in (0..documents).map(|n| n * step + n % 3) {
            for n in 0..=document % 4 {
                draft.push(document, n * 150 + document % 7);
            }
        }
        draft
    }

    fn written(draft: &Draft) -> (Vec<u8>, Vec<u8>) {
        let (mut bytes, mut places) = (Vec::new(), Vec::new());
        draft.write(|d| 100 + d % 50, &mut bytes, &mut places);
        (bytes, places)
    }

    #[test]
    fn written_and_read() {
        for documents in [0, 1, 127, 128, 129, 300, 1024] {
            let draft = draft(documents, 5);
            let (bytes, places) = written(&draft);
            let (mut b, mut p) = (&bytes[..], &places[..]);
            let list = List::take(&mut b, &mut p);
            assert!(b.is_empty() && p.is_empty());
            assert_eq!(list.documents, documents);
            let mut read = Draft::default();
            let mut cursor = list.cursor(0);
            while cursor.document() != END {
                let document = cursor.document();
                let mut count = 0;
                cursor.positions(|at| {
                    read.push(document, at);
                    count += 1;
                });
                assert_eq!(cursor.count(), count);
                cursor.advance();
            }
            assert_eq!(read.documents, draft.documents);
            assert_eq!(read.counts, draft.counts);
            assert_eq!(read.positions, draft.positions);
        }
    }

    #[test]
    fn jumps_land_where_steps_do() {
        let draft = draft(1000, 7);
        let (bytes, places) = written(&draft);
        let list = List::take(&mut &bytes[..], &mut &places[..]);
        for stride in [1, 3, 50, 900, 2500, 6000] {
            let mut cursor = list.cursor(0);
            for target in (0..7100).step_by(stride) {
                cursor.seek(target);
                let expected = draft.documents.iter().find(|&&d| d >= target);
                assert_eq!(cursor.document(), expected.copied().unwrap_or(END));
                let (last, bound) = cursor.block_end(target);
                assert!(last >= target);
                let held = draft.documents.iter().zip(&draft.counts);
                for (d, count) in held.filter(|(d, _)| (target..=last).contains(d)) {
                    assert!(*count <= bound.count && 100 + d % 50 >= bound.length);
                }
                let mut first = None;
                cursor.positions(|at| first = first.or(Some(at)));
                assert_eq!(first, expected.map(|d| d % 7));
            }
        }
    }

    #[test]
    fn cut_bytes_end_the_list_somewhere() {
        let (bytes, places) = written(&draft(400, 9));
        for cut in (0..bytes.len()).step_by(13) {
            let list = List::take(&mut &bytes[..cut], &mut &places[..cut.min(places.len())]);
            let mut cursor = list.cursor(0);
            for _ in 0..500 {
                cursor.positions(|_| {});
                cursor.advance();
            }
        }
    }
}
