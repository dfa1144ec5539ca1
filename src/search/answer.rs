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
            by: Unit::default(),
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
    /// The tree of the query, if asked for; `None` for a query that seeks nothing.
    pub explanation: Option<Explanation>,
    /// How many hits there are in all.
    pub total: usize,
    /// How many articles all hits are, or lie in.
    pub articles: usize,
    /// When passages were asked for and all are counted: the articles that meet the query as a whole and by none of
    /// their passages, in the order of the corpus. They are no hits.
    pub apart: Vec<DocId>,
    /// When passages and facets were asked for: the articles with most hits and how many each has, most first, then in
    /// the order of the corpus; at most 30.
    pub richest: Vec<(DocId, usize)>,
    /// The hits asked for.
    pub hits: Vec<Hit>,
    /// Counts of all hits by the columns of the schema that are facets, by month, and by the names
    /// that [`super::Index::name`] brought.
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
    /// What the score is the sum of, if asked for; else empty.
    pub score_parts: Vec<ScorePart>,
}

/// A part of a query's tree: what was understood, and what of it the corpus holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// "word", "prefix", "fuzzy", "phrase", "near", "filter", "all", "any", "optional" or "not".
    pub kind: &'static str,
    /// What it says: a text as typed, a condition in words, the distance of a NEAR.
    pub text: Option<String>,
    /// The words of the corpus that a text means, most frequent first, at most two dozen; then the
    /// other names that are sought with it.
    pub words: Vec<String>,
    /// How many articles hold a text; `None` for other parts.
    pub articles: Option<usize>,
    /// Its parts, in the order of the query.
    pub parts: Vec<Explanation>,
}

/// What a [`ScorePart`] is earned by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScoreKind {
    /// A text of the query that stands there.
    Text,
    /// The share of the query that stands there.
    Coverage,
    /// Texts that stand side by side.
    Nearness,
    /// What the best articles share besides the query.
    Feedback,
}

/// A part of a hit's score.
#[derive(Debug, Clone, PartialEq)]
pub struct ScorePart {
    /// What earned it.
    pub kind: ScoreKind,
    /// The text of the query; `None` for what texts earn together.
    pub text: Option<String>,
    /// How much the text weighs among others: the rarer, the more; 0 without a text.
    pub weight: f64,
    /// How often it stands there, in a headline more than once; 0 without a text.
    pub frequency: f64,
    /// What is added to the score.
    pub score: f64,
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
    /// A column of the schema, "month", or a field of names.
    pub field: String,
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
