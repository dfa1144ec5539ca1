//! Which words keep a query company more often than chance.

use crate::api::shape::SearchFilter;
use crate::search;

shapes! {
    /// A word that stands near matches more often than chance; fractions have three decimals.
    CollocateView {
        /// In its most frequent look.
        word: String,
        /// How often it stands near a match: `left` of its nearest match or `right` of it.
        observed: u32,
        left: u32,
        right: u32,
        /// How often chance would put it there.
        expected: f64,
        /// How often it stands in the articles asked, outside matches.
        frequency: u32,
        /// In how many articles it stands near a match.
        articles: u32,
        /// G² of Dunning (1993).
        log_likelihood: f64,
        /// Rychlý (2008).
        log_dice: f64,
    }

    /// The company of a query.
    Collocations {
        matches: u32,
        /// How many words the articles asked have outside matches.
        words: u32,
        /// How many of them stand near a match.
        near: u32,
        /// How many words keep company, before the limit.
        total: u32,
        collocates: Vec<CollocateView>,
    }
}

options! {
    /// Options of `collocations`.
    CollocationOptions {
        /// How many words on each side are near a match, inside its block, 1 to 100; 5 unless said.
        window: u32,
        /// How many before it, 0 to 100, in place of `window`.
        left: u32,
        /// How many after it, 0 to 100, in place of `window`; one of both is above 0.
        right: u32,
        measure: Measure,
        /// How often a word must stand near a match, from 1; 2 unless said.
        min: u32,
        /// From 0; 0 unless said.
        offset: u32,
        /// From 0; 50 unless said.
        limit: u32,
        /// Whether words like "the" are shown; false unless said.
        stop_words: bool,
        filter: SearchFilter,
    }
}

names! {
    /// What words in company are ordered by.
    Measure = search::Measure { LogLikelihood, LogDice }
}
