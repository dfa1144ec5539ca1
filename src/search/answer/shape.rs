//! What does a search give? Plain data: answers, hits, passages, snippets, explanations.

use crate::document::DocId;
use crate::search::filter::{Facet, Histogram};
use crate::search::query::Remark;
use crate::text::Span;

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
