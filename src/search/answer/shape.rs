//! What does a search return? Plain data: answers, hits, passages, snippets, explanations.

use crate::document::DocId;
use crate::search::filter::{Facet, Histogram};
use crate::search::query::Remark;
use crate::text::Span;

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// How the query was understood, in the order of the query.
    pub remarks: Vec<Remark>,
    /// A query that has hits, if this one has none.
    pub suggestion: Option<String>,
    /// The tree of the query, if requested; `None` for a query with nothing to search for.
    pub explanation: Option<Explanation>,
    /// The total number of hits.
    pub total: usize,
    /// The number of articles that the hits are or lie in.
    pub articles: usize,
    /// If passages were requested and all are counted: the articles that match as a whole although
    /// none of their passages does, in corpus order. They are not hits.
    pub apart: Vec<DocId>,
    /// If passages and facets were requested: the articles with the most hits and the number of
    /// hits in each, in descending order, then in corpus order; at most 30.
    pub richest: Vec<(DocId, usize)>,
    /// The requested hits.
    pub hits: Vec<Hit>,
    /// Counts of all hits by the columns of the schema that are facets, by month, and by the names
    /// passed to [`crate::search::Index::learn`].
    pub facets: Vec<Facet>,
    /// All hits by time, if requested.
    pub histogram: Option<Histogram>,
}

/// An article or passage that matches a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The document.
    pub doc: DocId,
    /// Its score; higher is better.
    pub score: f64,
    /// Its passages, best first; exactly one if passages were requested.
    pub passages: Vec<Passage>,
    /// The documents whose hits are folded under this one, in corpus order.
    pub copies: Vec<DocId>,
    /// The parts that sum up to the score, if requested; otherwise empty.
    pub score_parts: Vec<ScorePart>,
}

/// A node of a query's tree: how it was understood, and what of it occurs in the corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// "word", "prefix", "fuzzy", "phrase", "near", "filter", "all", "any", "optional" or "not".
    pub kind: &'static str,
    /// Its text: as typed, a condition in words, or the distance of a NEAR.
    pub text: Option<String>,
    /// The words of the corpus that a text matches, most frequent first, at most 24; then the other
    /// names that are searched with it.
    pub words: Vec<String>,
    /// The number of articles in which a text occurs; `None` for other nodes.
    pub articles: Option<usize>,
    /// Its parts, in the order of the query.
    pub parts: Vec<Explanation>,
}

/// The source of a [`ScorePart`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScoreKind {
    /// A text of the query that occurs there.
    Text,
    /// The share of the query that occurs there.
    Coverage,
    /// The proximity of texts.
    Nearness,
    /// Terms that the best articles share besides the query.
    Feedback,
}

/// A part of a hit's score.
#[derive(Debug, Clone, PartialEq)]
pub struct ScorePart {
    /// Its source.
    pub kind: ScoreKind,
    /// The text of the query; `None` for what texts add together.
    pub text: Option<String>,
    /// The weight of the text, which is higher for rare texts; 0 without a text.
    pub weight: f64,
    /// The frequency of the text there, with a higher weight for headlines; 0 without a text.
    pub frequency: f64,
    /// Its contribution to the score.
    pub score: f64,
}

/// A block that matches a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Index of the block.
    pub block: usize,
    /// The matches, in text order, without overlaps.
    pub marks: Vec<Span>,
    /// The best part of the block, if requested.
    pub snippet: Option<Snippet>,
}

/// An excerpt of a passage, with its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The span to show.
    pub span: Span,
    /// The spans to highlight, inside `span`.
    pub marks: Vec<Span>,
}
