//! Which lines does a page show? Each block one line, blanks made single, with what markup says of it.

use super::element::is_hidden;
use super::pen::Pen;
use super::sign::Sign;
use super::tree::Tree;
use crate::document::BlockKind;

/// A line of a page before it is decided where it belongs.
#[derive(Debug, Clone)]
pub(super) struct Line {
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

/// The lines of a page in its order; hidden ones only when asked for.
pub(super) fn lines(tree: &Tree, signs: &[Sign], hidden: bool) -> Vec<Line> {
    let mut pen = Pen::new(tree, signs);
    let mut at = 0;
    while at < tree.nodes.len() {
        pen.leave(at);
        if !hidden && is_hidden(tree, signs, at)
            || tree.tag(at) == "script"
            || tree.tag(at) == "head"
        {
            at = tree.nodes[at].end;
            continue;
        }
        pen.enter(at);
        at += 1;
    }
    pen.finish()
}
