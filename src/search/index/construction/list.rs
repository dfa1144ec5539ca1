//! How is a posting list written? A buffer that collects the occurrences of a word in a field and
//! writes them in the format of [`crate::search::index::segment::List`].

use super::laid::Laid;
use crate::search::index::code::{BLOCK, BitWriter, pack, put, width};
use crate::search::index::segment::{Bound, GROUP};

/// The occurrences of a word in a field, before they are written.
#[derive(Debug, Default)]
pub struct ListDraft {
    /// The documents, ascending.
    pub documents: Vec<u32>,
    /// For each document, the number of occurrences.
    pub counts: Vec<u32>,
    /// The positions in all documents, ascending within each.
    pub positions: Vec<u32>,
}

impl ListDraft {
    /// Adds an occurrence; documents and positions must come in order.
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

    /// Empties the list but keeps its memory.
    pub fn clear(&mut self) {
        self.documents.clear();
        self.counts.clear();
        self.positions.clear();
    }

    /// Appends the list of a field to `out`; `laid` are the documents of the segment.
    pub fn write(&self, field: u8, laid: &Laid, out: &mut Vec<u8>) {
        let mut head = BitWriter::new(out);
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
                let mut writer = BitWriter::new(&mut groups);
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
        self.write_rest(field, laid, full * BLOCK, BitWriter::new(out));
    }

    /// The bound of some of the documents.
    fn bound(&self, laid: &Laid, from: usize, to: usize) -> Bound {
        (from..to).fold(Bound::NONE, |bound, at| {
            bound.with(Bound {
                count: self.counts[at],
                length: laid.lengths[self.documents[at] as usize],
            })
        })
    }

    /// Writes the documents from `from` on, then their counts, then their positions.
    fn write_rest(&self, field: u8, laid: &Laid, from: usize, mut writer: BitWriter) {
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

    /// Writes the positions of a document; `position` is the index of the first and moves past
    /// them.
    fn write_positions(
        &self,
        field: u8,
        laid: &Laid,
        at: usize,
        position: &mut usize,
        writer: &mut BitWriter,
    ) {
        let start = *position;
        *position += self.counts[at] as usize;
        let positions = &self.positions[start..*position];
        writer.set(positions, laid.extents().of(self.documents[at], field));
    }
}

#[cfg(test)]
mod tests {
    use super::super::record::Records;
    use super::super::term::Terms;
    use super::*;
    use crate::search::index::segment::{Cursor, END, List, Segment};

    /// Documents of 700 tokens, some of them preceded by a headline.
    fn laid(documents: u32) -> Laid {
        let mut laid = Laid::default();
        for document in 0..documents {
            laid.firsts.push(laid.places.len() as u32);
            let headline = document % 3;
            if headline > 0 {
                laid.places.push(0);
                laid.fields.push(0);
            }
            laid.places
                .push(if headline > 0 { headline + 1 } else { 0 });
            laid.fields.push(1);
            laid.lengths.push(700 + document % 50);
        }
        laid
    }

    /// Every `step`th document, with 1 to 4 occurrences each after the headline.
    fn draft(documents: u32, step: u32) -> ListDraft {
        let mut draft = ListDraft::default();
        for document in (0..documents).map(|n| n * step + n % 3) {
            for n in 0..=document % 4 {
                draft.push(document, n * 150 + 4 + document % 7);
            }
        }
        draft
    }

    fn written(draft: &ListDraft, laid: &Laid) -> Vec<u8> {
        let mut bytes = Vec::new();
        draft.write(1, laid, &mut bytes);
        bytes
    }

    fn segment(laid: Laid) -> Segment {
        laid.segment(&[], &Terms::new(&[]), Records::with_room(0))
    }

    #[test]
    fn written_and_read() {
        for documents in [1, 2, 127, 128, 129, 300, 1024] {
            let (draft, laid) = (draft(documents, 5), laid(5200));
            let bytes = written(&draft, &laid);
            let segment = segment(laid);
            let list = List::open(&segment, &bytes);
            assert_eq!((list.field, list.documents), (1, documents));
            let mut read = ListDraft::default();
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
        for documents in [100, 1000] {
            let (draft, laid) = (draft(documents, 7), laid(7100));
            let bytes = written(&draft, &laid);
            let segment = segment(laid);
            let list = List::open(&segment, &bytes);
            for stride in [1, 3, 50, 900, 2500, 6000] {
                let mut cursor = Cursor::new(list, 0);
                for target in (0..7100).step_by(stride) {
                    cursor.seek(target);
                    let expected = draft.documents.iter().find(|&&d| d >= target);
                    assert_eq!(cursor.document(), expected.copied().unwrap_or(END));
                    let (last, bound) = cursor.block_end(target, list.bound());
                    assert!(last >= target);
                    let held = draft.documents.iter().zip(&draft.counts);
                    for (d, count) in held.filter(|(d, _)| (target..=last).contains(d)) {
                        assert!(*count <= bound.count && segment.length(*d) >= bound.length);
                    }
                    let mut first = None;
                    cursor.positions(|at| first = first.or(Some(at)));
                    assert_eq!(first, expected.map(|d| 4 + d % 7));
                }
            }
        }
    }

    #[test]
    fn cut_bytes_end_the_list_somewhere() {
        let laid = laid(3700);
        let bytes = written(&draft(400, 9), &laid);
        let segment = segment(laid);
        for cut in (0..bytes.len()).step_by(13) {
            let list = List::open(&segment, &bytes[..cut]);
            list.each(|_, _| {});
            list.bound();
            let mut cursor = Cursor::new(list, 0);
            for _ in 0..500 {
                cursor.positions(|_| {});
                cursor.advance();
            }
        }
    }
}
