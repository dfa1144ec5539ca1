//! Every match of a query with the words around it, and how often each outlet has one.

use crate::search;

shapes! {
    /// A line of a concordance.
    LineView { article: String, block: u32, start: u32, end: u32, left: String, node: String, right: String }

    /// How often the articles of an outlet have a match.
    GroupView {
        /// Null for articles of an unknown outlet.
        publisher: Option<String>,
        matches: u32,
        /// In how many articles.
        articles: u32,
        /// Of how many articles.
        of: u32,
        /// How many words those have, with or without a match, as the index counts them: in all
        /// blocks, the parts of a compound each.
        words: u32,
        /// Matches for every 1,000 words, rounded to three decimals.
        per_thousand: f64,
    }

    /// A concordance; all but `lines` counts everything, whatever the limit.
    Concordance {
        /// How many matches there are.
        total: u32,
        articles: u32,
        of: u32,
        words: u32,
        per_thousand: f64,
        /// Each outlet of the articles asked: most matches first.
        groups: Vec<GroupView>,
        lines: Vec<LineView>,
    }
}

names! {
    /// How lines of a concordance are ordered.
    LineSort = search::LineSort { Position, Left, Right }
}
