//! How is the record of a word written? A writer that appends record after record to a new segment.

use std::borrow::Cow;

use super::laid::Laid;
use super::list::ListDraft;
use crate::search::index::code::put;
use crate::search::index::segment::{
    BACK, BOTH, CAPITAL, CAPITALISED, CAPITALS, COMPOUND, Casing, FIELDS, HEADER, JOINED, KEY,
    Kind, LISTED, ON, ONCE, ONE, SEVERAL, SILENT, SMALL, STRIDE, capitalised,
};

/// The records of words as they are appended.
pub struct Records {
    /// The bytes, which begin with space for the header of the segment.
    pub bytes: Vec<u8>,
    /// The offset of every [`STRIDE`]th record after the header.
    pub starts: Vec<u32>,
    number: usize,
    draft: ListDraft,
}

/// The contents of a record before its lists.
pub struct RecordHead<'a> {
    /// The distances back to the first word of its term and on to the next word; 0 for none.
    pub links: [u32; 2],
    /// The number of documents in which its term occurs; only for the first word of a term.
    pub documents: Option<u32>,
    /// The number of its occurrences.
    pub count: u32,
    /// Its casing in running text.
    pub casing: Casing,
    /// Its written forms with their frequencies, by descending frequency, then alphabetically; none
    /// for a compound.
    pub looks: &'a [(Cow<'a, str>, u32)],
}

impl RecordHead<'_> {
    /// The kind of the record, and the bytes that describe the written forms.
    fn kind(&self, key: &str, lists: usize) -> (Kind, Vec<u8>) {
        let mut said = Vec::new();
        let tokens = key.split_once(JOINED).and_then(|(_, n)| n.parse().ok());
        let look = match (tokens, self.looks) {
            (Some(tokens), _) => {
                put(tokens, &mut said);
                COMPOUND
            }
            (None, []) => KEY,
            (None, [(look, _)]) if kind_of(look, key) != LISTED => kind_of(look, key),
            (None, looks) => {
                let list = listed(looks, key);
                put(looks.len() as u32, &mut said);
                put(list.len() as u32, &mut said);
                said.extend(list);
                LISTED
            }
        };
        let Casing { capital, small } = self.casing;
        let casing = match (capital, small) {
            (0, 0) => SILENT,
            (0, small) if small == self.count => SMALL,
            (capital, 0) if capital == self.count => CAPITAL,
            _ => BOTH,
        };
        let [back, on] = self.links.map(|link| u8::from(link > 0));
        let lists = match (lists, self.count) {
            (1, 1) => ONCE,
            (1, _) => ONE,
            _ => SEVERAL,
        };
        let kind = Kind {
            look,
            links: back * BACK + on * ON,
            casing,
            lists,
        };
        (kind, said)
    }
}

/// How a written form follows from a key; [`LISTED`] if it does not.
fn kind_of(look: &str, key: &str) -> u8 {
    match look {
        look if look == key => KEY,
        look if look == capitalised(key) => CAPITALISED,
        look if look == key.to_ascii_uppercase() => CAPITALS,
        _ => LISTED,
    }
}

/// A list of written forms, as `LookIter` reads it.
fn listed(looks: &[(Cow<str>, u32)], key: &str) -> Vec<u8> {
    let mut list = Vec::new();
    for (at, (look, count)) in looks.iter().enumerate() {
        let kind = kind_of(look, key);
        put(u32::from(kind), &mut list);
        if kind == LISTED {
            put(look.len() as u32, &mut list);
            list.extend(look.as_bytes());
        }
        if at + 1 < looks.len() {
            put(*count, &mut list);
        }
    }
    list
}

impl Records {
    /// An empty list of records, with space for `room` bytes.
    pub fn with_room(room: usize) -> Self {
        let mut bytes = Vec::with_capacity(HEADER + room);
        bytes.resize(HEADER, 0);
        Self {
            bytes,
            starts: Vec::new(),
            number: 0,
            draft: ListDraft::default(),
        }
    }

    /// Appends the record of the next word; `met` holds its documents and positions in each field.
    pub fn push(
        &mut self,
        key: &str,
        head: &RecordHead,
        met: &[Vec<(u32, u32)>; FIELDS],
        laid: &Laid,
    ) {
        if self.number.is_multiple_of(STRIDE) {
            self.starts.push((self.bytes.len() - HEADER) as u32);
        }
        self.number += 1;
        let mut left = met.iter().filter(|met| !met.is_empty()).count();
        let (kind, look) = head.kind(key, left);
        let mut record = vec![kind.byte()];
        let links = head.links.into_iter().filter(|&link| link > 0);
        links.for_each(|link| put(link, &mut record));
        let documents = head.documents.filter(|_| kind.has_documents());
        documents.into_iter().for_each(|n| put(n, &mut record));
        if kind.lists != ONCE {
            put(head.count, &mut record);
        }
        if kind.casing == BOTH {
            put(head.casing.capital, &mut record);
            put(head.casing.small, &mut record);
        }
        record.extend(look);
        let mut list = Vec::new();
        for (field, met) in met.iter().enumerate().filter(|(_, met)| !met.is_empty()) {
            self.draft.clear();
            met.iter()
                .for_each(|&(document, position)| self.draft.push(document, position));
            list.clear();
            self.draft.write(field as u8, laid, &mut list);
            left -= 1;
            if kind.lists == SEVERAL {
                put(
                    if left > 0 { list.len() as u32 + 1 } else { 0 },
                    &mut record,
                );
            }
            record.extend(&list);
        }
        put(record.len() as u32, &mut self.bytes);
        self.bytes.extend(record);
    }
}
