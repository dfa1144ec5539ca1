//! Where do the texts of a store lie? One text with the cells of all documents, one after the other.
//!
//! A document is a row of cells: id, day, one for each filter, one for each section. Several values of a
//! filter share its cell, parted by a control character that no value keeps.

use std::borrow::Cow;

use super::Shape;
use crate::document::{Block, Document, Record};
use crate::search::{Documents, IndexToken, day, index_tokens};
use crate::text::{Span, paragraphs, tokens};

/// What parts values in a cell: the "unit separator" of ASCII.
const PARTED: char = '\u{1f}';
/// The cells before the filters: id and day.
const HEAD: usize = 2;

/// Room for texts is made for at most so many times those that are here, and so many bytes: the first
/// may be longer than the others.
const GROWTH: usize = 8;
const LEAST: usize = 1 << 18;

/// A document as it comes and goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Unique in the store.
    pub id: String,
    /// The day, ISO 8601; a time behind it is kept.
    pub day: Option<String>,
    /// The values of each filter, in the order of the shape; what is missing has none.
    pub values: Vec<Vec<String>>,
    /// The text of each section, in the order of the shape; what is missing is empty. A blank line
    /// parts paragraphs.
    pub sections: Vec<String>,
}

/// The texts of documents, by their number.
#[derive(Debug, Clone, Default)]
pub(super) struct Shelf {
    filters: usize,
    sections: usize,
    pub text: String,
    /// Where each cell ends in the text, row by row; it starts where the one before it ends.
    pub ends: Vec<u32>,
    /// The row of each document. Rows that no document has are swept away now and then.
    rows: Vec<u32>,
}

impl Shelf {
    /// A shelf for documents of a shape.
    pub fn new(shape: &Shape) -> Self {
        Self {
            filters: shape.filters.len(),
            sections: shape.sections.len(),
            ..Self::default()
        }
    }

    /// The shelf of a text and the ends of its cells; `None` when they do not fit each other.
    pub fn of(shape: &Shape, text: String, ends: Vec<u32>) -> Option<Self> {
        let new = Self::new(shape);
        let fits = |end: &u32| text.is_char_boundary(*end as usize);
        let is_whole = ends.len().is_multiple_of(new.width())
            && ends.is_sorted()
            && ends.last().is_none_or(|&end| end as usize == text.len())
            && ends.iter().all(fits)
            && (!ends.is_empty() || text.is_empty());
        is_whole.then(|| Self {
            rows: (0..(ends.len() / new.width()) as u32).collect(),
            text,
            ends,
            ..new
        })
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many cells a row has.
    pub fn width(&self) -> usize {
        HEAD + self.filters + self.sections
    }

    /// Adds a document behind the others, of which `more` will follow about as long as those before it;
    /// `false` when it does not fit.
    pub fn add(&mut self, entry: &Entry, more: usize) -> bool {
        let values = entry.values.iter().flatten().map(|value| value.len() + 1);
        let sections = entry.sections.iter().map(String::len);
        let day = entry.day.as_deref().unwrap_or_default();
        let size = entry.id.len() + day.len() + values.chain(sections).sum::<usize>();
        if u32::try_from(self.text.len().saturating_add(size)).is_err() {
            return false;
        }
        let row = (self.ends.len() / self.width()) as u32;
        self.rows.push(row);
        if self.text.capacity() - self.text.len() < size {
            // Texts are most of what an index holds: twice the room, as a text would take, is too much.
            let mean = (self.text.len() + size) / (row as usize + 1);
            let room = more.saturating_mul(mean + mean / 8);
            let room = room.min(GROWTH * self.text.len().max(LEAST));
            if self
                .text
                .try_reserve_exact(size.saturating_add(room))
                .is_err()
            {
                self.text.reserve_exact(size);
            }
        }
        self.put(&entry.id);
        self.put(day);
        for filter in 0..self.filters {
            let values = entry.values.get(filter).map_or(&[][..], Vec::as_slice);
            let values: Vec<_> = values.iter().map(|v| v.replace(PARTED, " ")).collect();
            self.put(&values.join(&PARTED.to_string()));
        }
        for section in 0..self.sections {
            self.put(entry.sections.get(section).map_or("", String::as_str));
        }
        true
    }

    /// Whether the texts of both fit together.
    pub fn has_room(&self, other: &Self) -> bool {
        u32::try_from(self.text.len().saturating_add(other.text.len())).is_ok()
    }

    /// Adds all documents of a shelf of the same shape, which has all its rows.
    pub fn join(&mut self, other: Self) {
        if self.ends.is_empty() {
            *self = other;
            return;
        }
        let (rows, start) = ((self.ends.len() / self.width()) as u32, self.text.len());
        self.text.push_str(&other.text);
        self.rows.extend(other.rows.iter().map(|row| rows + row));
        let ends = other.ends.iter().map(|end| start as u32 + end);
        self.ends.extend(ends);
    }

    fn put(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len() as u32);
    }

    /// Takes documents out by their numbers, ascending.
    pub fn remove(&mut self, gone: &[u32]) {
        let mut number = 0;
        self.rows.retain(|_| {
            number += 1;
            gone.binary_search(&(number - 1)).is_err()
        });
        if 2 * self.rows.len() * self.width() < self.ends.len() {
            *self = self.swept();
        }
    }

    /// The same documents without the rows that none of them has.
    pub fn swept(&self) -> Self {
        let mut swept = Self {
            filters: self.filters,
            sections: self.sections,
            ..Self::default()
        };
        for number in 0..self.len() as u32 {
            swept.rows.push(number);
            (0..self.width()).for_each(|cell| swept.put(self.cell(number, cell)));
        }
        swept
    }

    fn start(&self, at: usize) -> usize {
        let before = at.checked_sub(1).and_then(|before| self.ends.get(before));
        before.map_or(0, |&end| end as usize)
    }

    /// A cell of a document; empty for one that is not there.
    fn cell(&self, number: u32, cell: usize) -> &str {
        let Some(&row) = self.rows.get(number as usize) else {
            return "";
        };
        let at = row as usize * self.width() + cell;
        let end = self.ends.get(at).map_or(0, |&end| end as usize);
        self.text.get(self.start(at)..end).unwrap_or_default()
    }

    /// The id of a document.
    pub fn id(&self, number: u32) -> &str {
        self.cell(number, 0)
    }

    fn section(&self, number: u32, section: usize) -> &str {
        self.cell(number, HEAD + self.filters + section)
    }

    /// A document as it came.
    pub fn entry(&self, number: u32) -> Entry {
        let owned = |values: Vec<&str>| values.into_iter().map(str::to_owned).collect();
        let day = self.cell(number, 1);
        Entry {
            id: self.id(number).to_owned(),
            day: (!day.is_empty()).then(|| day.to_owned()),
            values: (0..self.filters)
                .map(|f| owned(self.values(number, f)))
                .collect(),
            sections: (0..self.sections)
                .map(|s| self.section(number, s).to_owned())
                .collect(),
        }
    }

    /// The blocks of a document: their section, and where they stand in the text of all its sections, a
    /// line each.
    fn blocks(&self, number: u32) -> Vec<(usize, Span)> {
        let mut blocks = Vec::new();
        let mut start = 0;
        for section in 0..self.sections {
            let text = self.section(number, section);
            blocks.extend(
                paragraphs(text)
                    .into_iter()
                    .map(|span| (section, span.shifted(start))),
            );
            start += text.len() + 1;
        }
        blocks
    }

    /// The section of a block, where it starts in the text of all sections, its text, and where the block
    /// stands in the text of all.
    pub fn section_of(&self, number: u32, block: usize) -> Option<(usize, u32, &str, Span)> {
        let (section, span) = *self.blocks(number).get(block)?;
        let before = (0..section).map(|s| self.section(number, s).len() as u32 + 1);
        Some((section, before.sum(), self.section(number, section), span))
    }
}

impl Documents for Shelf {
    fn count(&self) -> u32 {
        self.rows.len() as u32
    }

    fn document(&self, number: u32) -> Option<Cow<'_, Document>> {
        self.rows.get(number as usize)?;
        let sections: Vec<&str> = (0..self.sections)
            .map(|s| self.section(number, s))
            .collect();
        let blocks = self.blocks(number).into_iter();
        let record = Record {
            blocks: blocks.map(|(_, span)| Block::paragraph(span)).collect(),
            ..Record::as_is(self.id(number), &sections.join("\n"))
        };
        Some(Cow::Owned(Document::new(&record)))
    }

    fn sections<'a>(&'a self, number: u32, each: &mut dyn FnMut(u8, &'a str, &[IndexToken])) {
        for section in 0..self.sections {
            let text = self.section(number, section);
            for span in paragraphs(text) {
                let paragraph = span.slice(text);
                each(
                    section as u8,
                    paragraph,
                    &index_tokens(paragraph, &tokens(paragraph)),
                );
            }
        }
    }

    fn values(&self, number: u32, column: usize) -> Vec<&str> {
        let cell = self.cell(number, HEAD + column);
        cell.split(PARTED)
            .filter(|value| !value.is_empty())
            .collect()
    }

    fn day(&self, number: u32) -> Option<&str> {
        day(self.cell(number, 1))
    }
}
