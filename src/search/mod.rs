//! Which passages answer a query? Index, query language, ranking, snippets, facets, concordance.

use crate::document::{DocId, Document};
use crate::text::Span;

/// An inverted index over the blocks of documents.
#[derive(Debug, Clone, Default)]
pub struct Index {}

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
    /// Counts of all hits by publisher, kind and month.
    pub facets: Vec<Facet>,
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// "publisher", "kind" or "month".
    pub field: &'static str,
    /// Value and count; `None` counts the hits without one.
    pub values: Vec<(Option<String>, usize)>,
}

/// How lines of a concordance are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineSort {
    /// By document, then by place.
    #[default]
    Position,
    /// By the words before, nearest first.
    Left,
    /// By the words after.
    Right,
}

/// A line of a concordance: a match with its neighbourhood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The document.
    pub doc: DocId,
    /// Index of the block.
    pub block: usize,
    /// The words before, inside the block.
    pub left: Span,
    /// What matched.
    pub node: Span,
    /// The words after, inside the block.
    pub right: Span,
}

impl Index {
    /// The index of documents, in their order.
    pub fn build(documents: &[Document]) -> Self {
        let _ = documents;
        Self {}
    }

    /// Everything that `query` finds in the documents the index was built from. Never fails: what
    /// cannot be understood is searched as words and remarked.
    pub fn search(&self, documents: &[Document], query: &str, options: &Options) -> Answer {
        let _ = (documents, query, options);
        Answer::default()
    }

    /// Words of the corpus that start with `prefix` as it is typed, with the number of their
    /// occurrences, most first, then by alphabet; at most `limit`.
    pub fn suggest(&self, prefix: &str, limit: usize) -> Vec<(String, usize)> {
        let _ = (prefix, limit);
        Vec::new()
    }

    /// Every match of `query` with up to `window` words on each side, ordered, and their number
    /// before `limit` cuts them.
    pub fn concordance(
        &self,
        documents: &[Document],
        query: &str,
        window: usize,
        sort: LineSort,
        limit: usize,
    ) -> (usize, Vec<Line>) {
        let _ = (documents, query, window, sort, limit);
        (0, Vec::new())
    }
}
