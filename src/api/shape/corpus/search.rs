//! What does a query find? Hits, passages, facets, suggestions.

use crate::api::shape::{
    EntityKind, ExplanationView, FacetValue, Histogram, Range, RemarkView, ScorePartView,
    SnippetView,
};

shapes! {
    /// A block that answers a query.
    PassageView { block: u32, start: u32, end: u32, marks: Vec<Range>, snippet: Option<SnippetView> }

    /// An article, or one passage, that answers a query.
    HitView {
        article: String,
        score: f64,
        passages: Vec<PassageView>,
        /// The articles whose hits are folded under this one, in corpus order.
        copies: Vec<String>,
        /// What the score is the sum of; null unless asked for.
        score_parts: Option<Vec<ScorePartView>>,
    }

    /// Counts of all hits; of articles, entities and speakers the 30 with most.
    Facets {
        /// The articles that the passages found lie in, by their ids; empty when articles are the
        /// hits.
        article: Vec<FacetValue>,
        publisher: Vec<FacetValue>,
        kind: Vec<FacetValue>,
        /// A month is a `date` of a filter.
        month: Vec<FacetValue>,
        author: Vec<FacetValue>,
        /// Whom and what the articles of the hits name; empty where nothing was analysed.
        entity: Vec<FacetValue>,
        /// Whom the articles of the hits quote; empty where nothing was analysed.
        speaker: Vec<FacetValue>,
    }

    /// The answer to a query.
    SearchAnswer {
        query: String,
        remarks: Vec<RemarkView>,
        suggestion: Option<String>,
        /// The tree of the query; null unless asked for.
        explanation: Option<ExplanationView>,
        /// How many hits there are in all.
        total: u32,
        /// How many articles they are, or lie in.
        articles: u32,
        /// By passage: articles that are no hits, since they meet the query as a whole but in no
        /// single passage.
        apart: ApartView,
        hits: Vec<HitView>,
        facets: Option<Facets>,
        /// Null unless asked for.
        histogram: Option<Histogram>,
    }

    /// How many articles meet a query as a whole but in no single passage, and the ids of the first
    /// 30.
    ApartView { count: u32, articles: Vec<String> }

    /// Something to type.
    Suggestion { text: String, kind: SuggestionKind, count: u32 }
}

/// What a suggestion is: words of the corpus or the name of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", untagged)]
pub enum SuggestionKind {
    /// The name of an entity of a kind.
    Entity(EntityKind),
    /// Words of the corpus.
    Term(TermKind),
}

/// The kind of a suggestion that is no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum TermKind {
    /// A word of the corpus.
    Term,
    /// Words that occur side by side in the corpus.
    Phrase,
}
