//! What is compared?

use crate::api::shape::GroupKind;

options! {
    /// Which groups, and of which articles; by default all are compared. `speaker` is an
    /// entity's id or a part of a speaker's name.
    GroupFilter {
        articles: Vec<String>,
        article: String,
        speaker: String,
        kind: GroupKind,
        /// How many are passed over; default 0.
        offset: u32,
        /// How many are returned at most; default all.
        limit: u32,
    }
    /// Which articles were compared, and with which member of the group the others are compared:
    /// its index, from 0; by default the one that resembles the others most.
    GroupOptions { articles: Vec<String>, base: u32 }
    /// How many words a passage must share, from 1, default 8; of which articles, default all.
    SharedOptions { min: u32, articles: Vec<String> }
    /// Which articles are compared; default all.
    CompareOptions { articles: Vec<String> }
}
