//! What inside the article does not belong to it? Passes that remove links, teasers and boxes.

use std::ops::Range;
use std::sync::OnceLock;

use super::page::{Page, is_prose};
use crate::document::BlockKind;
use crate::line::{
    Invitation, bio, folded, invitation, is_closed, is_photo_credit, is_stock, opens_section,
};
use crate::read::html::sign::Sign;
use crate::read::html::text::Line;
use crate::read::input::name::letters;
use crate::text::lexicon::entries;

/// Words at the beginning of a line, with their class; the head of the file describes them.
const BEGINNINGS: &str = include_str!("beginnings.tsv");
/// The classes of words before a picture's author, and of words before a link.
const CREDIT: &str = "credit";
const TEASER: &str = "teaser";

/// The most pull quotes that are compared with the text.
const PULLS: usize = 20;

/// Puts outside what does not belong to the article.
pub fn prune(page: &mut Page, core: Range<usize>) {
    lists(page, &core);
    for at in core.clone() {
        if is_teaser(&page.lines[at]) || is_label(&page.lines[at]) {
            page.outside[at] = true;
        }
        let caption = page.lines[at].kind == BlockKind::Caption;
        if caption && is_credit(&page.lines[at]) {
            page.outside[at] = true;
        }
    }
    sections(page, &core);
    scraps(page, &core);
    repeated(page, &core);
    authors(page, &core);
    headings(page, &core);
}

/// Removes elements that consist of links: menus, related stories, cards.
fn lists(page: &mut Page, core: &Range<usize>) {
    let mut at = 0;
    while at < page.tree.nodes.len() {
        let tag = page.tree.tag(at);
        let group = matches!(
            tag,
            "ul" | "ol" | "div" | "section" | "table" | "dl" | "aside" | "figure"
        );
        let lines = if group { page.within(at) } else { 0..0 };
        let inside = core.start <= lines.start && lines.end <= core.end && lines.len() > 1;
        if inside && lines.len() < core.len() && is_linked(&page.lines[lines.clone()]) {
            page.drop(lines);
            at = page.tree.nodes[at].end;
        } else {
            at += 1;
        }
    }
}

/// Whether lines are mostly links and contain little prose.
fn is_linked(lines: &[Line]) -> bool {
    let chars: usize = lines.iter().map(|line| line.chars).sum();
    let linked: usize = lines.iter().map(|line| line.linked).sum();
    let told: usize = lines
        .iter()
        .filter(|line| is_prose(line))
        .map(|line| line.chars)
        .sum();
    linked * 10 > chars * 6 && told * 4 < chars
}

/// Whether a text in lower case begins with words of a class in `beginnings.tsv`.
fn begins(lower: &str, class: &str) -> bool {
    static WORDS: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    WORDS
        .get_or_init(|| {
            entries(BEGINNINGS)
                .filter_map(|entry| entry.split_once('\t'))
                .collect()
        })
        .iter()
        .any(|(words, of)| *of == class && lower.starts_with(words))
}

/// Whether a line is only a link to another page.
fn is_teaser(line: &Line) -> bool {
    if line.linked == 0 || line.kind == BlockKind::Table {
        return false;
    }
    let lower: String = line
        .text
        .chars()
        .take(40)
        .flat_map(char::to_lowercase)
        .collect();
    let sends = begins(&lower, TEASER);
    let whole = line.linked * 10 >= line.chars * 9;
    let part = line.linked * 10 >= line.chars * 3;
    sends && part && line.chars < 250
        || whole && line.kind != BlockKind::Heading && line.chars < 200 && !is_closed(&line.text)
}

fn is_label(line: &Line) -> bool {
    let short = line.chars < 60 && !matches!(line.kind, BlockKind::Table);
    short
        && (is_stock(&line.text)
            || !line.text.contains(char::is_alphanumeric) && line.text.chars().count() < 4)
}

/// Removes boxes under a heading that says what they are: "Related stories", "Newsletter".
fn sections(page: &mut Page, core: &Range<usize>) {
    let all = page.prose(core);
    let mut done = core.start;
    for at in core.clone() {
        let line = &page.lines[at];
        if at < done
            || line.chars > 60
            || is_closed(&line.text)
            || !(opens_section(&line.text) || opens(line))
            || heads_prose(page, at)
        {
            continue;
        }
        let node = page.lines[at].node;
        let around = page.tree.ancestors(node).map(|node| page.within(node));
        let mut around = around.skip_while(|lines| lines.len() < 2);
        let Some(lines) = around.next() else { continue };
        if lines.start == at && page.prose(&lines) * 2 <= all {
            done = lines.end;
            page.drop(lines);
            continue;
        }
        let mut end = at + 1;
        while end < core.end
            && !is_prose(&page.lines[end])
            && page.lines[end].kind != BlockKind::Heading
        {
            end += 1;
        }
        done = end;
        page.drop(at..end);
    }
}

/// Whether a caption names the author of the picture and does not describe it.
fn is_credit(line: &Line) -> bool {
    let lower = line.text.to_lowercase();
    let named = begins(&lower, CREDIT);
    is_photo_credit(&line.text) || named && line.chars < 70 && !is_closed(&line.text)
}

/// Whether a heading counts comments, or offers a newsletter.
fn opens(line: &Line) -> bool {
    let lower = line.text.to_lowercase();
    let number =
        lower.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | ' '));
    let counted = number.len() < lower.len()
        && matches!(number, "comments" | "comment" | "responses" | "replies");
    let invites = line.kind == BlockKind::Heading
        && (lower.contains("newsletter")
            || lower.starts_with("sign up")
            || lower.starts_with("subscribe"));
    counted || invites
}

/// Whether a doubtful invitation is a heading above running text.
fn heads_prose(page: &Page, at: usize) -> bool {
    let line = &page.lines[at];
    let doubtful = invitation(&line.text, &folded(&line.text)) == Some(Invitation::Doubtful);
    doubtful && page.lines.get(at + 1).is_some_and(is_prose)
}

/// Removes short lines between removed ones, in a part of the page without prose.
fn scraps(page: &mut Page, core: &Range<usize>) {
    let taken = page.outside.clone();
    for at in core.clone() {
        let line = &page.lines[at];
        let scrap = line.kind == BlockKind::Paragraph && !is_prose(line) && !is_closed(&line.text);
        let beside = |other: Option<usize>| {
            other
                .and_then(|other| taken.get(other))
                .is_some_and(|taken| *taken)
        };
        if !(scrap && beside(at.checked_sub(1)) && beside(Some(at + 1))) {
            continue;
        }
        let around = page
            .tree
            .ancestors(line.owner)
            .take(4)
            .map(|node| page.within(node));
        let mut around = around.filter(|lines| lines.len() < core.len());
        if around.all(|lines| page.prose(&lines) == 0) {
            page.outside[at] = true;
        }
    }
}

/// Removes the introduction of the author at the end of the article.
fn authors(page: &mut Page, core: &Range<usize>) {
    let told: Vec<usize> = core
        .clone()
        .filter(|&at| !page.outside[at] && is_prose(&page.lines[at]))
        .collect();
    for &at in told.iter().rev().take(2).filter(|_| told.len() > 3) {
        page.outside[at] = bio(&page.lines[at].text).is_some();
    }
}

/// Removes pull quotes, which repeat sentences of the article.
fn repeated(page: &mut Page, core: &Range<usize>) {
    let is_pull = |at: &usize| {
        let mut around = page.tree.ancestors(page.lines[*at].owner).take(4);
        !page.outside[*at] && around.any(|node| page.signs[node] == Sign::Pull)
    };
    let pulls: Vec<usize> = core.clone().filter(is_pull).take(PULLS).collect();
    if pulls.is_empty() {
        return;
    }
    let told: Vec<String> = page.lines[core.clone()]
        .iter()
        .map(|line| letters(&line.text))
        .collect();
    for at in pulls {
        let pulled = &told[at - core.start];
        let others = told
            .iter()
            .enumerate()
            .filter(|(n, _)| n + core.start != at);
        page.outside[at] = others
            .into_iter()
            .any(|(_, other)| other.contains(pulled.as_str()));
    }
}

/// Removes headings of removed lines, and those at the end.
fn headings(page: &mut Page, core: &Range<usize>) {
    // What is below the current line: nothing, only removed lines, or something else.
    let (mut kept, mut taken) = (None, false);
    for at in core.clone().rev() {
        let line = &page.lines[at];
        if page.outside[at] {
            taken = true;
            continue;
        }
        if line.kind == BlockKind::Heading {
            let empty = kept.is_none() || taken && kept.is_some_and(|below| below <= line.level);
            if empty {
                page.outside[at] = true;
                continue;
            }
            kept = Some(line.level);
        } else {
            kept = Some(u8::MAX);
        }
        taken = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted_and_whole() {
        check_list(BEGINNINGS, &[CREDIT, TEASER]);
    }

    #[test]
    fn words_of_one_class_begin_a_line() {
        assert!(begins("read more about lima", TEASER) && begins("photo: ann roe", CREDIT));
        assert!(!begins("photo: ann roe", TEASER) && !begins("to read more", TEASER));
        assert!(!begins("", CREDIT));
    }
}
