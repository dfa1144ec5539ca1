//! Documents of one's own shape, and what a query finds among them.

use super::{
    ExplanationView, FacetValue, Histogram, Range, RemarkView, ScorePartView, SnippetView,
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
