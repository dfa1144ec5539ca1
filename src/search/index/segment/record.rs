//! What does a segment keep of a word? A record: links, counts, looks, and its lists, in a few bytes.
//!
//! The first byte tells what follows, so that a word of one occurrence takes a few bytes: which of the four
//! numbers of [`Kind`] are there. Then come how far back the first word of its term is, and how far on the
//! next; of the first word of a term that has others, or several lists, in how many documents the term
//! stands; how often the word stands; how it is written in running text; its looks, or the tokens of a
//! compound; and its lists, each but the last of several after its length and one, the last after 0.

use super::casing::Casing;
use super::layout::Segment;
use super::list::List;
use crate::search::index::code::take;

/// The character that parts the key of a compound from how many tokens it covers: "cooperation\u{1}2".
pub const JOINED: char = '\u{1}';

/// What follows in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// How the word is written: [`KEY`] to [`COMPOUND`].
    pub look: u8,
    /// Which links there are: [`BACK`], [`ON`], both or none.
    pub links: u8,
    /// What running text says: [`SILENT`] to [`BOTH`].
    pub casing: u8,
    /// How many occurrences and lists there are: [`ONCE`], [`ONE`] or [`SEVERAL`].
    pub lists: u8,
}

/// A key without what tells a compound.
pub fn bare(key: &str) -> &str {
    key.split_once(JOINED).map_or(key, |(key, _)| key)
}

/// A word with its first letter in upper case, if ASCII has it; the tables of all other letters would be a
/// large part of a small engine, for a few bytes less an index.
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        [first.to_ascii_uppercase()]
            .into_iter()
            .chain(letters)
            .collect()
    })
}

/// The looks that follow from a key; a list of looks, each after one of these numbers; a compound, which has
/// none.
pub const KEY: u8 = 0;
pub const CAPITALISED: u8 = 1;
pub const CAPITALS: u8 = 2;
pub const LISTED: u8 = 3;
pub const COMPOUND: u8 = 4;
/// The parts of links.
pub const BACK: u8 = 1;
pub const ON: u8 = 2;
/// A word that is never met in running text, always small, always with a capital, or both.
pub const SILENT: u8 = 0;
pub const SMALL: u8 = 1;
pub const CAPITAL: u8 = 2;
pub const BOTH: u8 = 3;
/// A word that stands once, one of one list, or of several.
pub const ONCE: u8 = 0;
pub const ONE: u8 = 1;
pub const SEVERAL: u8 = 2;

impl Kind {
    /// The first byte of the record.
    pub fn byte(self) -> u8 {
        ((self.look * 4 + self.links) * 4 + self.casing) * 3 + self.lists
    }

    fn of(byte: u8) -> Self {
        Self {
            look: byte / 48,
            links: byte / 12 % 4,
            casing: byte / 3 % 4,
            lists: byte % 3,
        }
    }

    /// Whether it is told in how many documents the term stands.
    pub fn has_documents(self) -> bool {
        self.links & BACK == 0 && (self.links & ON > 0 || self.lists == SEVERAL)
    }
}

/// What a record says of a word.
pub struct Record<'a> {
    /// How far back the first word of its term is, and how far on the next; 0 for none.
    pub links: [u32; 2],
    /// In how many documents its term stands; 0 but for the first word of a term.
    pub documents: u32,
    /// How often it stands anywhere.
    pub count: u32,
    /// How it is written in running text.
    pub casing: Casing,
    /// How many tokens it covers.
    pub width: u32,
    /// How it is written.
    pub looks: LookIter<'a>,
    /// Its lists.
    pub lists: Lists<'a>,
}

/// How a word is written anywhere, and how often so: an iterator, most often first, then by alphabet.
#[derive(Debug, Clone, Copy)]
pub struct LookIter<'a> {
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
pub enum Look<'a> {
    Key,
    Capitalised,
    Capitals,
    Other(&'a [u8]),
}

impl<'a> Iterator for LookIter<'a> {
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
        let [capital, small] = match kind.casing {
            SILENT => [0, 0],
            SMALL => [0, count],
            CAPITAL => [count, 0],
            _ => [number(true), number(true)],
        };
        let mut width = 1;
        let mut looks = LookIter {
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
            casing: Casing { capital, small },
            width,
            looks,
            lists,
        })
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
