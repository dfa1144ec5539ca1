//! Which documents does a list have, one after the other, or from one on? A reader that passes over
//! whole blocks by their skip entries, and reads counts and positions only when they are asked for.

use super::bits::{BLOCK, skip, take, unpack};
use super::posting::{Bound, END, List, SKIP};

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
    /// A cursor on the first document from `from` on.
    pub fn new(list: List<'a>, from: u32) -> Self {
        let mut cursor = Self {
            list,
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
    use crate::search::index::posting::Draft;

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
            let mut cursor = Cursor::new(list, 0);
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
            let mut all = Vec::new();
            list.each(|document, count| all.push((document, count)));
            let held = draft.documents.iter().copied();
            assert!(held.zip(draft.counts.iter().copied()).eq(all));
        }
    }

    #[test]
    fn jumps_land_where_steps_do() {
        let draft = draft(1000, 7);
        let (bytes, places) = written(&draft);
        let list = List::take(&mut &bytes[..], &mut &places[..]);
        for stride in [1, 3, 50, 900, 2500, 6000] {
            let mut cursor = Cursor::new(list, 0);
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
            list.each(|_, _| {});
            let mut cursor = Cursor::new(list, 0);
            for _ in 0..500 {
                cursor.positions(|_| {});
                cursor.advance();
            }
        }
    }
}
