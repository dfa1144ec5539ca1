//! What does an index need from its documents? A trait: their sections for indexing, their values
//! for filters and facets, and their text for display.

use std::borrow::Cow;

use crate::document::Document;
use crate::search::term::IndexToken;

/// Documents by their number in the index, from 0.
pub trait Documents {
    /// The number of documents.
    fn count(&self) -> u32;

    /// A document for display. Its blocks are the shown sections of [`Documents::sections`], in the
    /// same order. `None` beyond the last document.
    fn document(&self, number: u32) -> Option<Cow<'_, Document>>;

    /// Calls `each` with every section of a document: its field, a text, and the index tokens of
    /// the section in that text. Sections that are not shown come last.
    fn sections<'a>(&'a self, number: u32, each: &mut dyn FnMut(u8, &'a str, &[IndexToken]));

    /// The values of a document in a column of the schema; empty if it has none.
    fn values(&self, number: u32, column: usize) -> Vec<&str>;

    /// The day of a document in ISO 8601, perhaps a year or month alone; `None` without one.
    fn day(&self, number: u32) -> Option<&str>;
}
