//! Which frame holds a quoted stretch, and what of its clause is reported besides?

use super::clause::{is_clause, trimmed_end};
use super::frame::{Frame, Rule};
use super::kind::{is_title, words};
use super::sentence::{LONGEST, Sentence};
use crate::language::Class;
use crate::text::Span;

/// Fragments that make up this share of a reported clause stand for it.
pub const SHARE: f64 = 0.75;
/// A fragment with this share of its clause, at its end, is parted from it.
const TAIL: f64 = 0.5;

/// What a frame reports of a clause with fragments in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reported {
    /// The clause with its fragments: one utterance, partly in the speaker's words.
    Whole(Span),
    /// A clause, and the fragment as an utterance of its own.
    Beside(Span),
}

/// For each unit that is a quoted stretch, the frame that holds it most closely.
pub fn owners(s: &Sentence, frames: &[Frame]) -> Vec<Option<usize>> {
    let mut owners: Vec<Option<(usize, usize)>> = vec![None; s.units.len()];
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

/// How far a cue stands from what it reports, in units. A source ("according to") is farther than
/// any verb: who says it is nearer than where it is reported.
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

/// Whether what a frame holds in marks is speech and no title or name.
pub fn is_speech(s: &Sentence, frame: &Frame, i: usize) -> bool {
    let Some(q) = s.quote(i) else { return false };
    let inner = s.quotes[q].inner.slice(s.text);
    let beside = frame.after && i <= frame.cue.end + 1
        || i > 0 && s.is_mark(i - 1, &[':'])
        || i + 1 == frame.lead
        || i == 0;
    !is_title(inner) || beside && words(inner) > 1
}

/// The clause that a frame reports besides the fragments in it: all of it with them, but when the
/// last fragment makes up its end, what stands before that. A fragment that opens the clause and
/// ends before a comma is all that is reported.
pub fn reported(s: &Sentence, frame: &Frame, clause: Span, marked: &[usize]) -> Option<Reported> {
    let content = frame.content.first()?;
    let last = *marked.last()?;
    if last == content.start && is_closed(s, last) {
        return None;
    }
    let tail = last + 1 >= content.end && marked.len() == 1;
    let outer = s.units[last].span;
    if !tail || share(s, &[clause], &[outer]) < TAIL {
        return Some(Reported::Whole(clause));
    }
    let end = trimmed_end(s, content.start, last);
    if s.class(content.start).any(Class::SUBORDINATOR) {
        return None;
    }
    // "the pact was “old”" is no clause without its fragment.
    let head = content.start..end;
    let dangling = end > head.start
        && s.class(end - 1).any(
            Class::AUXILIARY
                .or(Class::PREPOSITION)
                .or(Class::DETERMINER)
                .or(Class::POSSESSIVE),
        );
    let whole = !dangling && is_clause(s, head.clone());
    if whole {
        s.span(head).map(Reported::Beside)
    } else {
        Some(Reported::Whole(clause))
    }
}

/// Whether a quoted stretch ends its clause: a comma in or after it.
fn is_closed(s: &Sentence, i: usize) -> bool {
    let inner = s.quote(i).map_or("", |q| s.quotes[q].inner.slice(s.text));
    inner.ends_with([',', '.', '?', '!', ';']) || s.is_mark(i + 1, &[',', ';', '—', '–'])
}

/// The share of the words of clauses that stand in the fragments.
pub fn share(s: &Sentence, clauses: &[Span], fragments: &[Span]) -> f64 {
    let count = |spans: &[Span]| {
        spans
            .iter()
            .map(|span| words(span.slice(s.text)))
            .sum::<usize>()
    };
    count(fragments) as f64 / count(clauses).max(1) as f64
}
