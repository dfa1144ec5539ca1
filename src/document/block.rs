//! What does an article consist of? Blocks: spans of its text, each of a kind.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// What a block of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BlockKind {
    /// The headline, when the source holds it.
    Title,
    /// A heading inside the article.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list; its level counts from 1.
    Item,
    /// The caption of a picture.
    Caption,
    /// A line about the article: when it was updated, where it was printed.
    Meta,
    /// A line that names the author.
    Byline,
    /// A line that says where and when the article was written.
    Dateline,
    /// A paragraph quoted from elsewhere, set apart as such.
    Quotation,
    /// A row of a table.
    Table,
}

impl BlockKind {
    /// Whether a block says something about the article, and is no part of what it tells.
    pub fn is_about(self) -> bool {
        matches!(self, Self::Meta | Self::Byline | Self::Dateline)
    }
}

/// A block of an article's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Depth of an item or heading, from 1; 0 for everything else.
    pub level: u8,
    /// Where its text stands, without marks such as bullets.
    pub span: Span,
}

impl Block {
    /// A paragraph.
    pub fn paragraph(span: Span) -> Self {
        Self {
            kind: BlockKind::Paragraph,
            level: 0,
            span,
        }
    }
}

/// The number that people know a block by, in the page, the command line and tables alike: blocks of every kind are
/// numbered from 1 in text order. `block` is the index of the block, from 0, which JavaScript and JSON have.
pub fn paragraph(block: usize) -> usize {
    block + 1
}
