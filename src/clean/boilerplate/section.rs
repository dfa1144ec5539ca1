//! How far does a section of the page extend? Passes over headed sections and groups of labels.

use crate::clean::layout::{Fate, Page};
use crate::line::{ends_sentence, is_contact, phrase, stamps, words};

/// Removes headed sections of boilerplate: a heading and the labels, titles and teasers after it.
pub fn sections(page: &mut Page) {
    let tail = page.tail();
    for at in 0..page.lines.len() {
        let line = page.line(at);
        let Some(reason) = named(page, at, "open") else {
            continue;
        };
        if !page.is_kept(at) {
            continue;
        }
        // Without running text before it there is no tail, and a list may be the whole article.
        let end = if at >= tail && tail > 0 {
            page.lines.len()
        } else {
            page.run(at).end
        };
        let first = page.line(at + 1);
        let heads = at + 1 < end && is_entry(first, reason) || at + 1 == page.lines.len();
        if words(line) == 1 && !heads && !is_boilerplate(page, at + 1) {
            continue;
        }
        page.remove(at, reason);
        for next in at + 1..end {
            let line = page.line(next);
            let other = named(page, next, "open").is_some();
            if page.is_kept(next) && (other || !is_entry(line, reason)) {
                break;
            }
            page.remove(next, reason);
        }
    }
}

/// The most words of a label or a heading of boilerplate.
const LABEL_WORDS: usize = 10;

/// The reason of the stock phrase of a kind that matches a line.
fn named(page: &Page, at: usize, kind: &str) -> Option<&'static str> {
    (page.words(at) <= LABEL_WORDS).then(|| phrase(page.line(at), page.fold(at), &[kind]))?
}

/// Whether a line is an entry of a boilerplate section: a label in a form, otherwise a title or a
/// teaser that is cut short.
fn is_entry(line: &str, reason: &str) -> bool {
    if reason == "comment-form" {
        return words(line) <= 6 && !ends_sentence(line) && stamps(line).is_empty();
    }
    words(line) <= 25 && (!ends_sentence(line) || line.ends_with('?')) || is_cut(line)
}

/// Whether the page cut a line short: "The village of …".
fn is_cut(line: &str) -> bool {
    ["…", "...", "[…]", "[...]", "…]"]
        .iter()
        .any(|end| line.ends_with(end))
}

/// Removes labels, which are boilerplate only next to other boilerplate.
pub fn labels(page: &mut Page) {
    let count = page.lines.len();
    for at in 2..count {
        let three = (at - 2..=at).all(|at| page.is_kept(at) && named(page, at, "label").is_some());
        if let Some(reason) =
            named(page, at, "label").filter(|_| three && page.run(at).contains(&(at - 2)))
        {
            (at - 2..=at).for_each(|at| page.remove(at, reason));
        }
    }
    let mut changed = true;
    while changed {
        changed = false;
        for at in (0..count).chain((0..count).rev()) {
            let beside = |at: Option<usize>| at.is_some_and(|at| is_boilerplate(page, at));
            if !page.is_kept(at) || !beside(at.checked_sub(1)) && !beside(Some(at + 1)) {
                continue;
            }
            let line = page.line(at);
            let contact = is_contact(line).then_some("contact");
            if let Some(reason) = contact.or_else(|| named(page, at, "label")) {
                page.remove(at, reason);
                changed = true;
            }
        }
    }
}

/// Whether a line was removed as a part of the page. Credits and rights also occur in articles.
fn is_boilerplate(page: &Page, at: usize) -> bool {
    matches!(page.fates.get(at), Some(Fate::Remove(reason))
        if !matches!(*reason, "copyright" | "photo-credit" | "duplicate-caption"))
}
