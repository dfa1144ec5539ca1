//! What every answer to a query is made of, of articles and of documents of other shapes.

use super::Range;
use crate::search;

shapes! {
    /// Something the reader should know about how a query was understood.
    RemarkView { code: String, text: String, from: Option<String>, to: Option<String> }

    /// A part of a block with the marks inside it, offsets from its start.
    SnippetView { text: String, marks: Vec<Range> }

    /// A part of a score: "text" with its weight and frequency, "coverage", "nearness", "feedback".
    ScorePartView { kind: String, text: Option<String>, weight: f64, frequency: f64, score: f64 }

    /// A part of a query's tree: what was understood, and what of it the articles hold.
    ExplanationView {
        /// word, prefix, fuzzy, phrase, near, filter, all, any, optional, not.
        kind: String,
        text: Option<String>,
        words: Vec<String>,
        articles: Option<u32>,
        parts: Vec<ExplanationView>,
    }

    /// A value, as a filter takes it, and how many hits have it; null counts the hits without one.
    FacetValue {
        value: Option<String>,
        /// What it is called, where the value is an id.
        name: Option<String>,
        count: u32,
    }

    /// The hits of a day, month or year: "2024-06-20", "2024-06" or "2024", which are dates of a
    /// filter.
    Bar { date: String, count: u32 }

    /// All hits by time.
    Histogram {
        step: Step,
        /// From the first with hits to the last, with those between them.
        bars: Vec<Bar>,
        /// The hits without a date, and those whose date is vaguer than the step.
        undated: u32,
    }
}

names! {
    /// How hits are ordered.
    Sort = search::Sort { Relevance, Date }
    /// What one hit is.
    Unit = search::HitUnit { Article, Passage }
    /// How long a bar of a histogram is.
    Step = search::Step { Day, Month, Year }
}
