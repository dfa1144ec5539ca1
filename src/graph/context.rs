//! What must two entities share to be named together? A context of co-occurrence, by which a document is cut into units.

use crate::document::Document;
use crate::entity::Mention;

/// What two entities must share to be named together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Context {
    /// A sentence.
    Sentence,
    /// A paragraph, or another block.
    #[default]
    Paragraph,
    /// An article.
    Article,
}

impl Context {
    /// How many units a document has.
    pub(super) fn size(self, document: &Document) -> usize {
        match self {
            Self::Sentence => document.sentences.len(),
            Self::Paragraph => document.blocks.len(),
            Self::Article => 1,
        }
    }

    /// The unit of a document where a mention starts.
    pub(super) fn unit(self, document: &Document, mention: &Mention) -> Option<usize> {
        let at = mention.span.start;
        let before = match self {
            Self::Sentence => document.sentences.partition_point(|s| s.start <= at),
            Self::Paragraph => document.blocks.partition_point(|b| b.span.start <= at),
            Self::Article => 1,
        };
        before.checked_sub(1)
    }
}
