//! What does a rule find? A candidate mention, told by the tokens of its block.

use crate::entity::kind::MentionKind;

/// A name found in a block: its tokens `first..end`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CandidateMention {
    pub first: usize,
    pub end: usize,
    pub kind: MentionKind,
    pub confidence: f64,
}
