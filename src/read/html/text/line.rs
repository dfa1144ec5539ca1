//! What is a line of a page? A value: its text, with what markup says about it.

use crate::document::BlockKind;

/// A line of a page before its place in the article is decided.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its text, with single spaces and none at either end.
    pub text: String,
    /// The kind of block that the elements around it make it.
    pub kind: BlockKind,
    /// The level of an item or heading; 0 for everything else.
    pub level: u8,
    /// The node of the innermost block that contains it.
    pub owner: usize,
    /// The node of its first character.
    pub node: usize,
    /// The number of its characters that are not white space.
    pub chars: usize,
    /// The number of these that are in links.
    pub linked: usize,
    /// Whether it follows the line before without a blank line, as in verse, letters or code.
    pub tight: bool,
}
