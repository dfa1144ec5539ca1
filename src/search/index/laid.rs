//! How do documents and words become the bytes of a segment? Section by section, as [`super::segment`]
//! lists them.

use std::ops::Range;
use std::sync::Arc;

use super::automaton;
use super::record::Records;
use super::segment::{HEADER, SECTIONS, Segment};
use super::term::Terms;

/// The documents of a segment that comes to be, in their order.
#[derive(Default)]
pub(super) struct Laid {
    /// For each document its first block.
    pub firsts: Vec<u32>,
    /// For each document its units.
    pub lengths: Vec<u32>,
    /// For each block its first position.
    pub places: Vec<u32>,
    /// For each block its field.
    pub fields: Vec<u8>,
}

impl Laid {
    /// The positions from the first block of a field to the end of its last in a document; none where
    /// it has none.
    pub(super) fn extent(&self, document: u32, field: u8) -> Range<u32> {
        let at = document as usize;
        let end = self.firsts.get(at + 1).copied();
        extent(
            self.firsts[at]..end.unwrap_or(self.places.len() as u32),
            self.lengths[at],
            field,
            |block| (self.fields[block as usize], self.places[block as usize]),
        )
    }

    /// The segment of these documents; `keys` are those of its words, sorted.
    pub(super) fn segment(
        mut self,
        keys: &[(String, u32)],
        terms: &Terms,
        records: Records,
    ) -> Segment {
        let counts = [self.lengths.len(), self.places.len(), keys.len()].map(|n| n as u32);
        self.firsts.push(counts[1]);
        let apart = terms.apart(keys);
        let firsts: Vec<u32> = apart.iter().map(|(_, first)| *first).collect();
        let mut apart_terms = numbers(&firsts);
        apart_terms.extend(automaton::build(apart.iter().map(|(term, _)| *term)));
        let sections: [Vec<u8>; SECTIONS] = [
            automaton::build(keys.iter().map(|(key, _)| key.as_str())),
            apart_terms,
            numbers(&records.starts),
            records.bytes,
            numbers(&self.firsts),
            numbers(&self.lengths),
            numbers(&self.places),
            self.fields,
        ];
        let mut bytes = Vec::with_capacity(HEADER + sections.iter().map(Vec::len).sum::<usize>());
        bytes.extend(numbers(&counts));
        let mut end = HEADER;
        for section in &sections {
            end += section.len();
            bytes.extend((end as u32).to_le_bytes());
        }
        sections.iter().for_each(|section| bytes.extend(section));
        Segment::open(Arc::from(bytes)).unwrap_or_default()
    }
}

/// The positions from the first block of a field to the end of its last, in a document of some blocks and
/// units; `block` tells the field of one and its first position.
pub(super) fn extent(
    blocks: Range<u32>,
    units: u32,
    field: u8,
    block: impl Fn(u32) -> (u8, u32),
) -> Range<u32> {
    let of_field = |at: &u32| block(*at).0 == field;
    let Some(first) = blocks.clone().find(of_field) else {
        return 0..0;
    };
    let last = blocks.clone().rev().find(of_field).unwrap_or(first);
    // One position is free between blocks.
    let end = if last + 1 < blocks.end {
        block(last + 1).1
    } else {
        units.saturating_add(blocks.end - blocks.start)
    };
    block(first).1..end.saturating_sub(1)
}

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|n| n.to_le_bytes()).collect()
}
