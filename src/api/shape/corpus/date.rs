//! Which dates and figures do articles give?

use crate::api::shape::Range;
use crate::time;

shapes! {
    /// A date given in an article, `from` and `to` as ISO 8601 days, both included.
    DateView {
        from: Option<String>,
        to: Option<String>,
        precision: Precision,
        /// The article whose date resolved it, when its own has none.
        inferred_from: Option<String>,
        article: String,
        block: u32,
        start: u32,
        end: u32,
        text: String,
        sentence: Range,
        /// The event it refers to: dates with the same number refer to one event; null when
        /// unresolved or not requested.
        event: Option<u32>,
        /// Events that articles report in the same words with other dates.
        conflicts: Vec<u32>,
    }
}

shapes! {
    /// A time of day, a sum, a share or a quantity in an article: how many, and of what. A time
    /// counts minutes after midnight, its unit is the zone, where one is given; a sum is in a
    /// currency by ISO 4217.
    FigureView {
        kind: FigureKind,
        value: f64,
        unit: String,
        article: String,
        block: u32,
        start: u32,
        end: u32,
        text: String,
    }
}

names! {
    /// How exactly a date is named.
    Precision = time::Precision { Day, Month, Year, Season, Unknown }
    /// What a figure counts.
    FigureKind = time::FigureKind { Time, Money, Share, Quantity }
}
