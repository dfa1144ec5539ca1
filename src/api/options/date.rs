//! Which dates and figures?

use crate::api::shape::FigureKind;

options! {
    /// Which dates, and whether those of one event are linked, which takes longer; default true.
    TimelineFilter {
        article: String,
        /// Whether the dates of one event are merged; by default, in a corpus of up to 60 articles.
        events: bool,
        /// How many are passed over; default 0.
        offset: u32,
        /// How many are returned at most; default all.
        limit: u32,
    }

    /// Which figures.
    FigureFilter { article: String, kind: FigureKind }
}
