//! What does an article consist of? Blocks: spans of its text, each with a kind.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// The kind of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BlockKind {
    /// The headline, if the source contains it.
    Title,
    /// A heading inside the article.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list; its level counts from 1.
    Item,
    /// The caption of an image.
    Caption,
    /// A line about the article: when it was updated, where it was printed.
    Meta,
    /// A line that names the author.
    Byline,
    /// A line that says where and when the article was written.
    Dateline,
    /// A paragraph quoted from elsewhere and set apart.
    Quotation,
    /// A row of a table.
    Table,
}

impl BlockKind {
    /// Whether a block describes the article instead of belonging to its content.
    pub fn is_about(self) -> bool {
        matches!(self, Self::Meta | Self::Byline | Self::Dateline)
    }
}

/// A block of an article's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its kind.
    pub kind: BlockKind,
    /// Depth of an item or heading, from 1; 0 for all other kinds.
    pub level: u8,
    /// The span of its text, without bullets and similar marks.
    pub span: Span,
}

impl Block {
    /// A paragraph block.
    pub fn paragraph(span: Span) -> Self {
        Self {
            kind: BlockKind::Paragraph,
            level: 0,
            span,
        }
    }
}

/// The number of a block as the page, the command line and tables show it. Blocks of every kind are
/// numbered from 1 in text order. `block` is its index from 0, as in JavaScript and JSON.
pub fn paragraph(block: usize) -> usize {
    block + 1
}
