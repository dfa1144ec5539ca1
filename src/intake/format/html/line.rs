//! Which lines does a page show? Each block one line, blanks made single, with what markup says of it.

use super::element::{is_block, is_container, is_hidden, is_prose, is_verse};
use super::sign::Sign;
use super::table::is_grid;
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
    let mut pen = Pen {
        tree,
        signs,
        open: Vec::new(),
        lines: Vec::new(),
        text: String::new(),
        node: 0,
        chars: 0,
        linked: 0,
        blank: false,
        breaks: 0,
        rows: 0,
        links: 0,
        kept: 0,
        verbatim: 0,
        after_link: false,
        tight: false,
    };
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
    pen.leave(usize::MAX);
    pen.flush();
    pen.lines
}

/// An open element.
struct Open {
    at: usize,
    end: usize,
    /// Whether it begins and ends a line.
    block: bool,
    link: bool,
    /// Whether line ends in it are kept: all, or those that a `<br>` makes.
    kept: bool,
    /// Whether all its characters are kept as they stand.
    verbatim: bool,
    grid: bool,
    /// Whether it is an item of a list, and no story of its own.
    item: bool,
}

/// What writes the lines.
struct Pen<'a> {
    tree: &'a Tree,
    signs: &'a [Sign],
    open: Vec<Open>,
    lines: Vec<Line>,
    text: String,
    node: usize,
    chars: usize,
    linked: usize,
    blank: bool,
    breaks: usize,
    rows: usize,
    links: usize,
    kept: usize,
    verbatim: usize,
    after_link: bool,
    tight: bool,
}

impl Pen<'_> {
    /// Closes what ends before node `at`.
    fn leave(&mut self, at: usize) {
        while self.open.last().is_some_and(|open| open.end <= at) {
            let Some(open) = self.open.last() else { return };
            let (node, block, verbatim) = (open.at, open.block, open.verbatim);
            let (link, kept, grid) = (open.link, open.kept, open.grid);
            if block {
                self.part(node);
            }
            match self.tree.tag(node) {
                "a" => self.after_link = true,
                "q" => self.write(node, "”"),
                _ => {}
            }
            self.links -= usize::from(link);
            self.kept -= usize::from(kept);
            self.rows -= usize::from(grid);
            self.verbatim -= usize::from(verbatim);
            self.open.pop();
        }
    }

    fn enter(&mut self, at: usize) {
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
            // A credit is set apart from its caption by style alone.
            "span" | "small" | "em" | "i" | "cite"
                if self.text.ends_with('.') && self.in_caption() =>
            {
                self.blank = true;
            }
            // Entries of menus stand beside each other with nothing between.
            "a" if self.after_link => self.blank = true,
            "wbr" => {}
            "td" | "th" if self.rows > 0 && !self.text.is_empty() => {
                self.text.push_str(" | ");
                self.blank = false;
            }
            _ => {}
        }
        self.links += usize::from(open.link);
        self.kept += usize::from(open.kept);
        self.rows += usize::from(open.grid);
        self.verbatim += usize::from(open.verbatim);
        self.open.push(open);
    }

    /// Whether an element begins a line: by its name, its style, or because it says that it is something else
    /// than the line it stands in.
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
            | Sign::Furniture
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

    /// Where a block begins or ends: a new line, or in a row of a table a blank.
    fn part(&mut self, at: usize) {
        if self.rows > 0 && self.tree.tag(at) != "tr" && self.tree.tag(at) != "table" {
            self.blank = true;
        } else {
            self.flush();
        }
    }

    fn line_break(&mut self) {
        self.breaks += 1;
        if self.kept > 0 {
            let tight = self.breaks == 1;
            self.flush();
            self.tight = tight;
        } else if self.breaks > 1 {
            let breaks = self.breaks;
            self.flush();
            self.breaks = breaks;
        } else {
            self.blank = true;
        }
    }

    fn write(&mut self, at: usize, text: &str) {
        for c in text.chars() {
            if self.verbatim > 0 && c == '\n' {
                let empty = self.text.is_empty();
                self.flush();
                self.tight = !empty;
            } else if c.is_whitespace() || matches!(c, '\0' | '\u{200b}' | '\u{feff}' | '\u{ad}') {
                self.blank |= c.is_whitespace();
            } else {
                self.put(at, c);
            }
        }
    }

    fn put(&mut self, at: usize, c: char) {
        if self.text.is_empty() {
            self.node = at;
        } else if self.blank && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        self.text.push(c);
        self.chars += 1;
        self.linked += usize::from(self.links > 0);
        self.blank = false;
        self.breaks = 0;
        self.after_link = false;
    }

    /// Ends the line.
    fn flush(&mut self) {
        let text = self.text.trim_end().trim_end_matches(" |").to_owned();
        self.text.clear();
        if !text.is_empty() {
            let blocks = self.open.iter().rev().find(|open| open.block);
            let owner = blocks.map_or(0, |open| open.at);
            let (kind, level) = self.kind();
            self.lines.push(Line {
                text,
                kind,
                level,
                owner,
                node: self.node,
                chars: self.chars,
                linked: self.linked,
                tight: self.tight,
            });
        }
        (self.chars, self.linked, self.breaks) = (0, 0, 0);
        (self.blank, self.after_link, self.tight) = (false, false, false);
    }

    /// What the open elements make of the line, the innermost that says anything first.
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
                "tr" if self.rows > 0 => Some((BlockKind::Table, 0)),
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
