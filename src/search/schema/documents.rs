//! What does an index need from its documents? A trait: their sections for indexing, their values
//! for filters and facets, their text for display, and what other rooms found in them.

use std::borrow::Cow;

use super::knowledge::{Annotation, Named};
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

    /// What other rooms found in the documents, in any order, where one thing may be listed several
    /// times; `None` if nobody looked. Asked for when a query first needs it.
    fn annotations(&self) -> Option<Vec<Annotation>> {
        None
    }

    /// Lists of names of one person, organisation or place ("North Korea", "DPRK").
    fn synonyms(&self) -> Vec<Vec<String>> {
        Vec::new()
    }

    /// Facets of names, with the field that queries and filters use for each ("entity", "speaker").
    fn named(&self) -> Vec<(String, Named)> {
        Vec::new()
    }
}
