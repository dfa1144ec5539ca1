//! What a query finds: hits, passages, facets, suggestions.

use super::{EntityKind, Range};
use crate::search;

shapes! {
    /// Something the reader should know about how a query was understood.
    RemarkView { code: String, text: String, from: Option<String>, to: Option<String> }

    /// A part of a block with the marks inside it, offsets from its start.
    SnippetView { text: String, marks: Vec<Range> }

    /// A block that answers a query.
    PassageView { block: u32, start: u32, end: u32, marks: Vec<Range>, snippet: Option<SnippetView> }

    /// An article, or one passage, that answers a query.
    HitView { article: String, score: f64, passages: Vec<PassageView> }

    /// A value and how many hits have it; null counts the hits without one.
    FacetValue { value: Option<String>, count: u32 }

    /// Counts of all hits.
    Facets { publisher: Vec<FacetValue>, kind: Vec<FacetValue>, month: Vec<FacetValue> }

    /// The answer to a query.
    SearchAnswer {
        query: String,
        remarks: Vec<RemarkView>,
        suggestion: Option<String>,
        total: u32,
        hits: Vec<HitView>,
        facets: Option<Facets>,
    }

    /// Something to type.
    Suggestion { text: String, kind: SuggestionKind, count: u32 }
}

options! {
    /// Options of `search`.
    SearchOptions {
        limit: u32,
        offset: u32,
        sort: Sort,
        by: Unit,
        snippets: bool,
        facets: bool,
    }
}

names! {
    /// How hits are ordered.
    Sort = search::Sort { Relevance, Date }
    /// What one hit is.
    Unit = search::Unit { Article, Passage }
}

/// What a suggestion is: a word of the corpus or the name of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", untagged)]
pub enum SuggestionKind {
    /// The name of an entity of a kind.
    Entity(EntityKind),
    /// A word of the corpus.
    Term(TermKind),
}

/// The kind of a suggestion that is a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum TermKind {
    /// A word of the corpus.
    Term,
}
