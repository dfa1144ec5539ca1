//! Which days does a text name, and where? A mention of a date: a span with the interval it names.

use serde::{Deserialize, Serialize};

use super::date::Date;
use crate::text::Span;

/// How exactly an expression names its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Precision {
    /// One day, or a few that belong together: a week, "4–6 September".
    Day,
    /// A month of a year.
    Month,
    /// A year.
    Year,
    /// A season or quarter of a year.
    Season,
    /// A time that the text does not determine.
    Unknown,
}

/// A date expression and the interval it names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMention {
    /// The expression without a preposition: of "on Wednesday", "Wednesday".
    pub span: Span,
    /// First day of the interval; `None` when unresolved.
    pub from: Option<Date>,
    /// Last day of the interval, included; `None` when unresolved.
    pub to: Option<Date>,
    /// How exactly the interval is named.
    pub precision: Precision,
    /// Whether the interval depends on the anchor and not on the expression alone.
    pub relative: bool,
}
