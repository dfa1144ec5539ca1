//! Which frame does a quoted span belong to, and how much of its clause is quoted? Measures over
//! frames and elements.

use crate::quote::frame::{Frame, Rule};
use crate::quote::marks::{is_title, words};
use crate::quote::sentence::{LONGEST, Sentence};
use crate::text::Span;

/// From this share of a reported clause, its quoted fragments replace it as the content.
pub const SHARE: f64 = 0.75;

/// For each quoted element, the index of the nearest frame whose content includes it.
pub fn owners(s: &Sentence, frames: &[Frame]) -> Vec<Option<usize>> {
    let mut owners: Vec<Option<(usize, usize)>> = vec![None; s.elements.len()];
    for (f, frame) in frames.iter().enumerate() {
        for range in &frame.content {
            for i in range.clone().filter(|&i| s.quote(i).is_some()) {
                let size = distance(frame, i);
                if owners[i].is_none_or(|(_, best)| size <= best) {
                    owners[i] = Some((f, size));
                }
            }
        }
    }
    owners.into_iter().map(|o| o.map(|(f, _)| f)).collect()
}

/// The distance between a cue and a quoted element, in elements. A source ("according to") is
/// farther than any verb, because a verb’s subject is the more direct speaker.
fn distance(frame: &Frame, i: usize) -> usize {
    let far = if frame.rule == Rule::AccordingTo {
        LONGEST
    } else {
        0
    };
    far + if frame.cue.start < i {
        i - frame.cue.start
    } else {
        frame.lead.saturating_sub(i)
    }
}

/// Whether a quoted element in a frame is speech, not a title or name.
pub fn is_speech(s: &Sentence, frame: &Frame, i: usize) -> bool {
    let Some(q) = s.quote(i) else { return false };
    let inner = s.quotes[q].inner.slice(s.text);
    let beside = frame.after && i <= frame.cue.end + 1
        || i > 0 && s.is_mark(i - 1, &[':'])
        || i + 1 == frame.lead
        || i == 0;
    !is_title(inner) || beside && words(inner) > 1
}

/// Whether quoted fragments are part of a reported clause: one utterance, partly in the speaker’s
/// words. A fragment that opens the clause and ends before a comma is the whole content.
pub fn is_embedded(s: &Sentence, frame: &Frame, marked: &[usize]) -> bool {
    let opens = |last: &usize| {
        frame
            .content
            .first()
            .is_some_and(|content| *last == content.start)
    };
    !marked
        .last()
        .is_some_and(|last| opens(last) && is_closed(s, *last))
}

/// Whether a quoted element ends its clause: punctuation ends it or follows it.
fn is_closed(s: &Sentence, i: usize) -> bool {
    let inner = s.quote(i).map_or("", |q| s.quotes[q].inner.slice(s.text));
    inner.ends_with([',', '.', '?', '!', ';']) || s.is_mark(i + 1, &[',', ';', '—', '–'])
}

/// The share of the words of `clauses` that the fragments contain.
pub fn share(s: &Sentence, clauses: &[Span], fragments: &[Span]) -> f64 {
    let count = |spans: &[Span]| {
        spans
            .iter()
            .map(|span| words(span.slice(s.text)))
            .sum::<usize>()
    };
    count(fragments) as f64 / count(clauses).max(1) as f64
}
