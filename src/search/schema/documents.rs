//! What does an index ask of the documents that it is of? A trait: their sections when they join, their values
//! for filters and facets, their text when they are shown.

use std::borrow::Cow;

use crate::document::Document;
use crate::search::term::IndexToken;

/// Documents by their number in the index, from 0.
pub trait Documents {
    /// How many there are.
    fn count(&self) -> u32;

    /// A document as it is shown: its blocks are the sections of [`Documents::sections`] that can be
    /// shown, in their order. `None` behind the last.
    fn document(&self, number: u32) -> Option<Cow<'_, Document>>;

    /// Calls `each` with every section of a document: its field, a text, and the tokens of the section in
    /// that text. Those that cannot be shown come last.
    fn sections<'a>(&'a self, number: u32, each: &mut dyn FnMut(u8, &'a str, &[IndexToken]));

    /// The values of a document in a column of the schema.
    fn values(&self, number: u32, column: usize) -> Vec<&str>;

    /// The day of a document, ISO 8601; perhaps a year or a month alone.
    fn day(&self, number: u32) -> Option<&str>;
}
