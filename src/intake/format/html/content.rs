//! Which part of a page is its article? The element whose lines are worth most, and what belongs to it.
//!
//! A line of prose is worth its length, a line of links costs some; the sum is largest over the element that
//! holds the article and little else. What elements say that they hold decides before that: furniture is worth
//! nothing wherever it stands.

use std::collections::HashMap;
use std::ops::Range;

use super::line::Line;
use super::repeat;
use super::sign::Sign;
use super::tree::Tree;
use crate::document::BlockKind;
use crate::intake::author::bio;
use crate::intake::block::is_closed;
use crate::intake::copyright::copyright;

/// How many characters of prose an article has at least beside what readers say.
const LEAST: usize = 60;

/// A page and what is decided about its lines.
pub(super) struct Page<'a> {
    pub tree: &'a Tree,
    pub signs: &'a [Sign],
    pub lines: Vec<Line>,
    /// Whether each line stands outside the article.
    pub outside: Vec<bool>,
    /// Whether an element around each line says that it is no part of the article.
    pub shunned: Vec<bool>,
    /// For each line how many characters of prose stand before it; one more at the end.
    prose: Vec<usize>,
}

impl<'a> Page<'a> {
    /// A page of which nothing is outside but what its elements say is none of the article.
    pub fn new(tree: &'a Tree, signs: &'a [Sign], lines: Vec<Line>) -> Self {
        let mut prose = vec![0];
        for line in &lines {
            let length = if is_prose(line) { line.chars } else { 0 };
            prose.push(prose.last().copied().unwrap_or(0) + length);
        }
        let outside = vec![false; lines.len()];
        let mut page = Self {
            tree,
            signs,
            lines,
            shunned: outside.clone(),
            outside,
            prose,
        };
        page.shun();
        page.outside.clone_from(&page.shunned);
        page
    }

    /// The lines inside an element.
    pub fn within(&self, at: usize) -> Range<usize> {
        let end = self.tree.nodes[at].end;
        let first = self.lines.partition_point(|line| line.node < at);
        first..first + self.lines[first..].partition_point(|line| line.node < end)
    }

    /// How many characters of prose stand in some lines.
    pub fn prose(&self, lines: &Range<usize>) -> usize {
        self.prose[lines.end] - self.prose[lines.start]
    }

    /// Puts lines outside the article.
    pub fn drop(&mut self, lines: Range<usize>) {
        self.outside[lines].fill(true);
    }

    /// Finds what says that it is no part of the article, unless it holds most of what is told: itself, or
    /// together with the other elements of its class.
    fn shun(&mut self) {
        let all = self.prose(&(0..self.lines.len()));
        let signs = self.signs.iter().enumerate();
        let shy: Vec<(usize, Range<usize>)> = signs
            .filter(|(_, sign)| matches!(sign, Sign::Furniture | Sign::Comment | Sign::Credit))
            .map(|(at, _)| (at, self.within(at)))
            .collect();
        let mut classes: HashMap<&str, usize> = HashMap::new();
        for (at, lines) in &shy {
            *classes.entry(self.class(*at)).or_default() += self.prose(lines);
        }
        let mut depth = vec![0i32; self.lines.len() + 1];
        for (at, lines) in shy {
            let own = self.prose(&lines);
            let sure = self.signs[at] == Sign::Comment && all - own >= LEAST;
            let class = self.class(at);
            let alike = if class.is_empty() {
                own
            } else {
                classes[class]
            };
            if sure || own * 2 <= all && alike * 2 <= all {
                depth[lines.start] += 1;
                depth[lines.end] -= 1;
            }
        }
        let groups = repeat::groups(self);
        let told = |answers| -> usize {
            let own = groups.iter().filter(|(_, other)| *other == answers);
            own.map(|(lines, _)| self.prose(lines)).sum()
        };
        let cards = told(false) * 2 <= all;
        let answers = all.saturating_sub(told(true)) >= LEAST;
        for (lines, _) in groups
            .iter()
            .filter(|(_, answer)| if *answer { answers } else { cards })
        {
            depth[lines.start] += 1;
            depth[lines.end] -= 1;
        }
        let mut open = 0;
        for (shunned, change) in self.shunned.iter_mut().zip(depth) {
            open += change;
            *shunned = open > 0;
        }
    }

    fn class(&self, at: usize) -> &'a str {
        self.tree.attribute(at, "class").unwrap_or("")
    }

    /// The lines that hold the article: those of the innermost element that holds nearly all of it, and what
    /// goes on behind; all lines when the page tells nothing.
    pub fn core(&self) -> Range<usize> {
        let mut sums = vec![0i64];
        for (line, outside) in self.lines.iter().zip(&self.outside) {
            sums.push(sums.last().copied().unwrap_or(0) + worth(line, *outside));
        }
        let value = |at: usize| {
            let lines = self.within(at);
            let sum = sums[lines.end] - sums[lines.start];
            sum + sum * self.prior(at) / 100
        };
        let elements = (0..self.tree.nodes.len()).filter(|&at| !self.tree.tag(at).is_empty());
        let (mut best, mut most) = (0, 0);
        for at in elements {
            let value = value(at);
            // One line alone is no article where there is more of it.
            let alone = self.within(at).len() < 2 && self.lines.len() > 1;
            if value >= most && value > 0 && !alone {
                (best, most) = (at, value);
            }
        }
        let core = self.descend(best, |at| {
            let lines = self.within(at);
            sums[lines.end] - sums[lines.start]
        });
        let mut core = self.within(core);
        let whole = self.within(best).len();
        let mut wider = self.tree.ancestors(best).map(|at| self.within(at));
        let around = match wider.find(|lines| lines.len() > whole) {
            Some(lines) if self.prior(best) == 0 => lines,
            _ => self.within(best),
        };
        // Furniture and pictures between the paragraphs of an article do not end it.
        let mut end = core.end;
        while end < around.end {
            if self.goes_on(end) {
                core.end = end + 1;
            } else if !self.shunned[end] && self.lines[end].kind != BlockKind::Caption {
                break;
            }
            end += 1;
        }
        core
    }

    /// Whether a line behind the article belongs to it: a sentence, an item, a row.
    fn goes_on(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let told = match line.kind {
            BlockKind::Table | BlockKind::Item => true,
            BlockKind::Paragraph | BlockKind::Quotation => {
                is_closed(&line.text) && line.chars >= 12
            }
            _ => false,
        };
        told && !self.shunned[at]
            && line.linked * 3 < line.chars
            && copyright(&line.text).is_none()
            && bio(&line.text).is_none()
    }

    /// By how many hundredths an element is worth more for what it says that it is.
    fn prior(&self, at: usize) -> i64 {
        let named = match self.signs[at] {
            Sign::Body => 12,
            _ => 0,
        };
        let tag = match self.tree.tag(at) {
            "article" => 10,
            "main" => 4,
            _ => 0,
        };
        named + tag
    }

    /// Down to the child that holds nearly all of it, as long as there is one.
    fn descend(&self, from: usize, value: impl Fn(usize) -> i64) -> usize {
        let mut at = from;
        loop {
            let whole = value(at);
            let mut child = at + 1;
            let mut heir = None;
            while child < self.tree.nodes[at].end {
                let most = self.within(child).len() > 1 && value(child) * 100 >= whole * 80;
                if most && !self.tree.tag(child).is_empty() {
                    heir = Some(child);
                }
                child = self.tree.nodes[child].end;
            }
            match heir {
                Some(child) => at = child,
                None => return at,
            }
        }
    }
}

/// What a line adds to the elements around it.
fn worth(line: &Line, outside: bool) -> i64 {
    let chars = line.chars as i64;
    let linked = line.linked as i64;
    match line.kind {
        _ if outside => -(chars.min(60) / 10),
        _ if is_prose(line) => chars - 2 * linked,
        BlockKind::Heading => -linked.min(20),
        BlockKind::Table => chars / 4 - linked,
        BlockKind::Paragraph | BlockKind::Quotation | BlockKind::Item
            if linked == 0 && is_closed(&line.text) =>
        {
            0
        }
        _ => -5 - linked.min(60),
    }
}

/// Whether a line is running text: long, or a sentence, and not made of links.
pub(super) fn is_prose(line: &Line) -> bool {
    let told = matches!(
        line.kind,
        BlockKind::Paragraph | BlockKind::Quotation | BlockKind::Item
    );
    told && line.linked * 2 < line.chars
        && (line.chars >= 120
            || line.tight && line.chars >= 30
            || line.chars >= 40 && is_closed(&line.text))
}
