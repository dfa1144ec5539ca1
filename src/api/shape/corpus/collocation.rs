//! Which words occur near matches of a query more often than by chance?

use crate::search;

shapes! {
    /// A word that occurs near matches more often than by chance; fractions have three decimals.
    CollocateView {
        /// In its most frequent form.
        word: String,
        /// How often it occurs near a match: `left` of its nearest match or `right` of it.
        observed: u32,
        left: u32,
        right: u32,
        /// How often chance would put it there.
        expected: f64,
        /// How often it occurs in the selected articles, outside matches.
        frequency: u32,
        /// In how many articles it occurs near a match.
        articles: u32,
        /// G² of Dunning (1993).
        log_likelihood: f64,
        /// Rychlý (2008).
        log_dice: f64,
    }

    /// The collocates of a query.
    Collocations {
        matches: u32,
        /// How many words the articles asked have outside matches.
        words: u32,
        /// How many of them are near a match.
        near: u32,
        /// How many collocates there are, before the limit.
        total: u32,
        collocates: Vec<CollocateView>,
    }
}

names! {
    /// How collocates are ordered.
    Measure = search::Measure { LogLikelihood, LogDice }
}
