//! Does a text, read again, keep its wording? Cleaning and sorting until nothing more changes.
//!
//! A record's text is foreign input like any other when it comes back: what a second reading would
//! take out is taken out by the first.

use std::ops::Range;

use super::boilerplate::sort;
use super::character::edits;
use super::layout::{Fate, Page, Plan, text_of};
use super::mojibake::{Repair, repaired};
use super::source_map::MappedText;

/// How often a text is read again to see whether it keeps its wording.
const READINGS: usize = 8;

/// Which of the steps that look at characters alone are taken; both, unless said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// Wrongly decoded characters are put right.
    pub mojibake: bool,
    /// The rest is made canonical: line ends, spaces, invisible characters, references, accents.
    pub characters: bool,
}

impl Steps {
    /// Wrongly decoded characters alone.
    pub const MOJIBAKE: Self = Self {
        mojibake: true,
        characters: false,
    };
}

impl Default for Steps {
    fn default() -> Self {
        Self {
            mojibake: true,
            characters: true,
        }
    }
}

/// The raw text with its characters repaired and canonical; each of the two may lay bare what the
/// other one changes. With it a word that stays misread, if there is one.
pub fn cleaned(raw: &str, steps: Steps) -> (MappedText, Option<String>) {
    let mut mapped = MappedText::raw(raw);
    let mut left = None;
    for _ in 0..READINGS {
        let repair = match steps.mojibake {
            true => repaired(&mut mapped),
            false => Repair::default(),
        };
        left = left.or(repair.left);
        let edits = if steps.characters {
            edits(&mapped.text)
        } else {
            Vec::new()
        };
        if edits.is_empty() && !repair.any {
            break;
        }
        if !edits.is_empty() {
            mapped = mapped.edited(edits);
        }
    }
    (mapped, left)
}

/// The blocks of a page when nothing more is boilerplate: what only shows once other boilerplate is
/// gone is taken out too, so that the text, read again, keeps its wording.
pub fn settled(page: &mut Page, title: Option<&str>) -> Plan {
    loop {
        let plan = Plan::new(page);
        // Markup is not there when a text comes back.
        if page.has_layout() {
            return plan;
        }
        let late = late_boilerplate(page, &plan, title);
        if late.is_empty() {
            return plan;
        }
        // Every round takes a line out, so there is a last one.
        for (lines, reason) in late {
            page.fates[lines].fill(Fate::Remove(reason));
        }
    }
}

/// The lines that are boilerplate when a text is read again, or again in the order that this gives it, and why.
fn late_boilerplate(
    page: &Page,
    plan: &Plan,
    title: Option<&str>,
) -> Vec<(Range<usize>, &'static str)> {
    let mut text = text_of(plan, page);
    if text == page.text {
        return Vec::new();
    }
    // For each line of the text, the lines of the page that it was made of.
    let mut sources: Vec<Range<usize>> = plan
        .drafts
        .iter()
        .map(|draft| draft.lines.clone())
        .collect();
    for _ in 0..READINGS {
        let mut again = Page::new(&text);
        if again.lines.len() != sources.len() {
            return Vec::new();
        }
        sort(&mut again, title);
        let removed =
            (0..again.lines.len()).filter_map(|at| Some((sources[at].clone(), again.reason(at)?)));
        let removed: Vec<_> = removed.collect();
        let plan = Plan::new(&again);
        let next = text_of(&plan, &again);
        if !removed.is_empty() || next == text {
            return removed;
        }
        // Blank lines stand between the lines of such a text, so that none are joined.
        sources = plan
            .drafts
            .iter()
            .map(|draft| sources[draft.lines.start].clone())
            .collect();
        text = next;
    }
    Vec::new()
}
