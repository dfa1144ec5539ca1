//! What can a cue report besides clauses? Predicates over elements: objects of denial, deeds,
//! demands and verdicts.

use std::ops::Range;

use super::start::Start;
use crate::language::Class;
use crate::quote::cue::Cue;
use crate::quote::sentence::{Sentence, core_after, is_adverb, is_finite};
use crate::quote::vocabulary::Vocabulary;

pub fn is_object(s: &Sentence, i: usize) -> bool {
    s.is_word(i)
        && core_after(s, i).is_some_and(|end| !is_charge(s, end - 1))
        && !s.class(i).any(Class::PREPOSITION.or(Class::SUBORDINATOR))
}

/// Whether the object before "to" can act: "ordered the company", not "ordered construction of a
/// fence".
pub fn is_ordered(s: &Sentence, object: Range<usize>) -> bool {
    let Some(end) = core_after(s, object.start).filter(|_| !object.is_empty()) else {
        return true;
    };
    let head = end - 1;
    s.elements[object.clone()]
        .iter()
        .any(|element| element.capital || element.class.any(Class::ROLE.or(Class::OBJECT)))
        || s.slice(head).ends_with('s')
        || end == object.end
}

/// "called the ruling a step back", "accused aides of lying": an object and what is said of it.
pub fn verdict(s: &Sentence, i: usize, cue: &Cue) -> Option<Start> {
    let object = s.class(i).any(Class::OBJECT);
    let end = if object { i + 1 } else { core_after(s, i)? };
    let named = cue.naming && (s.is(end, "a") || s.is(end, "an")) && core_after(s, end).is_some();
    let described = cue.naming && s.is(end, "as") && core_after(s, end + 1).is_some();
    let charged = cue.accusing && s.is(end, "of") && s.is_word(end + 1);
    (named || described || charged).then_some(Start::Clause(i))
}

/// "seeing smoke", "having left": a deed that is reported, admitted or denied.
pub fn is_deed(s: &Sentence, i: usize) -> bool {
    s.is_word(i)
        && s.slice(i).len() > 5
        && s.slice(i).ends_with("ing")
        && s.elements[i].first.is_lowercase()
        && !is_finite(s, i + 1)
        && !s.is(i + 1, "of")
        && s.is_word(i + 1)
        && !s.class(i).any(Class::ROLE)
}

/// "to leave": what someone is asked, told or has pledged to do.
pub fn is_infinitive(s: &Sentence, i: usize) -> bool {
    // "asked not to be named" is not a reported wish.
    if s.is(i, "not") && s.is(i + 2, "be") {
        return false;
    }
    let i = i + usize::from(s.is(i, "not"));
    let verb = (i + 1..i + 3).find(|&k| !is_adverb(s, k)).unwrap_or(i + 1);
    let closed = Class::DETERMINER
        .or(Class::POSSESSIVE)
        .or(Class::OBJECT)
        .or(Class::PREPOSITION)
        .or(Class::TIME);
    s.is(i, "to")
        && s.is_word(verb)
        && !s.elements[verb].capital
        && !s.class(verb).any(closed)
        && (!s.slice(verb).ends_with('s') || s.slice(verb).ends_with("ss"))
}

/// "the allegations": their content was said by others and is not reported here.
fn is_charge(s: &Sentence, head: usize) -> bool {
    let word = s.slice(head).trim_end_matches('s');
    Vocabulary::Charge.has(word)
}
