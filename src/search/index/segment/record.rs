//! What does a segment store about a word? A record: links, counts, written forms and posting
//! lists, in a few bytes.
//!
//! The first byte encodes the four numbers of [`Kind`], which determine what follows, so that a
//! word with one occurrence takes a few bytes. Then come the distances back to the first word of
//! its term and on to the next word; for the first word of a term with several words or lists, the
//! number of documents in which the term occurs; the number of occurrences; the casing; the written
//! forms, or the width of a compound; and the lists. If there are several lists, each but the last
//! is preceded by its length plus one, and the last by 0.

use super::casing::Casing;
use super::layout::Segment;
use super::list::List;
use crate::search::index::code::take;

/// The character between the key of a compound and its number of tokens: "cooperation\u{1}2".
pub const JOINED: char = '\u{1}';

/// What a record contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// The written forms: [`KEY`] to [`COMPOUND`].
    pub look: u8,
    /// The links: [`BACK`], [`ON`], both or none.
    pub links: u8,
    /// The casing: [`SILENT`] to [`BOTH`].
    pub casing: u8,
    /// The number of occurrences and lists: [`ONCE`], [`ONE`] or [`SEVERAL`].
    pub lists: u8,
}

/// A key without the mark of a compound.
pub fn bare(key: &str) -> &str {
    key.split_once(JOINED).map_or(key, |(key, _)| key)
}

/// A word with its first letter in upper case if it is ASCII. Case tables for all letters would
/// make the engine much larger, to save a few bytes of an index.
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        [first.to_ascii_uppercase()]
            .into_iter()
            .chain(letters)
            .collect()
    })
}

/// The kinds of written forms: three that follow from the key, a list of forms (each preceded by
/// one of these numbers), and a compound, which has none.
pub const KEY: u8 = 0;
pub const CAPITALISED: u8 = 1;
pub const CAPITALS: u8 = 2;
pub const LISTED: u8 = 3;
pub const COMPOUND: u8 = 4;
/// The bits of `links`.
pub const BACK: u8 = 1;
pub const ON: u8 = 2;
/// In running text, the word never occurs, is always in lower case, is always capitalised, or
/// varies.
pub const SILENT: u8 = 0;
pub const SMALL: u8 = 1;
pub const CAPITAL: u8 = 2;
pub const BOTH: u8 = 3;
/// The word occurs once, has one list, or has several.
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

    /// Whether the record states the number of documents of its term.
    pub fn has_documents(self) -> bool {
        self.links & BACK == 0 && (self.links & ON > 0 || self.lists == SEVERAL)
    }
}

/// The contents of a record.
pub struct Record<'a> {
    /// The distances back to the first word of its term and on to the next word; 0 for none.
    pub links: [u32; 2],
    /// The number of documents in which its term occurs; 0 except for the first word of a term.
    pub documents: u32,
    /// The number of its occurrences.
    pub count: u32,
    /// Its casing in running text.
    pub casing: Casing,
    /// The number of tokens it covers.
    pub width: u32,
    /// Its written forms.
    pub looks: LookIter<'a>,
    /// Its lists.
    pub lists: Lists<'a>,
}

/// The written forms of a word with their frequencies: an iterator, by descending frequency, then
/// alphabetically.
#[derive(Debug, Clone, Copy)]
pub struct LookIter<'a> {
    /// The rest of a list of forms; each but the last is followed by its count.
    bytes: &'a [u8],
    /// The number of remaining forms.
    left: u32,
    /// The sum of their frequencies.
    count: u32,
    /// [`LISTED`], or the kind of the only form.
    only: u8,
}

/// A written form of a word.
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

/// The lists of a word, by ascending field.
#[derive(Debug, Clone, Copy)]
pub struct Lists<'a> {
    segment: &'a Segment,
    bytes: &'a [u8],
    /// Whether each list is preceded by its length.
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
    /// Reads the record at the front of some bytes; `None` if they are truncated before the lists.
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
