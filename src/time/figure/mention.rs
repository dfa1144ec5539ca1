//! How much does a text state, and where? A mention of a figure: a span with its value and unit.

use crate::text::Span;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FigureKind {
    /// A time of day. Its value counts minutes after midnight; its unit is the zone, if stated.
    Time,
    /// A sum of money. Its unit is an ISO 4217 code, or a word that several currencies share.
    Money,
    /// A share; its unit is "%".
    Share,
    /// A measure or a count. Its unit is a symbol, or the counted noun in lower case.
    Quantity,
}

/// A figure in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The number with its unit or noun.
    pub span: Span,
    /// What it counts.
    pub kind: FigureKind,
    /// The number, in units of `unit`.
    pub value: f64,
    /// The unit; empty for a time without a zone.
    pub unit: String,
}
