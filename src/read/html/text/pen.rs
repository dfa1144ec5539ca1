//! How is a line written? A writer that adds characters until a block starts or ends.

use super::element::{is_block, is_container, is_prose, is_verse};
use super::line::Line;
use super::table::is_grid;
use crate::document::BlockKind;
use crate::read::html::sign::Sign;
use crate::read::html::tree::Tree;

/// An open element.
struct Open {
    at: usize,
    end: usize,
    /// Whether it starts and ends a line.
    block: bool,
    link: bool,
    /// Whether line breaks in it are kept: all of them, or those made by `<br>`.
    kept: bool,
    /// Whether all its characters are kept as they are.
    verbatim: bool,
    grid: bool,
    /// Whether it is a list item that is not a story of its own.
    item: bool,
}

/// The number of open elements of each sort.
#[derive(Default)]
struct Depth {
    links: usize,
    kept: usize,
    verbatim: usize,
    rows: usize,
}

/// The line that is being written.
#[derive(Default)]
struct Draft {
    text: String,
    node: usize,
    chars: usize,
    linked: usize,
    /// Whether a space precedes the next character.
    blank: bool,
    /// The number of `<br>` before the next character.
    breaks: usize,
    /// Whether the last character ended a link.
    after_link: bool,
    /// Whether it follows the line before without a blank line.
    tight: bool,
}

/// Writes the lines of a page.
pub struct Pen<'a> {
    tree: &'a Tree,
    signs: &'a [Sign],
    open: Vec<Open>,
    lines: Vec<Line>,
    draft: Draft,
    depth: Depth,
}

impl<'a> Pen<'a> {
    /// A pen without lines.
    pub fn new(tree: &'a Tree, signs: &'a [Sign]) -> Self {
        Self {
            tree,
            signs,
            open: Vec::new(),
            lines: Vec::new(),
            draft: Draft::default(),
            depth: Depth::default(),
        }
    }

    /// The lines, once everything is written.
    pub fn finish(mut self) -> Vec<Line> {
        self.leave(usize::MAX);
        self.flush();
        self.lines
    }

    /// Closes the elements that end before node `at`.
    pub fn leave(&mut self, at: usize) {
        while self.open.last().is_some_and(|open| open.end <= at) {
            let Some(open) = self.open.last() else { return };
            let (node, block, verbatim) = (open.at, open.block, open.verbatim);
            let (link, kept, grid) = (open.link, open.kept, open.grid);
            if block {
                self.part(node);
            }
            match self.tree.tag(node) {
                "a" => self.draft.after_link = true,
                "q" => self.write(node, "”"),
                _ => {}
            }
            self.depth.links -= usize::from(link);
            self.depth.kept -= usize::from(kept);
            self.depth.rows -= usize::from(grid);
            self.depth.verbatim -= usize::from(verbatim);
            self.open.pop();
        }
    }

    /// Opens node `at`, or writes it if it is a text.
    pub fn enter(&mut self, at: usize) {
        let tag = self.tree.tag(at);
        if tag.is_empty() {
            let tree = self.tree;
            self.write(at, &tree.nodes[at].text);
            return;
        }
        let open = Open {
            at,
            end: self.tree.nodes[at].end,
            block: self.begins_line(at),
            link: tag == "a" && self.tree.attribute(at, "href").is_some(),
            verbatim: tag == "pre",
            item: matches!(tag, "li" | "dd" | "dt") && !is_container(self.tree, at),
            kept: tag == "pre" || tag == "address" || is_verse(self.tree, at),
            grid: tag == "table" && is_grid(self.tree, at),
        };
        if open.block {
            self.part(at);
        }
        match tag {
            "br" => self.line_break(),
            "hr" => self.flush(),
            "q" => self.write(at, "“"),
            // Only style separates a credit from its caption.
            "span" | "small" | "em" | "i" | "cite"
                if self.draft.text.ends_with('.') && self.in_caption() =>
            {
                self.draft.blank = true;
            }
            // Entries of menus are adjacent with nothing between them.
            "a" if self.draft.after_link => self.draft.blank = true,
            "wbr" => {}
            "td" | "th" if self.depth.rows > 0 && !self.draft.text.is_empty() => {
                // After an empty cell, the space is already there.
                let parted = self.draft.text.ends_with(' ');
                self.draft.text.push_str(if parted { "| " } else { " | " });
                self.draft.blank = false;
            }
            _ => {}
        }
        self.depth.links += usize::from(open.link);
        self.depth.kept += usize::from(open.kept);
        self.depth.rows += usize::from(open.grid);
        self.depth.verbatim += usize::from(open.verbatim);
        self.open.push(open);
    }

    /// Whether an element starts a line: by its name, its style, or because its sign sets it apart
    /// from the line around it.
    fn begins_line(&self, at: usize) -> bool {
        let tag = self.tree.tag(at);
        if is_block(tag) {
            return true;
        }
        if self.tree.attribute(at, "style").is_some_and(|style| {
            style.contains("display:block")
                || style.contains("display: block")
                || style.contains("display:flex")
        }) {
            return true;
        }
        let sign = self.signs[at];
        let apart = match sign {
            Sign::Credit
            | Sign::Boilerplate
            | Sign::Byline
            | Sign::Date
            | Sign::Dateline
            | Sign::Caption => {
                matches!(tag, "span" | "time" | "small" | "cite" | "em" | "i")
            }
            _ => false,
        };
        let blocks = self
            .open
            .iter()
            .rev()
            .take_while(|open| !is_prose(self.tree.tag(open.at)));
        let prose = self
            .open
            .iter()
            .any(|open| is_prose(self.tree.tag(open.at)));
        let same = blocks.take(3).any(|open| self.signs[open.at] == sign);
        apart && !same && (!prose || sign == Sign::Credit)
    }

    fn in_caption(&self) -> bool {
        let mut open = self.open.iter();
        open.any(|open| self.signs[open.at] == Sign::Caption)
    }

    /// The start or end of a block: a new line, or in a table row a space.
    fn part(&mut self, at: usize) {
        if self.depth.rows > 0 && self.tree.tag(at) != "tr" && self.tree.tag(at) != "table" {
            self.draft.blank = true;
        } else {
            self.flush();
        }
    }

    fn line_break(&mut self) {
        self.draft.breaks += 1;
        if self.depth.kept > 0 {
            let tight = self.draft.breaks == 1;
            self.flush();
            self.draft.tight = tight;
        } else if self.draft.breaks > 1 {
            let breaks = self.draft.breaks;
            self.flush();
            self.draft.breaks = breaks;
        } else {
            self.draft.blank = true;
        }
    }

    fn write(&mut self, at: usize, text: &str) {
        for c in text.chars() {
            if self.depth.verbatim > 0 && c == '\n' {
                let empty = self.draft.text.is_empty();
                self.flush();
                self.draft.tight = !empty;
            } else if c.is_whitespace() || matches!(c, '\0' | '\u{200b}' | '\u{feff}' | '\u{ad}') {
                self.draft.blank |= c.is_whitespace();
            } else {
                self.put(at, c);
            }
        }
    }

    fn put(&mut self, at: usize, c: char) {
        if self.draft.text.is_empty() {
            self.draft.node = at;
        } else if self.draft.blank && !self.draft.text.ends_with(' ') {
            self.draft.text.push(' ');
        }
        self.draft.text.push(c);
        self.draft.chars += 1;
        self.draft.linked += usize::from(self.depth.links > 0);
        self.draft.blank = false;
        self.draft.breaks = 0;
        self.draft.after_link = false;
    }

    /// Ends the line.
    fn flush(&mut self) {
        let draft = std::mem::take(&mut self.draft);
        let text = draft.text.trim_end().trim_end_matches(" |");
        if text.is_empty() {
            return;
        }
        let owner = self.open.iter().rev().find(|open| open.block);
        let (kind, level) = self.kind();
        self.lines.push(Line {
            text: text.to_owned(),
            kind,
            level,
            owner: owner.map_or(0, |open| open.at),
            node: draft.node,
            chars: draft.chars,
            linked: draft.linked,
            tight: draft.tight,
        });
    }

    /// The kind and level that the open elements give the line; the innermost that gives one wins.
    fn kind(&self) -> (BlockKind, u8) {
        let mut lists = 0;
        let mut found = None;
        for open in self.open.iter().rev() {
            let tag = self.tree.tag(open.at);
            if matches!(tag, "ul" | "ol" | "menu" | "dir" | "dl") {
                lists += 1;
            }
            if found.is_some() {
                continue;
            }
            found = match tag {
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                    let level = tag.as_bytes().get(1).map_or(1, |digit| digit - b'0');
                    Some((BlockKind::Heading, level))
                }
                _ if open.item => Some((BlockKind::Item, 0)),
                "blockquote" => Some((BlockKind::Quotation, 0)),
                "caption" => Some((BlockKind::Caption, 0)),
                "tr" if self.depth.rows > 0 => Some((BlockKind::Table, 0)),
                _ if self.signs[open.at] == Sign::Caption => Some((BlockKind::Caption, 0)),
                _ => None,
            };
        }
        match found {
            Some((BlockKind::Item, _)) => (BlockKind::Item, lists.clamp(1, 9)),
            Some(found) => found,
            None => (BlockKind::Paragraph, 0),
        }
    }
}
