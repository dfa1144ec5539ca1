//! What is asked besides the query? Plain data: order, extent and parts of an answer.

use crate::search::filter::{Selection, Step};
use crate::search::index::HitUnit;

/// How an answer is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// Best first; ties by document order.
    #[default]
    Relevance,
    /// Newest first; undated last; ties by relevance.
    Date,
}

/// What is asked besides the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// How many hits at the most.
    pub limit: usize,
    /// How many hits to leave out at the start.
    pub offset: usize,
    /// The order of the hits.
    pub sort: Sort,
    /// What one hit is.
    pub by: HitUnit,
    /// How many passages of an article are shown at the most.
    pub passages: usize,
    /// Whether passages carry snippets.
    pub snippets: bool,
    /// Whether the answer carries facets.
    pub facets: bool,
    /// Whether all hits are counted; if not, and without facets, `total` counts those that were
    /// looked at, and a large corpus answers sooner.
    pub count: bool,
    /// Whether names of the query also seek the other names of their bearer.
    pub synonyms: bool,
    /// Whether the answer says how the query was read, and each hit what its score is made of.
    pub explain: bool,
    /// Whether the answer carries a histogram.
    pub histogram: bool,
    /// How long its bars are; chosen by the span of the dates when `None`.
    pub step: Option<Step>,
    /// Which articles are asked. A blank query finds all that are selected, if any value is.
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
            filter: Selection::default(),
        }
    }
}
