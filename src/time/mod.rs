//! When? Date expressions of a text as intervals of days, against the article's own date.

mod date;

pub use date::Date;

use crate::document::Document;
use crate::text::Span;

/// How exactly an expression names its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// One day.
    Day,
    /// A month of a year.
    Month,
    /// A year.
    Year,
    /// A season or quarter of a year.
    Season,
    /// A time is meant, but which one nothing proves.
    Unknown,
}

/// A date expression and the interval it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    /// The expression ("on Wednesday" without the preposition: "Wednesday").
    pub span: Span,
    /// First day of the interval; `None` when unresolved.
    pub from: Option<Date>,
    /// Last day of the interval, included; `None` when unresolved.
    pub to: Option<Date>,
    /// How exactly it is named.
    pub precision: Precision,
    /// Whether the interval rests on the anchor and not on the expression alone.
    pub relative: bool,
}

/// The date expressions of a document, in text order, without overlaps.
///
/// `anchor` is the day the article was written; without one, relative expressions stay unresolved.
pub fn dates(document: &Document, anchor: Option<Date>) -> Vec<DateMention> {
    let _ = (document, anchor);
    Vec::new()
}
