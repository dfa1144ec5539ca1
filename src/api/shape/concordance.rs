//! Every match of a query with the words around it.

use crate::search;

shapes! {
    /// A line of a concordance.
    LineView { article: String, block: u32, start: u32, end: u32, left: String, node: String, right: String }

    /// A concordance; `total` counts the lines before the limit.
    Concordance { total: u32, lines: Vec<LineView> }
}

options! {
    /// Options of `concordance`.
    ConcordanceOptions { window: u32, sort: LineSort, limit: u32 }
}

names! {
    /// How lines of a concordance are ordered.
    LineSort = search::LineSort { Position, Left, Right }
}
