//! What does an attribution look like? A frame: a cue with its subject and what it may report.

use std::ops::Range;

use super::rule::Rule;
use crate::quote::sentence::Phrase;

/// A cue with its subject and what it may report.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The rule that made it.
    pub rule: Rule,
    /// The elements of the cue.
    pub cue: Range<usize>,
    /// Whose words they are; `None` when the sentence does not tell.
    pub speaker: Option<Phrase>,
    /// Units that may hold content, in order, without the attribution.
    pub content: Vec<Range<usize>>,
    /// Whether content without marks counts.
    pub indirect: bool,
    /// Whether a clause is reported, so that words in marks are a part of it.
    pub clause: bool,
    /// The first element of the frame.
    pub lead: usize,
    /// Whether the content stands after the cue.
    pub after: bool,
}
