//! What is a line of a page? A value.

use crate::document::BlockKind;

/// A line of a page before it is decided where it belongs.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it says, without blanks at its ends.
    pub text: String,
    /// What the elements around it make it.
    pub kind: BlockKind,
    /// Depth of an item or heading; 0 for everything else.
    pub level: u8,
    /// The innermost block that holds it.
    pub owner: usize,
    /// The node of its first character.
    pub node: usize,
    /// How many of its characters are no blanks.
    pub chars: usize,
    /// How many of these stand in links.
    pub linked: usize,
    /// Whether it follows the line before without a blank line: a line of verse, of a letter, of code.
    pub tight: bool,
}
