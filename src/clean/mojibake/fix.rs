//! What is repaired? A value: the repair of a span of the text.

use crate::text::Span;

/// A repair of a span of the current text.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// The misread span of the text.
    pub span: Span,
    /// The text that was meant.
    pub after: String,
    /// The table with which it was misread, and whether bytes were lost, in kebab case.
    pub rule: &'static str,
    /// How certain it is, from 0 to 1.
    pub confidence: f64,
}
