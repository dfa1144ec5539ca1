//! What is decided about the lines of a page? An accumulator of decisions.

use std::ops::Range;

use crate::document::BlockKind;
use crate::line::is_closed;
use crate::read::html::sign::Sign;
use crate::read::html::text::Line;
use crate::read::html::tree::Tree;

/// A page and the decisions about its lines.
pub struct Page<'a> {
    pub tree: &'a Tree,
    pub signs: &'a [Sign],
    pub lines: Vec<Line>,
    /// Whether each line is outside the article.
    pub outside: Vec<bool>,
    /// Whether an element around each line says that it is not part of the article.
    pub shunned: Vec<bool>,
    /// For each line, the number of characters of prose before it; the last entry is the total.
    pub prose: Vec<usize>,
}

impl<'a> Page<'a> {
    /// A page on which no line is outside.
    pub fn new(tree: &'a Tree, signs: &'a [Sign], lines: Vec<Line>) -> Self {
        let mut prose = vec![0];
        for line in &lines {
            let length = if is_prose(line) { line.chars } else { 0 };
            prose.push(prose.last().copied().unwrap_or(0) + length);
        }
        let outside = vec![false; lines.len()];
        Self {
            tree,
            signs,
            lines,
            shunned: outside.clone(),
            outside,
            prose,
        }
    }

    /// The lines inside an element.
    pub fn within(&self, at: usize) -> Range<usize> {
        let end = self.tree.nodes[at].end;
        let first = self.lines.partition_point(|line| line.node < at);
        first..first + self.lines[first..].partition_point(|line| line.node < end)
    }

    /// The number of characters of prose in a range of lines.
    pub fn prose(&self, lines: &Range<usize>) -> usize {
        self.prose[lines.end] - self.prose[lines.start]
    }

    /// Puts lines outside the article.
    pub fn drop(&mut self, lines: Range<usize>) {
        self.outside[lines].fill(true);
    }

    pub fn class(&self, at: usize) -> &'a str {
        self.tree.attribute(at, "class").unwrap_or("")
    }
}

/// Whether a line is running text: long, or a sentence, and not mostly links.
pub fn is_prose(line: &Line) -> bool {
    let told = matches!(
        line.kind,
        BlockKind::Paragraph | BlockKind::Quotation | BlockKind::Item
    );
    told && line.linked * 2 < line.chars
        && (line.chars >= 120
            || line.tight && line.chars >= 30
            || line.chars >= 40 && is_closed(&line.text))
}
