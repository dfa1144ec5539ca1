//! How much does a text say, and where? A mention of a figure: a span with its value and unit.

use crate::text::Span;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FigureKind {
    /// A time of day; its value counts minutes after midnight, its unit names the zone where one is told.
    Time,
    /// A sum of money; its unit is a currency by ISO 4217, or the word for one that several countries share.
    Money,
    /// A share; its unit is "%".
    Share,
    /// A measure or a count; its unit is a symbol, or the noun that is counted as it stands.
    Quantity,
}

/// A figure in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The number with what it counts.
    pub span: Span,
    /// What it counts.
    pub kind: FigureKind,
    /// How many.
    pub value: f64,
    /// Of what; empty for a time without a zone.
    pub unit: String,
}
