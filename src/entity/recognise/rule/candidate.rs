//! What does a rule find? A candidate mention: a range of tokens in a block.

use crate::entity::kind::MentionKind;

/// A name found in a block: the tokens `first..end`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CandidateMention {
    pub first: usize,
    pub end: usize,
    pub kind: MentionKind,
    pub confidence: f64,
}
