//! What does a segment keep of a word? Its record: links, counts, look, and its lists.

use super::bits::put;
use super::builder::FIELDS;
use super::name::Writing;
use super::posting::Draft;
use super::segment::{JOINED, STRIDE, WRITTEN, capitalised};

/// The records of words and their positions, as they grow.
#[derive(Default)]
pub(super) struct Records {
    pub bytes: Vec<u8>,
    pub positions: Vec<u8>,
    /// Where every [`STRIDE`]th record starts, and its positions.
    pub starts: Vec<u32>,
    number: usize,
    draft: Draft,
}

/// What a record says of a word before its lists.
pub(super) struct Head<'a> {
    /// How far back the first word of its term is, and how far on the next; 0 for none.
    pub links: [u32; 2],
    /// In how many documents its term stands; of the first word of a term.
    pub documents: Option<u32>,
    /// How often it stands anywhere.
    pub count: u32,
    /// How it is written in running text.
    pub writing: Writing,
    /// How it is most often written.
    pub look: &'a str,
}

impl Records {
    /// Adds the record of the next word; `met` has its documents and positions in each field.
    pub(super) fn push(
        &mut self,
        key: &str,
        head: &Head,
        met: &[Vec<(u32, u32)>; FIELDS],
        lengths: &[u32],
    ) {
        if self.number.is_multiple_of(STRIDE) {
            self.starts
                .extend([self.bytes.len() as u32, self.positions.len() as u32]);
        }
        self.number += 1;
        let (mut record, mut places) = (Vec::new(), Vec::new());
        let numbers = head.links.into_iter().chain(head.documents).chain([
            head.count,
            head.writing.capital,
            head.writing.small,
        ]);
        numbers.for_each(|n| put(n, &mut record));
        let compound = key
            .split_once(JOINED)
            .and_then(|(_, units)| units.parse::<u32>().ok());
        match (compound, head.look) {
            (Some(units), _) => put(1 + units, &mut record),
            (None, look) if look == key => put(0, &mut record),
            (None, look) if look == capitalised(key) => put(1, &mut record),
            (None, look) if look == key.to_ascii_uppercase() => put(2, &mut record),
            (None, look) => {
                put(look.len() as u32 + WRITTEN, &mut record);
                record.extend(look.as_bytes());
            }
        }
        for (field, met) in met.iter().enumerate() {
            if met.is_empty() {
                continue;
            }
            self.draft.clear();
            met.iter()
                .for_each(|&(document, position)| self.draft.push(document, position));
            record.push(field as u8);
            self.draft
                .write(|d| lengths[d as usize], &mut record, &mut places);
        }
        put(record.len() as u32, &mut self.bytes);
        put(places.len() as u32, &mut self.bytes);
        self.bytes.extend(record);
        self.positions.extend(places);
    }
}
