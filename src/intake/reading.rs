//! Does a text, read again, keep its wording? Cleaning and sorting until nothing more changes.
//!
//! A record's text is foreign input like any other when it comes back: what a second reading would
//! take out is taken out by the first.

use super::compose::{self, Composed};
use super::page::{Fate, Page};
use super::trace::{Change, Traced};
use super::{furniture, mojibake};
use crate::text::Span;

/// How often a text is read again to see whether it keeps its wording.
const READINGS: usize = 8;

/// The raw text with its characters repaired and canonical; each of the two may lay bare what the
/// other one changes.
pub(super) fn cleaned(raw: &str, changes: &mut Vec<Change>) -> Traced {
    let mut traced = Traced::raw(raw);
    for _ in 0..READINGS {
        let before = traced.text.clone();
        let (canonical, blanks) = mojibake::repaired(traced, changes).canonical();
        changes.extend(blanks);
        traced = canonical;
        if traced.text == before {
            break;
        }
    }
    traced
}

/// The blocks of a page when nothing more is furniture: what only shows once other furniture is
/// gone is taken out too, so that the text, read again, keeps its wording.
pub(super) fn settled(page: &mut Page, source: &Traced, title: Option<&str>) -> Composed {
    loop {
        let composed = compose::blocks(page, source);
        let mut changed = false;
        // Every round takes a line out, so there is a last one.
        for (raw, reason) in late_furniture(&composed, title) {
            for (line, fate) in page.lines.iter().zip(&mut page.fates) {
                if source.origin(line.body).overlaps(raw) && !matches!(fate, Fate::Remove(_)) {
                    *fate = Fate::Remove(reason);
                    changed = true;
                }
            }
        }
        if !changed {
            return composed;
        }
    }
}

/// What is furniture when a text is read again, or again in the order that this gives it: where it
/// stands in the raw text, and why.
fn late_furniture(composed: &Composed, title: Option<&str>) -> Vec<(Span, &'static str)> {
    let mut traced = composed.traced.clone();
    for _ in 0..READINGS {
        let text = traced.text.clone();
        let mut page = Page::new(&text);
        furniture::sort(&mut page, title);
        let removed = page
            .lines
            .iter()
            .zip(&page.fates)
            .filter_map(|(line, fate)| match fate {
                Fate::Remove(reason) => Some((traced.origin(line.body), *reason)),
                _ => None,
            });
        let removed: Vec<_> = removed.collect();
        let next = compose::blocks(&page, &traced).traced;
        if !removed.is_empty() || next.text == text {
            return removed;
        }
        traced = next;
    }
    Vec::new()
}
