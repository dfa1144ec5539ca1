//! How do readers of markup lay out an article? A builder that writes one block per line.

use crate::document::{Article, BlockKind, Layout};

/// The lines of an article, each with its layout.
#[derive(Debug, Default)]
pub struct Lines {
    text: String,
    layout: Vec<Layout>,
}

impl Lines {
    /// Adds a block, its white space reduced to single spaces; one without text is left out.
    pub fn push(&mut self, kind: BlockKind, level: u8, text: &str) {
        self.add(
            Layout {
                kind,
                level,
                outside: false,
            },
            text,
        );
    }

    /// Adds a block with a layout, as [`Lines::push`] does.
    pub fn add(&mut self, layout: Layout, text: &str) {
        let start = self.text.len();
        for word in text.split_whitespace() {
            if self.text.len() > start {
                self.text.push(' ');
            } else if start > 0 {
                self.text.push_str("\n\n");
            }
            self.text.push_str(word);
        }
        if self.text.len() > start {
            self.layout.push(layout);
        }
    }

    /// Whether nothing was added yet.
    pub fn is_empty(&self) -> bool {
        self.layout.is_empty()
    }

    /// Moves text and layout to an article.
    pub fn give(self, article: &mut Article) {
        article.text = self.text;
        article.layout = self.layout;
    }
}

/// The blocks of an article for tests: kind, level and text.
#[cfg(test)]
pub fn blocks_of(article: &Article) -> Vec<(BlockKind, u8, &str)> {
    let lines = article.text.lines().filter(|line| !line.is_empty());
    let blocks = article.layout.iter().zip(lines);
    blocks.map(|(l, line)| (l.kind, l.level, line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_block_a_line() {
        let mut lines = Lines::default();
        lines.push(BlockKind::Heading, 1, " A\t headline\n");
        lines.push(BlockKind::Paragraph, 0, " \u{a0} ");
        lines.push(BlockKind::Paragraph, 0, "A\nparagraph.");
        let mut article = Article::default();
        lines.give(&mut article);
        assert_eq!(article.text, "A headline\n\nA paragraph.");
        assert_eq!(article.layout.len(), 2);
    }
}
