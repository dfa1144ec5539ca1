//! How are the contexts of matches listed and counted?

use super::SearchFilter;
use crate::api::shape::{LineSort, Measure};

options! {
    /// Options of `concordance`.
    ConcordanceOptions {
        /// How many words on each side, 1 to 100; default 8.
        window: u32,
        sort: LineSort,
        /// By which words, instead of `sort`: 1 to 100 after the match, -1 to -100 before it, the
        /// nearest first.
        by: Vec<i32>,
        /// Whether lines are grouped by outlet.
        group: bool,
        /// From 0; default 0.
        offset: u32,
        /// From 0; default all lines.
        limit: u32,
        filter: SearchFilter,
    }
}

options! {
    /// Options of `collocations`.
    CollocationOptions {
        /// How many words on each side count as near a match, inside its block, 1 to 100; default
        /// 5.
        window: u32,
        /// How many words before it, 0 to 100, instead of `window`.
        left: u32,
        /// How many words after it, 0 to 100, instead of `window`; one of both is above 0.
        right: u32,
        measure: Measure,
        /// How often a word must occur near a match, from 1; default 2.
        min: u32,
        /// From 0; default 0.
        offset: u32,
        /// From 0; default 50.
        limit: u32,
        /// Whether stop words such as "the" are included; default false.
        stop_words: bool,
        filter: SearchFilter,
    }
}
