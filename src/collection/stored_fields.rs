//! Where are the texts of a collection? A table in one string: the cells of all documents, one
//! after the other.
//!
//! A document is a row of cells: id, day, one per filter, one per field. The values of a filter are
//! in one cell, separated by a control character that values cannot contain.

use std::borrow::Cow;

use super::document::StoredDocument;
use super::mapping::Mapping;
use crate::document::{Block, Document, Record};
use crate::search::{Documents, IndexToken, day, index_tokens};
use crate::text::{Span, paragraphs, tokens};

/// The separator of values in a cell: the "unit separator" of ASCII.
const PARTED: char = '\u{1f}';
/// The cells before the filters: id and day.
const HEAD: usize = 2;

/// Limits of the memory reserved for the texts to come: a multiple of the texts so far, and at
/// least a number of bytes. The first texts may be longer than the others.
const GROWTH: usize = 8;
const LEAST: usize = 1 << 18;

/// The texts of documents, by document number.
#[derive(Debug, Clone, Default)]
pub(super) struct StoredFields {
    filters: usize,
    fields: usize,
    pub text: String,
    /// The end of each cell in the text, row by row; a cell starts at the end of the previous one.
    pub ends: Vec<u32>,
    /// The row of each document. Rows of removed documents are swept away now and then.
    rows: Vec<u32>,
    /// Lists of names that mean the same.
    synonyms: Vec<Vec<String>>,
}

impl StoredFields {
    /// An empty table for documents of a mapping.
    pub fn new(mapping: &Mapping) -> Self {
        Self {
            filters: mapping.filters.len(),
            fields: mapping.fields.len(),
            synonyms: mapping.synonyms.clone(),
            ..Self::default()
        }
    }

    /// The table of a text and the ends of its cells; `None` if they are inconsistent.
    pub fn of(mapping: &Mapping, text: String, ends: Vec<u32>) -> Option<Self> {
        let new = Self::new(mapping);
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

    /// The number of documents.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The number of cells in a row.
    pub fn width(&self) -> usize {
        HEAD + self.filters + self.fields
    }

    /// Adds a document at the end; `false` if it does not fit. About `more` documents of average
    /// length are expected to follow.
    pub fn add(&mut self, document: &StoredDocument, more: usize) -> bool {
        let values = document
            .values
            .iter()
            .flatten()
            .map(|value| value.len() + 1);
        let fields = document.fields.iter().map(String::len);
        let day = document.day.as_deref().unwrap_or_default();
        let size = document.id.len() + day.len() + values.chain(fields).sum::<usize>();
        if u32::try_from(self.text.len().saturating_add(size)).is_err() {
            return false;
        }
        let row = (self.ends.len() / self.width()) as u32;
        self.rows.push(row);
        if self.text.capacity() - self.text.len() < size {
            // Texts are most of what an index holds: twice the room, as a text would take, is too
            // much.
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
        self.put(&document.id);
        self.put(day);
        for filter in 0..self.filters {
            let values = document.values.get(filter).map_or(&[][..], Vec::as_slice);
            let values: Vec<_> = values.iter().map(|v| v.replace(PARTED, " ")).collect();
            self.put(&values.join(&PARTED.to_string()));
        }
        for field in 0..self.fields {
            self.put(document.fields.get(field).map_or("", String::as_str));
        }
        true
    }

    /// Whether the texts of both fit together.
    pub fn has_room(&self, other: &Self) -> bool {
        u32::try_from(self.text.len().saturating_add(other.text.len())).is_ok()
    }

    /// Adds all documents of another table with the same mapping, from which none was removed.
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

    /// Removes documents by their numbers, which are in ascending order.
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

    /// The same documents without the rows of removed ones.
    pub fn swept(&self) -> Self {
        let mut swept = Self {
            filters: self.filters,
            fields: self.fields,
            synonyms: self.synonyms.clone(),
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

    /// A cell of a document; empty if there is no such document.
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

    fn field(&self, number: u32, field: usize) -> &str {
        self.cell(number, HEAD + self.filters + field)
    }

    /// A document as it was given.
    pub fn stored(&self, number: u32) -> StoredDocument {
        let owned = |values: Vec<&str>| values.into_iter().map(str::to_owned).collect();
        let day = self.cell(number, 1);
        StoredDocument {
            id: self.id(number).to_owned(),
            day: (!day.is_empty()).then(|| day.to_owned()),
            values: (0..self.filters)
                .map(|f| owned(self.values(number, f)))
                .collect(),
            fields: (0..self.fields)
                .map(|f| self.field(number, f).to_owned())
                .collect(),
        }
    }

    /// The blocks of a document: their field, and their span in the text of all fields, one per
    /// line.
    fn blocks(&self, number: u32) -> Vec<(usize, Span)> {
        let mut blocks = Vec::new();
        let mut start = 0;
        for field in 0..self.fields {
            let text = self.field(number, field);
            blocks.extend(
                paragraphs(text)
                    .into_iter()
                    .map(|span| (field, span.shifted(start))),
            );
            start += text.len() + 1;
        }
        blocks
    }

    /// The field of a block, its start in the text of all fields, its text, and the span of the
    /// block in the text of all fields.
    pub fn field_of(&self, number: u32, block: usize) -> Option<(usize, u32, &str, Span)> {
        let (field, span) = *self.blocks(number).get(block)?;
        let before = (0..field).map(|f| self.field(number, f).len() as u32 + 1);
        Some((field, before.sum(), self.field(number, field), span))
    }
}

impl Documents for StoredFields {
    fn count(&self) -> u32 {
        self.rows.len() as u32
    }

    fn document(&self, number: u32) -> Option<Cow<'_, Document>> {
        self.rows.get(number as usize)?;
        let fields: Vec<&str> = (0..self.fields).map(|f| self.field(number, f)).collect();
        let blocks = self.blocks(number).into_iter();
        let record = Record {
            blocks: blocks.map(|(_, span)| Block::paragraph(span)).collect(),
            ..Record::as_is(self.id(number), &fields.join("\n"))
        };
        Some(Cow::Owned(Document::new(&record)))
    }

    fn sections<'a>(&'a self, number: u32, each: &mut dyn FnMut(u8, &'a str, &[IndexToken])) {
        for field in 0..self.fields {
            let text = self.field(number, field);
            for span in paragraphs(text) {
                let paragraph = span.slice(text);
                each(
                    field as u8,
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

    fn synonyms(&self) -> Vec<Vec<String>> {
        self.synonyms.clone()
    }
}
