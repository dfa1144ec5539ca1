//! What must two entities share to be named together? An enumeration of units of text.

use crate::document::Document;
use crate::entity::Mention;

/// The unit that must name two entities for them to count as named together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Context {
    /// A sentence.
    Sentence,
    /// A paragraph or any other block.
    #[default]
    Paragraph,
    /// An article.
    Article,
}

impl Context {
    /// The number of units in a document.
    pub(super) fn size(self, document: &Document) -> usize {
        match self {
            Self::Sentence => document.sentences().len(),
            Self::Paragraph => document.blocks.len(),
            Self::Article => 1,
        }
    }

    /// The index of the unit in which a mention starts; `None` before the first unit.
    pub(super) fn unit(self, document: &Document, mention: &Mention) -> Option<usize> {
        let at = mention.span.start;
        let before = match self {
            Self::Sentence => document.sentences().partition_point(|s| s.start <= at),
            Self::Paragraph => document.blocks.partition_point(|b| b.span.start <= at),
            Self::Article => 1,
        };
        before.checked_sub(1)
    }
}
