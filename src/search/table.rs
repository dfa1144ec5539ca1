//! Which blocks are whose? The documents of an index as numbered blocks, with lengths and facets.

use super::answer::Unit;
use super::filter::{day, title};
use crate::document::{BlockKind, Document};

/// Numbers of the blocks of all documents, in order; a headline that is no block counts as one.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// For each document, its first block; one more at the end.
    firsts: Vec<u32>,
    /// For each block, its document.
    pub documents: Vec<u32>,
    /// For each block, its kind; `None` for a headline outside the text.
    pub kinds: Vec<Option<BlockKind>>,
    /// For each block, its number of units.
    pub lengths: Vec<u32>,
    /// For each document, its number of units.
    pub document_lengths: Vec<u32>,
    /// The number of units of all blocks together.
    pub length: u64,
    /// For each document, its day, ISO 8601.
    pub days: Vec<Option<Box<str>>>,
}

impl Table {
    /// Adds a document; its blocks follow by [`Self::push_block`].
    pub fn push_document(&mut self, document: &Document) {
        self.firsts.push(self.documents.len() as u32);
        self.document_lengths.push(0);
        self.days.push(day(document).map(Into::into));
    }

    /// Adds a block of the last document and returns its number.
    pub fn push_block(&mut self, kind: Option<BlockKind>, length: usize) -> u32 {
        let block = self.documents.len() as u32;
        let document = self.firsts.len().saturating_sub(1);
        self.documents.push(document as u32);
        self.kinds.push(kind);
        self.lengths.push(length as u32);
        self.length += length as u64;
        if let Some(sum) = self.document_lengths.get_mut(document) {
            *sum += length as u32;
        }
        block
    }

    /// The mean number of units of a block, or of a document; at least 1.
    pub fn mean_length(&self, unit: Unit) -> f32 {
        let number = match unit {
            Unit::Passage => self.lengths.len(),
            Unit::Article => self.document_lengths.len(),
        };
        (self.length as f32 / number.max(1) as f32).max(1.0)
    }

    /// The blocks of a document, a headline outside the text last.
    pub fn blocks(&self, document: u32) -> std::ops::Range<u32> {
        let end = self.firsts.get(document as usize + 1).copied();
        self.firsts[document as usize]..end.unwrap_or(self.documents.len() as u32)
    }

    /// The index of a block inside its document.
    pub fn local(&self, block: u32) -> usize {
        (block - self.firsts[self.documents[block as usize] as usize]) as usize
    }

    /// Whether a block is one of the text.
    pub fn is_shown(&self, block: u32) -> bool {
        self.kinds[block as usize].is_some()
    }
}

/// The headline of a document that none of its blocks holds.
pub fn outside_title(document: &Document) -> Option<&str> {
    let inside = document.blocks.iter().any(|b| b.kind == BlockKind::Title);
    if inside {
        None
    } else {
        title(document).filter(|t| !t.is_empty())
    }
}
