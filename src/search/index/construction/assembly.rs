//! How do documents and words become the bytes of a segment? The last pass of a builder, which
//! writes the regions in the order of [`crate::search::index::segment`].

use super::laid::Laid;
use super::record::Records;
use super::term::Terms;
use crate::search::index::code::automaton_of;
use crate::search::index::segment::{HEADER, REGIONS, Segment};

impl Laid {
    /// The segment of these documents; `keys` are those of its words, sorted.
    pub fn segment(mut self, keys: &[(String, u32)], terms: &Terms, records: Records) -> Segment {
        let counts = [self.lengths.len(), self.places.len(), keys.len()].map(|n| n as u32);
        self.firsts.push(counts[1]);
        let apart = terms.apart(keys);
        let firsts: Vec<u32> = apart.iter().map(|(_, first)| *first).collect();
        let mut apart_terms = numbers(&firsts);
        apart_terms.extend(automaton_of(apart.iter().map(|(term, _)| *term)));
        // The records stay where they were built; the other regions follow.
        let starts = numbers(&records.starts);
        let mut bytes = records.bytes;
        let mut ends = vec![bytes.len() as u32];
        let regions: [Vec<u8>; REGIONS - 1] = [
            automaton_of(keys.iter().map(|(key, _)| key.as_str())),
            apart_terms,
            starts,
            numbers(&self.firsts),
            numbers(&self.lengths),
            numbers(&self.places),
            self.fields,
        ];
        bytes.reserve_exact(regions.iter().map(Vec::len).sum());
        for region in regions {
            bytes.extend(region);
            ends.push(bytes.len() as u32);
        }
        bytes[..HEADER].copy_from_slice(&[numbers(&counts), numbers(&ends)].concat());
        bytes.shrink_to_fit();
        Segment::open(bytes.into()).unwrap_or_default()
    }
}

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|n| n.to_le_bytes()).collect()
}
