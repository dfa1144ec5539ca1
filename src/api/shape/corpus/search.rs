//! What a query finds: hits, passages, facets, suggestions.

use std::fmt;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

use crate::api::shape::{
    EntityKind, ExplanationView, FacetValue, Histogram, Range, RemarkView, ScorePartView,
    SnippetView, Sort, Step, Unit,
};

shapes! {
    /// A block that answers a query.
    PassageView { block: u32, start: u32, end: u32, marks: Vec<Range>, snippet: Option<SnippetView> }

    /// An article, or one passage, that answers a query.
    HitView {
        article: String,
        score: f64,
        passages: Vec<PassageView>,
        /// What the score is the sum of; null unless asked for.
        score_parts: Option<Vec<ScorePartView>>,
    }

    /// Counts of all hits; of articles, entities and speakers the 30 with most.
    Facets {
        /// The articles that the passages found lie in, by their ids; empty when articles are the hits.
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
        /// By passage: articles that are no hits, since they meet the query as a whole but in no single passage.
        apart: ApartView,
        hits: Vec<HitView>,
        facets: Option<Facets>,
        /// Null unless asked for.
        histogram: Option<Histogram>,
    }

    /// How many articles meet a query as a whole but in no single passage, and the ids of the first 30.
    ApartView { count: u32, articles: Vec<String> }

    /// Something to type.
    Suggestion { text: String, kind: SuggestionKind, count: u32 }
}

options! {
    /// Which articles are asked: values of facets, letter for letter, a time, and articles by their ids.
    SearchFilter {
        /// The id of an article, or a list of ids; one that is not here is an error.
        article: ArticleIds,
        publisher: String,
        kind: String,
        author: String,
        /// "2024", "2024-06", "2024-06-20", or two of them and all between: "2024-06-19..2024-06-21".
        date: String,
        /// The id of an entity that the article names.
        entity: String,
        /// The id of an entity that the article quotes.
        speaker: String,
    }

    /// Options of `search`. With a filter, a blank query finds all articles that it lets through.
    SearchOptions {
        /// How many hits at the most, from 0; 10 unless said.
        limit: u32,
        /// How many hits to leave out at the start, from 0; 0 unless said.
        offset: u32,
        sort: Sort,
        by: Unit,
        /// The most passages of an article, from 0; 10 unless said.
        passages: u32,
        snippets: bool,
        facets: bool,
        /// Whether all hits are counted; if not, and without facets, `total` counts those looked at.
        count: bool,
        /// Whether names also seek the other names of their bearer; true unless said.
        synonyms: bool,
        /// Whether the answer tells its query's tree, and hits the parts of their scores.
        explain: bool,
        /// Whether hits are counted by time; false unless said.
        histogram: bool,
        /// What they are counted by; chosen by the span of their dates unless said.
        step: Step,
        filter: SearchFilter,
    }
}

/// Articles by their ids; handed in as one id or a list of ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(
    target_arch = "wasm32",
    derive(tsify::Tsify),
    tsify(type = "string | string[]")
)]
pub struct ArticleIds(pub Vec<String>);

impl<'de> Deserialize<'de> for ArticleIds {
    fn deserialize<D: Deserializer<'de>>(given: D) -> Result<Self, D::Error> {
        given.deserialize_any(OneOrMore)
    }
}

struct OneOrMore;

impl<'de> Visitor<'de> for OneOrMore {
    type Value = ArticleIds;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the id of an article, or a list of ids")
    }

    fn visit_str<E>(self, id: &str) -> Result<ArticleIds, E> {
        Ok(ArticleIds(vec![id.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut ids: A) -> Result<ArticleIds, A::Error> {
        let mut all = Vec::new();
        while let Some(id) = ids.next_element()? {
            all.push(id);
        }
        Ok(ArticleIds(all))
    }
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
    /// Words that stand side by side in the corpus.
    Phrase,
}
