//! What does an attribution look like? A frame: a cue with its subject and possible content.

use std::ops::Range;

use super::rule::Rule;
use crate::quote::sentence::Phrase;

/// A cue with its subject and possible content.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The rule that made it.
    pub rule: Rule,
    /// The elements of the cue.
    pub cue: Range<usize>,
    /// The subject of the cue; `None` if the sentence does not state it.
    pub speaker: Option<Phrase>,
    /// Ranges of elements that may be content, in order, without the attribution.
    pub content: Vec<Range<usize>>,
    /// Whether content without quotation marks counts.
    pub indirect: bool,
    /// Whether a clause is reported, so that quoted words are a part of it.
    pub clause: bool,
    /// The first element of the frame.
    pub lead: usize,
    /// Whether the content follows the cue.
    pub after: bool,
}
