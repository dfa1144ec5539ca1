//! Is a range of elements a clause? A predicate that finds a subject and a finite verb without a
//! parser.

use std::ops::Range;

use super::element::{ElementKind, LONGEST, Sentence, folded};
use super::part_of_speech::{is_adverb, is_finite};
use super::phrase::core_after;
use crate::language::{Class, Form, classes};

/// Whether a range of elements has the form of a clause: a subject, then a finite verb.
pub fn is_clause(s: &Sentence, range: Range<usize>) -> bool {
    let first = range.start;
    if !s
        .elements
        .get(first)
        .is_some_and(|i| i.kind == ElementKind::Word)
        && s.quote(first).is_none()
    {
        return false;
    }
    if s.is(first, "to") || s.is(first, "not") || s.class(first).any(Class::CONJUNCTION) {
        return false;
    }
    if s.class(first).any(Class::SUBJECT) && !s.is(first, "it") && !s.is(first, "you") {
        return true;
    }
    let closed = Class::PREPOSITION
        .or(Class::CONJUNCTION)
        .or(Class::TIME)
        .or(Class::SUBORDINATOR);
    if s.is(first, "it")
        && s.is_word(first + 1)
        && !s.class(first + 1).any(closed)
        && !is_adverb(s, first + 1)
    {
        return true;
    }
    let mut relative = false;
    let mut chained = false;
    for i in range.start + 1..range.end.min(first + 40) {
        // "that would be given" counts as one verb.
        if chained && (s.class(i).any(Class::AUXILIARY.or(Class::NEGATION)) || is_finite(s, i)) {
            continue;
        }
        chained = false;
        if s.is_mark(i, &[';', ':']) {
            return false;
        }
        if s.is_mark(i, &[',']) && (leaves_clause(s, i + 1) || is_thing(s, first, i)) {
            return false;
        }
        if s.class(i).any(Class::RELATIVE.or(Class::QUESTION)) {
            relative = true;
        } else if is_finite(s, i) || is_present(s, i) || holds_verb(s, i) {
            if !relative {
                return true;
            }
            relative = false;
            chained = s.class(i).any(Class::AUXILIARY);
        }
    }
    false
}

/// "the charges, also faces a fine": a noun phrase up to a comma, then the reporter’s verb.
fn is_thing(s: &Sentence, first: usize, comma: usize) -> bool {
    let verb = (comma + 1..comma + 3)
        .find(|&k| !is_adverb(s, k))
        .unwrap_or(comma + 1);
    core_after(s, first) == Some(comma) && is_finite(s, verb)
}

/// ", but did not": the reporter’s own verb follows.
fn leaves_clause(s: &Sentence, i: usize) -> bool {
    let verb = (i + 1..i + 3).find(|&k| !is_adverb(s, k)).unwrap_or(i + 1);
    s.class(i).any(Class::CONJUNCTION) && is_finite(s, verb)
}

/// "the firm “sees strong demand”": quoted words that open with a verb, or contain one that only
/// occurs in clauses.
fn holds_verb(s: &Sentence, i: usize) -> bool {
    let Some(q) = s.quote(i) else { return false };
    let inner = s.quotes[q].inner.slice(s.text);
    let mut words = inner
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .take(LONGEST);
    let Some(first) = words.next() else {
        return false;
    };
    let verb = first.ends_with("ed") || first.ends_with('s') && first.len() > 3;
    let listed = classes(&folded(first)).any(Class::VERB.or(Class::NEGATION));
    let opens = first.starts_with(char::is_lowercase) && (verb || listed);
    opens
        || std::iter::once(first)
            .chain(words)
            .any(|word| classes(&folded(word)).any(Class::AUXILIARY))
}

/// A verb of saying that no list distinguishes from a noun: "prices reflect", "he claims".
fn is_present(s: &Sentence, i: usize) -> bool {
    let Some(cue) = s.elements[i].cue.filter(|c| !c.noun && i > 0) else {
        return false;
    };
    let plural = s.slice(i - 1).ends_with('s') || s.class(i - 1).any(Class::SUBJECT);
    let governed =
        s.is(i - 1, "to") || s.class(i - 1).any(Class::DETERMINER.or(Class::PREPOSITION));
    !governed && (cue.form == Form::Third || cue.form == Form::Base && plural)
}
