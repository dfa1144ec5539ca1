//! What does a caller specify besides the query? Plain data: the order, extent and parts of an
//! answer.

use crate::document::DocId;
use crate::search::filter::{Selection, Step};
use crate::search::index::HitUnit;

/// The order of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// Best first; ties in document order.
    #[default]
    Relevance,
    /// Newest first, undated last; ties by relevance.
    Date,
}

/// Options of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The maximum number of hits.
    pub limit: usize,
    /// The number of hits to skip.
    pub offset: usize,
    /// The order of the hits.
    pub sort: Sort,
    /// The unit of a hit.
    pub by: HitUnit,
    /// The maximum number of passages of an article.
    pub passages: usize,
    /// Whether passages have snippets.
    pub snippets: bool,
    /// Whether the answer has facets.
    pub facets: bool,
    /// Whether all hits are counted. Otherwise, and without facets and histogram, `total` counts
    /// only those that were read, and a large corpus answers faster.
    pub count: bool,
    /// Whether names in the query also match the other names of the same entity.
    pub synonyms: bool,
    /// Whether the answer explains how the query was understood, and each hit explains its score.
    pub explain: bool,
    /// Whether the answer has a histogram.
    pub histogram: bool,
    /// The unit of time of its bars; chosen by the dates of the hits if `None`.
    pub step: Option<Step>,
    /// Sets of documents that consist of nearly the same words. Of the hits in documents of a set
    /// that say the same, only the one in its first document is listed and counted.
    pub folds: Vec<Vec<DocId>>,
    /// The articles to search. A blank query matches all of these, but nothing without a selection.
    pub filter: Selection,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            limit: 10,
            offset: 0,
            sort: Sort::default(),
            by: HitUnit::default(),
            passages: 10,
            snippets: true,
            facets: true,
            count: true,
            synonyms: true,
            explain: false,
            histogram: false,
            step: None,
            folds: Vec::new(),
            filter: Selection::default(),
        }
    }
}
