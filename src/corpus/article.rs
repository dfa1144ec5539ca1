//! What does one article bring along? The state of an article: its document, where it came from,
//! and what is derived from it alone.

use super::origin::Origin;
use super::timeline::{Dated, own_dates};
use crate::document::{Document, Record, Summary};
use crate::entity::{self, Mention};
use crate::quote::{self, Quotation};

/// An article, with what is derived from it alone; it can join any corpus.
pub(super) struct ArticleState {
    pub document: Document,
    pub origin: Origin,
    pub summary: Summary,
    /// `None` until it is needed.
    pub found: Option<Found>,
}

/// The result of analysing one document.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Found {
    pub mentions: Vec<Mention>,
    pub quotations: Vec<Quotation>,
    /// Its dates, as far as the article itself determines them.
    pub dates: Vec<Dated>,
}

impl ArticleState {
    /// The state of a record before its analysis.
    pub fn new(record: Record) -> Self {
        let mut summary = Summary::new(&record);
        let (document, origin) = Origin::split(record);
        summary.words = document.words() as u32;
        Self {
            document,
            origin,
            summary,
            found: None,
        }
    }
}

impl Found {
    /// The result of analysing a document.
    pub fn new(document: &Document) -> Self {
        let mentions = entity::mentions(document);
        let quotations = quote::quotations(document, &mentions);
        Self {
            mentions,
            quotations,
            dates: own_dates(document),
        }
    }
}
