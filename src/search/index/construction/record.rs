//! How is the record of a word written? The records of a segment that comes to be, one behind the other.

use std::borrow::Cow;

use super::laid::Laid;
use super::list::ListDraft;
use crate::search::index::code::put;
use crate::search::index::segment::{
    BACK, BOTH, CAPITAL, CAPITALISED, CAPITALS, COMPOUND, Casing, FIELDS, HEADER, JOINED, KEY,
    Kind, LISTED, ON, ONCE, ONE, SEVERAL, SILENT, SMALL, STRIDE, capitalised,
};

/// The records of words, as they grow.
pub struct Records {
    /// Behind room for the header of the segment.
    pub bytes: Vec<u8>,
    /// Where every [`STRIDE`]th record starts.
    pub starts: Vec<u32>,
    number: usize,
    draft: ListDraft,
}

/// What a record says of a word before its lists.
pub struct RecordHead<'a> {
    /// How far back the first word of its term is, and how far on the next; 0 for none.
    pub links: [u32; 2],
    /// In how many documents its term stands; of the first word of a term.
    pub documents: Option<u32>,
    /// How often it stands anywhere.
    pub count: u32,
    /// How it is written in running text.
    pub casing: Casing,
    /// How it is written and how often so, most often first, then by alphabet; none for a compound.
    pub looks: &'a [(Cow<'a, str>, u32)],
}

impl RecordHead<'_> {
    /// The kind of the record, and what it says of the looks.
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

/// How a look follows from a key; [`LISTED`] where it does not.
fn kind_of(look: &str, key: &str) -> u8 {
    match look {
        look if look == key => KEY,
        look if look == capitalised(key) => CAPITALISED,
        look if look == key.to_ascii_uppercase() => CAPITALS,
        _ => LISTED,
    }
}

/// A list of looks, see [`Looks`].
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
    /// No records yet, with room for so many bytes.
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

    /// Adds the record of the next word; `met` has its documents and positions in each field.
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
