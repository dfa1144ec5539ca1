//! Does a text keep its wording when it is read again? A loop over cleaning and sorting.
//!
//! The text of a record that is read again is foreign input like any other. So what a second
//! reading would remove, the first removes already.

use std::ops::Range;

use super::boilerplate::sort;
use super::character::edits;
use super::layout::{Fate, Page, Plan, text_of};
use super::mojibake::{Repair, repaired};
use super::source_map::MappedText;

/// The most rounds of reading a text again.
const READINGS: usize = 8;

/// Which of the steps that concern characters are taken; both by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// Repair wrongly decoded characters.
    pub mojibake: bool,
    /// Make the others canonical: line ends, spaces, invisible characters, references, accents.
    pub characters: bool,
}

impl Steps {
    /// Only repair wrongly decoded characters.
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

/// The raw text with repaired and canonical characters. The steps alternate, since each may expose
/// work for the other. Also returns a word that stays misread, if there is one.
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

/// The blocks of a page once nothing more is boilerplate. Boilerplate that shows only after other
/// boilerplate is gone is removed too, so that the text keeps its wording when it is read again.
pub fn settled(page: &mut Page, title: Option<&str>) -> Plan {
    loop {
        let plan = Plan::new(page);
        // A text that is read again has no markup.
        if page.has_layout() {
            return plan;
        }
        let late = late_boilerplate(page, &plan, title);
        if late.is_empty() {
            return plan;
        }
        // Every round removes at least one line, so the loop ends.
        for (lines, reason) in late {
            page.fates[lines].fill(Fate::Remove(reason));
        }
    }
}

/// The lines that turn out to be boilerplate when the text is read again, with the reasons.
fn late_boilerplate(
    page: &Page,
    plan: &Plan,
    title: Option<&str>,
) -> Vec<(Range<usize>, &'static str)> {
    let mut text = text_of(plan, page);
    if text == page.text {
        return Vec::new();
    }
    // For each line of the text, the lines of the page that it was made from.
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
        // Blank lines separate the lines of such a text, so none are joined.
        sources = plan
            .drafts
            .iter()
            .map(|draft| sources[draft.lines.start].clone())
            .collect();
        text = next;
    }
    Vec::new()
}
