//! What does the pass remember between sentences? Records of its position and of what later
//! quotations may continue.

use crate::quote::quotation::Speaker;
use crate::quote::telling::Telling;
use crate::text::Span;

/// The position of a sentence in the document.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Index of its block.
    pub block: usize,
    /// Its ordinal in the block.
    pub sentence: usize,
}

/// A quotation that later quoted spans may continue.
#[derive(Debug, Clone)]
pub struct Recent {
    /// Its index.
    pub quotation: usize,
    /// The sentence of its last span.
    pub place: Place,
    /// Whether it has quoted words.
    pub marked: bool,
}

/// The speaker of a quotation, its cue, and how it is reported.
#[derive(Debug, Clone, Default)]
pub struct Said {
    pub cue: Option<Span>,
    pub speaker: Option<Speaker>,
    pub telling: Telling,
}

/// A cue at the end of a paragraph; its quotation follows in the next block.
#[derive(Debug, Clone)]
pub struct Announced {
    pub block: usize,
    pub said: Said,
}
