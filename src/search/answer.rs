//! What does a search give? Options, answers, hits, passages, snippets, facets.

use super::histogram::{Histogram, Step};
use super::selection::Selection;
use crate::document::DocId;
use crate::text::Span;

/// How an answer is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// Best first; ties by document order.
    #[default]
    Relevance,
    /// Newest first; undated last; ties by relevance.
    Date,
}

/// What one hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// An article with its best passages.
    #[default]
    Article,
    /// One passage.
    Passage,
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
    pub by: Unit,
    /// Whether passages carry snippets.
    pub snippets: bool,
    /// Whether the answer carries facets.
    pub facets: bool,
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
            by: Unit::default(),
            snippets: true,
            facets: true,
            histogram: false,
            step: None,
            filter: Selection::default(),
        }
    }
}

/// Something the reader should know about how a query was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// A stable code in kebab case ("corrected", "unclosed-phrase").
    pub code: &'static str,
    /// The remark in plain words.
    pub text: String,
    /// What was typed, where a part of the query was changed.
    pub from: Option<String>,
    /// What was searched instead.
    pub to: Option<String>,
}

/// The most characters of a remark: it may repeat what was typed, but not a pasted page of it.
const REMARK_LENGTH: usize = 200;

impl Remark {
    /// A remark on a query that changed nothing of it; a long one is cut with "…".
    pub(super) fn new(code: &'static str, text: &str) -> Self {
        let cut = text
            .char_indices()
            .nth(REMARK_LENGTH)
            .map(|(at, _)| &text[..at]);
        Self {
            code,
            text: cut.map_or_else(|| text.to_owned(), |cut| format!("{cut}…")),
            from: None,
            to: None,
        }
    }

    /// The same remark with what was typed and what was searched instead.
    pub(super) fn changed(mut self, from: &str, to: &str) -> Self {
        self.from = Some(from.to_owned());
        self.to = Some(to.to_owned());
        self
    }
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// How the query was understood, in the order of the query.
    pub remarks: Vec<Remark>,
    /// A query that would find something, when this one finds nothing.
    pub suggestion: Option<String>,
    /// How many hits there are in all.
    pub total: usize,
    /// The hits asked for.
    pub hits: Vec<Hit>,
    /// Counts of all hits by publisher, kind, month and author, and by the names that
    /// [`super::Index::name`] brought.
    pub facets: Vec<Facet>,
    /// All hits by time, if asked for.
    pub histogram: Option<Histogram>,
}

/// An article or a passage that answers a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The document.
    pub doc: DocId,
    /// Its score; higher is better.
    pub score: f64,
    /// Its passages: best first; exactly one when passages were asked for.
    pub passages: Vec<Passage>,
}

/// A block that answers a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Index of the block.
    pub block: usize,
    /// What matched, in text order, without overlaps.
    pub marks: Vec<Span>,
    /// The best part of the block, if asked for.
    pub snippet: Option<Snippet>,
}

/// A part of a document with marks inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// What to show.
    pub span: Span,
    /// What to light: spans of the document, inside `span`.
    pub marks: Vec<Span>,
}

/// A field and the number of hits for each of its values, most first.
///
/// An article counts for each of its hits: passages when passages were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// "publisher", "kind", "month", "author", "entity" or "speaker".
    pub field: &'static str,
    /// Its values.
    pub values: Vec<FacetValue>,
}

/// A value and the number of hits that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The value, as a [`Selection`] takes it; `None` counts the hits without one.
    pub value: Option<String>,
    /// What it is called, where the value is an id.
    pub name: Option<String>,
    /// How many hits have it.
    pub hits: usize,
}
