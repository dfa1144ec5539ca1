//! What does the pass remember from sentence to sentence? Where it is, and what later marks may go on with.

use crate::quote::quotation::Speaker;
use crate::quote::telling::Telling;
use crate::text::Span;

/// A sentence of the document.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Index of its block.
    pub block: usize,
    /// Its ordinal in the block.
    pub sentence: usize,
}

/// A quotation that later marks may continue.
#[derive(Debug, Clone)]
pub struct Recent {
    /// Its index.
    pub quotation: usize,
    /// Where its last span stands.
    pub place: Place,
    /// Whether it has words in marks.
    pub marked: bool,
}

/// Who says it, by which cue, and how.
#[derive(Debug, Clone, Default)]
pub struct Said {
    pub cue: Option<Span>,
    pub speaker: Option<Speaker>,
    pub telling: Telling,
}

/// A cue at the end of a paragraph whose quotation is to follow.
#[derive(Debug, Clone)]
pub struct Announced {
    pub block: usize,
    pub said: Said,
}
