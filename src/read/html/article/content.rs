//! Which part of a page is its article? A search for the element with the highest score.
//!
//! A line of prose scores its length; a line of links costs some. The sum is highest for the
//! element that contains the article and little else. The signs of elements come before that:
//! boilerplate scores nothing, wherever it is.

use std::collections::HashMap;
use std::ops::Range;

use super::page::{Page, is_prose};
use super::repeat;
use crate::document::BlockKind;
use crate::line::{bio, copyright, is_closed};
use crate::read::html::sign::Sign;
use crate::read::html::text::Line;
use crate::read::html::tree::Tree;

/// The fewest characters of prose of an article apart from comments.
const LEAST: usize = 60;

/// A page on which only the lines are outside whose elements say that they are not the article.
pub fn shunned<'a>(tree: &'a Tree, signs: &'a [Sign], lines: Vec<Line>) -> Page<'a> {
    let mut page = Page::new(tree, signs, lines);
    shun(&mut page);
    page.outside.clone_from(&page.shunned);
    page
}

/// Marks elements that say they are not part of the article, unless they contain most of the prose,
/// alone or together with the other elements of their class.
fn shun(page: &mut Page) {
    let all = page.prose(&(0..page.lines.len()));
    let signs = page.signs.iter().enumerate();
    let shy: Vec<(usize, Range<usize>)> = signs
        .filter(|(_, sign)| matches!(sign, Sign::Boilerplate | Sign::Comment | Sign::Credit))
        .map(|(at, _)| (at, page.within(at)))
        .collect();
    let mut classes: HashMap<&str, usize> = HashMap::new();
    for (at, lines) in &shy {
        *classes.entry(page.class(*at)).or_default() += page.prose(lines);
    }
    let mut depth = vec![0i32; page.lines.len() + 1];
    for (at, lines) in shy {
        let own = page.prose(&lines);
        let sure = page.signs[at] == Sign::Comment && all - own >= LEAST;
        let class = page.class(at);
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
    let groups = repeat::groups(page);
    let told = |answers| -> usize {
        let own = groups.iter().filter(|(_, other)| *other == answers);
        own.map(|(lines, _)| page.prose(lines)).sum()
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
    for (shunned, change) in page.shunned.iter_mut().zip(depth) {
        open += change;
        *shunned = open > 0;
    }
}

/// The lines that contain the article: those of the innermost element with nearly all of it, and
/// their continuation; all lines if the page has no prose.
pub fn core(page: &Page) -> Range<usize> {
    let mut sums = vec![0i64];
    for (line, outside) in page.lines.iter().zip(&page.outside) {
        sums.push(sums.last().copied().unwrap_or(0) + worth(line, *outside));
    }
    let value = |at: usize| {
        let lines = page.within(at);
        let sum = sums[lines.end] - sums[lines.start];
        sum + sum * prior(page, at) / 100
    };
    let elements = (0..page.tree.nodes.len()).filter(|&at| !page.tree.tag(at).is_empty());
    let (mut best, mut most) = (0, 0);
    for at in elements {
        let value = value(at);
        // A single line is no article if there are more.
        let alone = page.within(at).len() < 2 && page.lines.len() > 1;
        if value >= most && value > 0 && !alone {
            (best, most) = (at, value);
        }
    }
    let core = descend(page, best, |at| {
        let lines = page.within(at);
        sums[lines.end] - sums[lines.start]
    });
    let mut core = page.within(core);
    let whole = page.within(best).len();
    let mut wider = page.tree.ancestors(best).map(|at| page.within(at));
    let around = match wider.find(|lines| lines.len() > whole) {
        Some(lines) if prior(page, best) == 0 => lines,
        _ => page.within(best),
    };
    // Boilerplate and pictures between paragraphs do not end an article.
    let mut end = core.end;
    while end < around.end {
        if goes_on(page, end) {
            core.end = end + 1;
        } else if !page.shunned[end] && page.lines[end].kind != BlockKind::Caption {
            break;
        }
        end += 1;
    }
    core
}

/// Whether a line after the article belongs to it: a sentence, an item, a row.
fn goes_on(page: &Page, at: usize) -> bool {
    let line = &page.lines[at];
    let told = match line.kind {
        BlockKind::Table | BlockKind::Item => true,
        BlockKind::Paragraph | BlockKind::Quotation => is_closed(&line.text) && line.chars >= 12,
        _ => false,
    };
    told && !page.shunned[at]
        && line.linked * 3 < line.chars
        && copyright(&line.text).is_none()
        && bio(&line.text).is_none()
}

/// The bonus of an element for its name and sign, in percent.
fn prior(page: &Page, at: usize) -> i64 {
    let named = match page.signs[at] {
        Sign::Body => 12,
        _ => 0,
    };
    let tag = match page.tree.tag(at) {
        "article" => 10,
        "main" => 4,
        _ => 0,
    };
    named + tag
}

/// The innermost descendant that contains nearly all of the value of `from`.
fn descend(page: &Page, from: usize, value: impl Fn(usize) -> i64) -> usize {
    let mut at = from;
    loop {
        let whole = value(at);
        let mut child = at + 1;
        let mut heir = None;
        while child < page.tree.nodes[at].end {
            let most = page.within(child).len() > 1 && value(child) * 100 >= whole * 80;
            if most && !page.tree.tag(child).is_empty() {
                heir = Some(child);
            }
            child = page.tree.nodes[child].end;
        }
        match heir {
            Some(child) => at = child,
            None => return at,
        }
    }
}

/// The score that a line adds to the elements around it.
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
