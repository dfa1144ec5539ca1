//! Documents of one's own shape, and what a query finds among them.

use std::collections::BTreeMap;

use super::{
    ExplanationView, FacetValue, Histogram, Range, RemarkView, ScorePartView, SnippetView, Sort,
    Step, Unit,
};

shapes! {
    /// A paragraph of a field that answers a query; offsets count the field's text.
    FieldPassage { field: String, start: u32, end: u32, marks: Vec<Range>, snippet: Option<SnippetView> }

    /// A document, or one passage, that answers a query.
    IndexHit {
        id: String,
        score: f64,
        passages: Vec<FieldPassage>,
        /// What the score is the sum of; null unless asked for.
        score_parts: Option<Vec<ScorePartView>>,
    }

    /// How many hits each value of a filter has, most first; null counts the hits without one.
    FieldFacet { field: String, values: Vec<FacetValue> }

    /// The answer to a query of an index.
    IndexAnswer {
        query: String,
        /// How the query was understood, in its order.
        remarks: Vec<RemarkView>,
        /// A query that would find something, when this one finds nothing.
        suggestion: Option<String>,
        /// The tree of the query; null unless asked for.
        explanation: Option<ExplanationView>,
        total: u32,
        hits: Vec<IndexHit>,
        /// The filters in their order, then "month"; null unless asked for.
        facets: Option<Vec<FieldFacet>>,
        /// Null unless asked for.
        histogram: Option<Histogram>,
    }

    /// A word of the documents.
    WordSuggestion { text: String, count: u32 }
}

options! {
    /// Options of `SearchIndex.search`.
    IndexSearchOptions {
        /// How many hits at the most, from 0; 10 unless said.
        limit: u32,
        /// How many hits to leave out at the start, from 0; 0 unless said.
        offset: u32,
        sort: Sort,
        by: Unit,
        /// The most passages of a document, from 0; 3 unless said.
        passages: u32,
        /// Whether passages carry snippets; yes unless said.
        snippets: bool,
        /// Whether hits are counted by filters and months; no unless said.
        facets: bool,
        /// Whether all hits are counted; yes unless said. If not, and without facets, `total` counts those
        /// looked at, and a large index answers sooner.
        count: bool,
        /// Whether names of a list of synonyms also seek each other; yes unless said.
        synonyms: bool,
        explain: bool,
        histogram: bool,
        /// How long its bars are; by the span of the dates unless said.
        step: Step,
        /// Values that hits must have, letter for letter, by filter; "date" takes "2024", "2024-06",
        /// "2024-06-20", or two of them and all between: "2024-06-19..2024-06-21".
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string>"))]
        filter: BTreeMap<String, String>,
    }
}
