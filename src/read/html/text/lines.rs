//! Which lines does a page show? A pass over its tree that writes one line for each block.

use super::element::is_hidden;
use super::line::Line;
use super::pen::Pen;
use crate::read::html::sign::Sign;
use crate::read::html::tree::Tree;

/// The lines of a page in page order; hidden ones only if `hidden` is set.
pub fn lines(tree: &Tree, signs: &[Sign], hidden: bool) -> Vec<Line> {
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
