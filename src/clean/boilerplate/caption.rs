//! Which lines belong to a picture? Passes that find its credit and its caption.

use crate::clean::layout::{Fate, Page};
use crate::line::{is_agency, is_photo_credit};

/// The most lines between the credit of a picture and its repeated caption.
const CAPTION_REACH: usize = 6;

/// The most lines of a picture with its credits and captions.
const PICTURE_LINES: usize = 64;

/// Removes the parts of a photo credit that is broken over lines: bare agencies and slashes.
pub fn spread_credits(page: &mut Page) {
    let mut at = 0;
    while at < page.lines.len() {
        if page.is_kept(at) && (is_part_of_credit(page, at) || opens_credit(page, at)) {
            page.remove(at, "photo-credit");
            // The line before may be a part too, now that this one is.
            at = at.saturating_sub(1);
        } else {
            at += 1;
        }
    }
}

/// Whether a line is a bare agency or slash beside a credit.
fn is_part_of_credit(page: &Page, at: usize) -> bool {
    let credit = |at: usize| page.reason(at) == Some("photo-credit");
    if page.words(at) > 4 || !(credit(at + 1) || at > 0 && credit(at - 1)) {
        return false;
    }
    let run = page.run(at);
    let beside = run.contains(&(at + 1)) && credit(at + 1) || at > run.start && credit(at - 1);
    let line = page.line(at);
    beside && (line == "/" || is_agency(&line.to_lowercase()))
}

/// Whether a line is the first of "Jane Doe" / "/" / "AP", where no single line is a credit.
fn opens_credit(page: &Page, at: usize) -> bool {
    let parts = [page.line(at), page.line(at + 1), page.line(at + 2)];
    parts[1] == "/" && page.run(at).contains(&(at + 2)) && is_photo_credit(&parts.concat())
}

/// Finds captions: lines in one run with a credit, or lines that occur twice. Copies are removed.
///
/// While the headline is unknown (`only_sentences`), only sentences count.
pub fn captions(page: &mut Page, only_sentences: bool) {
    let runs = page.lines.last().map_or(0, |line| line.run + 1);
    for at in 0..page.lines.len() {
        if page.fates[at] != Fate::Remove("photo-credit") {
            continue;
        }
        let run = page.run(at);
        if runs >= 3 && run.len() <= PICTURE_LINES && (1..=2).contains(&texts_in(page, &run)) {
            for i in run.clone() {
                let beside = i + 1 == at || i == at + 1;
                let long = page.words(i) >= 4;
                let sentence = page.ends_sentence(i) && long;
                if page.is_kept(i) && (sentence || !only_sentences && beside && long) {
                    page.decide(i, Fate::Caption);
                }
            }
        }
        let near = at.saturating_sub(CAPTION_REACH)..(at + CAPTION_REACH).min(page.lines.len());
        for first in near.start..at {
            let copy =
                (at..near.end).find(|&i| page.words(i) >= 4 && page.fold(i) == page.fold(first));
            if let Some(copy) = copy
                .filter(|&copy| page.fates[copy] != Fate::Title && page.fates[first] != Fate::Title)
            {
                let told = matches!(page.fates[first], Fate::Keep | Fate::Caption)
                    && (page.ends_sentence(first) || !only_sentences);
                if told {
                    page.fates[first] = Fate::Caption;
                    page.fates[copy] = Fate::Remove("duplicate-caption");
                }
            }
        }
    }
}

/// The number of distinct texts, ignoring immediate repetitions, among the kept lines of a run.
fn texts_in(page: &Page, run: &std::ops::Range<usize>) -> usize {
    let kept = run
        .clone()
        .filter(|&i| matches!(page.fates[i], Fate::Keep | Fate::Caption));
    let mut texts: Vec<&str> = kept.map(|i| page.fold(i)).collect();
    texts.dedup();
    texts.len()
}

/// Handles a lone "Image caption", which says what the next line is.
pub fn captioned(page: &mut Page) {
    for at in 0..page.lines.len() {
        let label = || {
            matches!(
                page.fold(at),
                "image caption" | "media caption" | "photo caption"
            )
        };
        if page.words(at) == 2 && label() && page.run(at).contains(&(at + 1)) {
            page.remove(at, "caption-label");
            page.decide(at + 1, Fate::Caption);
        }
    }
}
