//! Which dates and figures?

use crate::api::shape::FigureKind;

options! {
    /// Which dates, and whether those of one event are linked, which takes longer; default true.
    TimelineFilter { article: String, events: bool }

    /// Which figures.
    FigureFilter { article: String, kind: FigureKind }
}
