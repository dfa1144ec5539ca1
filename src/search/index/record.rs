//! What does a segment keep of a word? Its record: links, counts, look, and its lists.
//!
//! The first byte tells what follows, so that a word of one occurrence takes a few bytes: which of the four
//! numbers of [`Kind`] are there. Then come how far back the first word of its term is, and how far on the
//! next; of the first word of a term that has others, or several lists, in how many documents the term
//! stands; how often the word stands; how it is written in running text; its looks, or the units of a
//! compound; and its lists, each but the last of several after its length and one, the last after 0.

use std::borrow::Cow;

use super::bits::{put, take};
use super::builder::FIELDS;
use super::laid::Laid;
use super::name::Writing;
use super::posting::{Draft, List};
use super::segment::{HEADER, JOINED, STRIDE, Segment, capitalised};

/// What follows in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kind {
    look: u8,
    links: u8,
    writing: u8,
    lists: u8,
}

/// The looks that follow from a key; a list of looks, each after one of these numbers; a compound, which has
/// none.
const KEY: u8 = 0;
const CAPITALISED: u8 = 1;
const CAPITALS: u8 = 2;
const LISTED: u8 = 3;
const COMPOUND: u8 = 4;
/// The parts of links.
const BACK: u8 = 1;
const ON: u8 = 2;
/// A word that is never met in running text, always small, always with a capital, or both.
const SILENT: u8 = 0;
const SMALL: u8 = 1;
const CAPITAL: u8 = 2;
const BOTH: u8 = 3;
/// A word that stands once, one of one list, or of several.
const ONCE: u8 = 0;
const ONE: u8 = 1;
const SEVERAL: u8 = 2;

impl Kind {
    fn byte(self) -> u8 {
        ((self.look * 4 + self.links) * 4 + self.writing) * 3 + self.lists
    }

    fn of(byte: u8) -> Self {
        Self {
            look: byte / 48,
            links: byte / 12 % 4,
            writing: byte / 3 % 4,
            lists: byte % 3,
        }
    }

    /// Whether it is told in how many documents the term stands.
    fn has_documents(self) -> bool {
        self.links & BACK == 0 && (self.links & ON > 0 || self.lists == SEVERAL)
    }
}

/// What a record says of a word.
pub(super) struct Record<'a> {
    /// How far back the first word of its term is, and how far on the next; 0 for none.
    pub links: [u32; 2],
    /// In how many documents its term stands; 0 but for the first word of a term.
    pub documents: u32,
    /// How often it stands anywhere.
    pub count: u32,
    /// How it is written in running text.
    pub writing: Writing,
    /// How many units it covers.
    pub width: u32,
    /// How it is written.
    pub looks: Looks<'a>,
    /// Its lists.
    pub lists: Lists<'a>,
}

/// How a word is written anywhere, and how often so: an iterator, most often first, then by alphabet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Looks<'a> {
    /// What is left of a list: each look but the last has its count behind it.
    bytes: &'a [u8],
    /// How many looks are left.
    left: u32,
    /// How often they stand together.
    count: u32,
    /// The look of a word that is written in one way that follows from its key.
    only: u8,
}

/// A way to write a word.
#[derive(Debug, Clone, Copy)]
pub(super) enum Look<'a> {
    Key,
    Capitalised,
    Capitals,
    Other(&'a [u8]),
}

impl<'a> Iterator for Looks<'a> {
    type Item = (Look<'a>, u32);

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let kind = match self.only {
            LISTED => take(&mut self.bytes) as u8,
            only => only,
        };
        let look = match kind {
            CAPITALISED => Look::Capitalised,
            CAPITALS => Look::Capitals,
            LISTED => {
                let length = take(&mut self.bytes);
                let (look, rest) = self.bytes.split_at_checked(length as usize)?;
                self.bytes = rest;
                Look::Other(look)
            }
            _ => Look::Key,
        };
        let count = match self.left {
            0 => self.count,
            _ => take(&mut self.bytes).min(self.count),
        };
        self.count -= count;
        Some((look, count))
    }
}

/// The lists of a word by field, fields ascending.
#[derive(Debug, Clone, Copy)]
pub struct Lists<'a> {
    segment: &'a Segment,
    bytes: &'a [u8],
    /// Whether each has its length before it.
    are_several: bool,
}

impl<'a> Iterator for Lists<'a> {
    type Item = List<'a>;

    fn next(&mut self) -> Option<List<'a>> {
        let mut bytes = std::mem::take(&mut self.bytes);
        if bytes.is_empty() {
            return None;
        }
        if self.are_several
            && let Some(length) = take(&mut bytes).checked_sub(1)
        {
            self.bytes = bytes.get(length as usize..).unwrap_or_default();
        }
        Some(List::open(self.segment, bytes))
    }
}

impl<'a> Record<'a> {
    /// The record at the front of some bytes of a segment; of cut bytes what is there.
    pub fn read(segment: &'a Segment, mut bytes: &'a [u8]) -> Option<Self> {
        let (&byte, rest) = bytes.split_first()?;
        bytes = rest;
        let kind = Kind::of(byte);
        let mut number = |is_there: bool| if is_there { take(&mut bytes) } else { 0 };
        let links = [BACK, ON].map(|link| number(kind.links & link > 0));
        let told = number(kind.has_documents());
        let count = if kind.lists == ONCE { 1 } else { number(true) };
        let [capital, small] = match kind.writing {
            SILENT => [0, 0],
            SMALL => [0, count],
            CAPITAL => [count, 0],
            _ => [number(true), number(true)],
        };
        let mut width = 1;
        let mut looks = Looks {
            bytes: &[],
            left: 1,
            count,
            only: kind.look,
        };
        match kind.look {
            LISTED => {
                looks.left = number(true);
                let length = number(true);
                (looks.bytes, bytes) = bytes.split_at_checked(length as usize)?;
            }
            COMPOUND => {
                width = number(true);
                looks.left = 0;
            }
            _ => {}
        }
        let lists = Lists {
            segment,
            bytes,
            are_several: kind.lists == SEVERAL,
        };
        let documents = match kind.links & BACK {
            0 if kind.has_documents() => told,
            0 => lists.clone().next().map_or(0, |list| list.documents),
            _ => 0,
        };
        Some(Self {
            links,
            documents,
            count,
            writing: Writing { capital, small },
            width,
            looks,
            lists,
        })
    }
}

/// The records of words, as they grow.
pub(super) struct Records {
    /// Behind room for the header of the segment.
    pub bytes: Vec<u8>,
    /// Where every [`STRIDE`]th record starts.
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
    /// How it is written and how often so, most often first, then by alphabet; none for a compound.
    pub looks: &'a [(Cow<'a, str>, u32)],
}

impl Head<'_> {
    /// The kind of the record, and what it says of the looks.
    fn kind(&self, key: &str, lists: usize) -> (Kind, Vec<u8>) {
        let mut said = Vec::new();
        let units = key.split_once(JOINED).and_then(|(_, n)| n.parse().ok());
        let look = match (units, self.looks) {
            (Some(units), _) => {
                put(units, &mut said);
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
        let Writing { capital, small } = self.writing;
        let writing = match (capital, small) {
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
            writing,
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
    pub(super) fn with_room(room: usize) -> Self {
        let mut bytes = Vec::with_capacity(HEADER + room);
        bytes.resize(HEADER, 0);
        Self {
            bytes,
            starts: Vec::new(),
            number: 0,
            draft: Draft::default(),
        }
    }

    /// Adds the record of the next word; `met` has its documents and positions in each field.
    pub(super) fn push(
        &mut self,
        key: &str,
        head: &Head,
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
        if kind.writing == BOTH {
            put(head.writing.capital, &mut record);
            put(head.writing.small, &mut record);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_a_byte() {
        for byte in 0..240 {
            assert_eq!(Kind::of(byte).byte(), byte);
        }
    }
}
