//! What precedes the article? A pass over the lines around its title: who wrote it, where and when.

use std::ops::Range;

use super::page::{Page, is_prose};
use crate::document::BlockKind;
use crate::line::{byline, is_closed, kind, stamps};
use crate::read::html::sign::Sign;
use crate::read::input::name::letters;

/// The most characters of a line that names authors or dates.
const SHORT: usize = 160;

/// The line of the article's title: a heading, or a line in an element named headline or title,
/// that matches a title stated by the page; otherwise a first-level heading near the start, if any.
pub fn title_line(page: &Page, stated: &[String], core: &Range<usize>) -> Option<usize> {
    let stated: Vec<String> = stated.iter().map(|title| letters(title)).collect();
    let says = |at: &usize| {
        let line = letters(&page.lines[*at].text);
        line.chars().count() >= 4 && stated.iter().any(|title| agree(title, &line))
    };
    let headings = |level: u8| {
        let is = move |at: &usize| {
            let line = &page.lines[*at];
            line.kind == BlockKind::Heading && line.level == level
        };
        (0..page.lines.len()).filter(is)
    };
    let before = page.lines.len().min(core.start + core.len() / 2 + 1);
    let named = (1..=4).find_map(|level| headings(level).find(|at| *at < before && says(at)));
    named
        .or_else(|| {
            (0..before).find(|at| page.lines[*at].chars < 200 && says(at) && is_headline(page, *at))
        })
        .or_else(|| headings(1).rfind(|at| *at <= core.start && !page.outside[*at]))
        .or_else(|| headings(1).find(|at| core.contains(at) && *at < before && !page.outside[*at]))
}

fn is_headline(page: &Page, at: usize) -> bool {
    page.tree
        .ancestors(page.lines[at].node)
        .take(4)
        .any(|node| {
            let of = |name| {
                page.tree
                    .attribute(node, name)
                    .unwrap_or("")
                    .to_ascii_lowercase()
            };
            let named = of("class") + " " + &of("itemprop") + " " + &of("id");
            named.contains("headline") || named.contains("title")
        })
}

/// Whether a heading is a title that the page states, with or without the name of the site.
fn agree(stated: &str, line: &str) -> bool {
    let long = line.len() * 2 >= stated.len() || line.len() >= 24;
    stated == line || long && stated.contains(line) || stated.len() >= 24 && line.contains(stated)
}

/// Sets the kinds of the lines between the title and the running text, and includes those that
/// belong to the article.
pub fn open(page: &mut Page, title: Option<usize>, core: &Range<usize>) {
    let first = core
        .clone()
        .find(|&at| !page.outside[at] && is_prose(&page.lines[at]));
    let first = first.unwrap_or(core.end);
    let start = title.map_or(core.start, |at| at.min(core.start));
    if let Some(at) = title {
        page.outside[at] = false;
    }
    for at in start..first.max(start) {
        if Some(at) != title {
            above(page, at, core);
        }
    }
    if let Some(at) = title {
        let line = &mut page.lines[at];
        (line.kind, line.level) = (BlockKind::Title, 0);
        let before = core.start..at.max(core.start);
        for at in before {
            page.outside[at] |= !is_prose(&page.lines[at]);
        }
    }
    for at in first..core.end {
        if !page.outside[at]
            && let Some(kind @ (BlockKind::Meta | BlockKind::Byline)) = about(page, at)
        {
            page.lines[at].kind = kind;
            page.lines[at].level = 0;
        }
    }
}

/// The line above the title that states the kind of article, and that kind.
pub fn label(page: &Page, title: usize) -> Option<(usize, &'static str)> {
    let node = page.lines[title].node;
    (title.saturating_sub(3)..title).rev().find_map(|at| {
        let line = &page.lines[at];
        let mut around = page.tree.ancestors(line.owner).take(4);
        let beside = around.any(|owner| (owner..page.tree.nodes[owner].end).contains(&node));
        let own = line.kind == BlockKind::Paragraph && !page.shunned[at] && line.chars <= 20;
        (own && beside)
            .then(|| kind(&line.text))
            .flatten()
            .map(|kind| (at, kind))
    })
}

/// Decides about a line above the running text: it may be about the article, or its first words.
fn above(page: &mut Page, at: usize, core: &Range<usize>) {
    if let Some(kind) = about(page, at) {
        let line = &mut page.lines[at];
        (line.kind, line.level) = (kind, 0);
        page.outside[at] = false;
    } else if !core.contains(&at) {
        let line = &page.lines[at];
        // Words that form no sentence open an article only after its title or byline.
        let follows = at > 0 && !page.outside[at - 1];
        let opens = line.linked * 3 < line.chars && (is_prose(line) || follows && line.chars >= 40);
        let keeps = opens || line.kind == BlockKind::Caption && line.linked == 0;
        page.outside[at] = page.shunned[at] || !keeps;
    }
}

/// What a short line states about the article, by its elements or by its wording.
fn about(page: &Page, at: usize) -> Option<BlockKind> {
    let line = &page.lines[at];
    if line.chars > SHORT || !matches!(line.kind, BlockKind::Paragraph | BlockKind::Item) {
        return None;
    }
    let around = page.tree.ancestors(line.node).skip(1).take(6);
    let mut signs = around.map(|node| page.signs[node]);
    let sign = signs.find(|sign| {
        matches!(
            sign,
            Sign::Byline | Sign::Date | Sign::Dateline | Sign::Comment | Sign::Boilerplate
        )
    });
    let digits = line.text.chars().any(|c| c.is_ascii_digit());
    let sentence = is_closed(&line.text) && line.chars > 60;
    match sign {
        Some(Sign::Byline) if !sentence => Some(BlockKind::Byline),
        Some(Sign::Date) if digits && !sentence => Some(BlockKind::Meta),
        Some(Sign::Dateline) if !sentence && line.chars < 60 => Some(BlockKind::Dateline),
        Some(Sign::Comment | Sign::Boilerplate) => None,
        _ if byline(&line.text).is_some() => Some(BlockKind::Byline),
        _ if !stamps(&line.text).is_empty() => Some(BlockKind::Meta),
        _ => None,
    }
}
