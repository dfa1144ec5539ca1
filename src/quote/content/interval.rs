//! What may separate a cue from its content? Scans over elements that skip the addressee, the place
//! and the time.

use crate::language::Class;
use crate::quote::sentence::{Sentence, core_after, is_adverb, is_finite, is_measure};

/// The element after an adverb, a word of time or a prepositional phrase at `i`; `None` if there is
/// none.
pub fn past_circumstance(s: &Sentence, i: usize) -> Option<usize> {
    let least = s.is(i, "at") && (s.is(i + 1, "least") || s.is(i + 1, "most"));
    if least || is_measure(s, i) || s.is(i + 1, "of") {
        return None;
    }
    let exists = s.is(i, "there") && s.class(i + 1).any(Class::AUXILIARY.or(Class::LINKING));
    if s.class(i).any(Class::TIME) && !s.is(i, "may") {
        return Some(past_day(s, i + 1));
    }
    if !exists && is_adverb(s, i) {
        return Some(i + 1);
    }
    if (s.is(i, "last") || s.is(i, "this") || s.is(i, "next")) && s.class(i + 1).any(Class::TIME) {
        return Some(i + 2);
    }
    if s.class(i).any(Class::PREPOSITION) && !s.is(i, "that") && !s.is(i, "than") {
        if s.class(i + 1).any(Class::TIME) {
            return Some(past_day(s, i + 2));
        }
        if s.class(i + 1).any(Class::OBJECT) {
            return Some(i + 2);
        }
        return core_after(s, i + 1)
            .filter(|&end| !is_finite(s, end) || s.class(i).any(Class::ATTACH));
    }
    None
}

/// The element after an optional day of the month at `i`: "April 7", "Oct. 15".
fn past_day(s: &Sentence, i: usize) -> usize {
    let day = i + usize::from(s.is_mark(i, &['.']));
    let number = s
        .elements
        .get(day)
        .is_some_and(|element| element.first.is_numeric());
    if number { day + 1 } else { i }
}

/// The element after the addressee at `i`, a noun phrase or pronoun; `None` if it is the subject of
/// the content instead.
pub fn past_addressee(s: &Sentence, i: usize) -> Option<usize> {
    // "told her sister that": here "her" is a possessive.
    let owner = s.class(i).any(Class::POSSESSIVE)
        && core_after(s, i).is_some_and(|end| s.is(end, "that") || s.is(end, "to"));
    let object = s.class(i).any(Class::OBJECT) && !owner;
    let mut next = if object { i + 1 } else { core_after(s, i)? };
    while (s.is(next, "and") || s.is(next, "or"))
        && let Some(end) = core_after(s, next + 1)
        && !is_finite(s, end)
    {
        next = end;
    }
    let subject = is_finite(s, next) && (!object || s.class(i).any(Class::SUBJECT));
    (!subject).then_some(next)
}
