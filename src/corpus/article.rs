//! What does one article bring along? The state of an article: its record, and what is derived from
//! it alone.

use crate::document::{Document, Record};
use crate::entity::{self, Mention};
use crate::quote::{self, Quotation};

/// An article, with what is derived from it alone; it can join any corpus.
pub(super) struct ArticleState {
    pub record: Record,
    pub document: Document,
    /// `None` until it is needed.
    pub found: Option<Found>,
}

/// The result of analysing one document.
pub(super) struct Found {
    pub mentions: Vec<Mention>,
    pub quotations: Vec<Quotation>,
}

impl ArticleState {
    /// The state of a record before its analysis.
    pub fn new(record: Record) -> Self {
        Self {
            document: Document::new(&record),
            record,
            found: None,
        }
    }

    /// Takes the result of the analysis, which is run now if there is none.
    pub fn take_found(&mut self) -> Found {
        self.found.take().unwrap_or_else(|| {
            let mentions = entity::mentions(&self.document);
            let quotations = quote::quotations(&self.document, &mentions);
            Found {
                mentions,
                quotations,
            }
        })
    }
}
