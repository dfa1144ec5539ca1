//! Which parts of a page repeat each other? A search for cards of stories and for comments.
//!
//! Where classes say nothing, shape does. Siblings with the same name and class, each with a link
//! and a few words, are a list of stories. Siblings that all contain the same link, such as
//! "Reply", are comments on the article.

use std::collections::HashMap;
use std::ops::Range;

use super::page::{Page, is_prose};
use crate::document::BlockKind;
use crate::read::html::text::Line;

/// The most characters of a card.
const CARD: usize = 500;

/// The lines of siblings that repeat each other, and whether they are comments.
pub fn groups(page: &Page) -> Vec<(Range<usize>, bool)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < page.tree.nodes.len() {
        let tag = page.tree.tag(at);
        let holds = matches!(
            tag,
            "ul" | "ol" | "div" | "section" | "aside" | "main" | "article" | "td" | "center"
        );
        if holds {
            found.extend(groups_of(page, at));
        }
        at += 1;
    }
    found
}

/// The groups among the children of an element, in page order.
fn groups_of(page: &Page, parent: usize) -> Vec<(Range<usize>, bool)> {
    let mut alike: HashMap<(&str, &str), Vec<Range<usize>>> = HashMap::new();
    let mut child = parent + 1;
    while child < page.tree.nodes[parent].end {
        let tag = page.tree.tag(child);
        if matches!(tag, "li" | "div" | "article" | "section" | "a" | "figure") {
            let lines = page.within(child);
            if !lines.is_empty() {
                let class = page.tree.attribute(child, "class").unwrap_or("");
                alike.entry((tag, class)).or_default().push(lines);
            }
        }
        child = page.tree.nodes[child].end;
    }
    let mut found = Vec::new();
    for group in alike.into_values() {
        let answers = is_answers(page, &group);
        if answers || is_cards(page, &group) {
            found.extend(group.into_iter().map(|lines| (lines, answers)));
        }
    }
    found.sort_by_key(|(lines, _)| lines.start);
    found
}

/// Whether siblings are cards: three or more, most of them opened by a link to a story.
fn is_cards(page: &Page, group: &[Range<usize>]) -> bool {
    let card = |lines: &&Range<usize>| {
        let lines = &page.lines[(*lines).clone()];
        let chars: usize = lines.iter().map(|line| line.chars).sum();
        chars <= CARD
            && lines.len() <= 6
            && lines
                .iter()
                .take_while(|line| !is_prose(line))
                .take(3)
                .any(is_lead)
    };
    group.len() >= 3 && group.iter().filter(card).count() * 5 >= group.len() * 4
}

/// Whether a line is a title that is entirely a link.
fn is_lead(line: &Line) -> bool {
    line.chars >= 12 && line.linked * 10 >= line.chars * 9 && line.kind != BlockKind::Table
}

/// Whether siblings are comments: two or more, each of several lines, that share a short link.
fn is_answers(page: &Page, group: &[Range<usize>]) -> bool {
    if group.len() < 2 || group.iter().any(|lines| lines.len() < 2) {
        return false;
    }
    let links = |lines: &Range<usize>| -> Vec<&str> {
        let lines = page.lines[lines.clone()].iter();
        let links = lines.filter(|line| line.linked * 10 >= line.chars * 9 && line.chars <= 16);
        links.map(|line| line.text.as_str()).collect()
    };
    let first = links(&group[0]);
    first.iter().any(|link| {
        let word = link.to_lowercase();
        let answers = ["reply", "report", "respond", "like", "flag"]
            .iter()
            .any(|verb| word.starts_with(verb));
        answers
            && group
                .iter()
                .skip(1)
                .all(|lines| links(lines).contains(link))
    })
}
