//! What is put right? A repair of a stretch of the text.

use crate::text::Span;

/// A repair of `span` of the text at hand.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// What is misread, in bytes of the text.
    pub span: Span,
    /// What was meant.
    pub after: String,
    /// The table that it was misread with, and whether bytes were lost.
    pub rule: &'static str,
    /// How sure it is, 0 to 1.
    pub confidence: f64,
}
