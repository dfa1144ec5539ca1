//! Where does the content of a cue start? A scan over the elements after it.
//!
//! The addressee, the place and the time may follow a cue; then "that" and a clause, a bare clause,
//! an indirect question, a deed or demand, a noun phrase for the few verbs that take one, or quoted
//! words.

use super::complement::{is_deed, is_infinitive, is_object, is_ordered, verdict};
use super::interval::{past_addressee, past_circumstance};
use super::start::Start;
use crate::language::{Class, Form};
use crate::quote::cue::{Cue, CueClass};
use crate::quote::sentence::{
    ElementKind, Sentence, core_after, is_adverb, is_clause, is_finite, is_measure,
};
use crate::quote::vocabulary::Vocabulary;

/// The most elements between a verb of thought and its quoted words.
const NEAR: usize = 8;

/// The most elements between a cue and its content.
const REACH: usize = 24;

/// The start of the content after the cue at element `verb`; `None` if nothing is reported there.
///
/// `open` means that subject and cue open their clause, so that the content may follow a comma.
pub fn content_start(s: &Sentence, verb: usize, cue: &Cue, open: bool) -> Option<Start> {
    let mut i = verb + 1;
    let mut heard = false;
    while i < s.elements.len() && i <= verb + REACH {
        if s.quote(i).is_some() {
            return Some(Start::Quote(i));
        }
        if s.is_mark(i, &[':', ',']) {
            let scene = open && !cue.that && i > verb + 1 && is_subject(s, i + 1);
            return after_mark(s, i).or_else(|| scene.then(|| after_scene(s, verb, i)));
        }
        if opens_that(s, i) {
            let clause = i + 1 + usize::from(s.is_mark(i + 1, &[',']));
            return Some(if s.quote(clause).is_some() {
                Start::Quote(clause)
            } else {
                Start::Clause(clause)
            });
        }
        if is_topic(s, i) {
            return Some(Start::Quote(i + 1));
        }
        if cue.infinitive && !cue.naming && is_infinitive(s, i) && (i > verb + 1 || !cue.hearer) {
            return is_ordered(s, verb + 1..i).then_some(Start::Clause(i));
        }
        if s.is(verb + 1, "on") && i == verb + 1 && cue.infinitive {
            let end = core_after(s, i + 1)?;
            return is_infinitive(s, end).then_some(Start::Clause(end));
        }
        let participle = i > verb + 2
            && s.slice(i).ends_with("ed")
            && is_finite(s, i)
            && s.class(i + 1).any(Class::PREPOSITION.or(Class::TIME));
        if participle {
            i += 1;
            continue;
        }
        if let Some(next) = past_circumstance(s, i) {
            i = next;
            continue;
        }
        if i == verb + 1 && (cue.naming || cue.accusing) {
            return verdict(s, i, cue).or_else(|| first_quote(s, i));
        }
        if cue.class == CueClass::Belief && is_clause(s, i..s.elements.len()) {
            return Some(Start::Clause(i));
        }
        if cue.class != CueClass::Speech || cue.marks {
            let near = cue.class != CueClass::Belief;
            return first_quote(s, i).filter(|start| near || start.element() < i + NEAR);
        }
        if i == verb + 1
            && is_finite(s, i)
            && (cue.clausal || fills_gap(s, verb))
            && !s.is(0, "what")
        {
            return Some(Start::Clause(i));
        }
        if cue.gerund && is_deed(s, i) {
            return Some(Start::Clause(i));
        }
        if cue.object && is_object(s, i) {
            return Some(Start::Object(i));
        }
        if s.class(i).any(Class::QUESTION) && !s.is(i, "who") && !s.is(i, "which") {
            return is_clause(s, i + 1..s.elements.len()).then_some(Start::Clause(i));
        }
        if cue.addressee
            && !heard
            && let Some(next) = past_addressee(s, i)
        {
            heard = true;
            i = next;
            continue;
        }
        let end = if cue.form == Form::Gerund {
            comma_after(s, i)
        } else {
            s.elements.len()
        };
        let relative = s.is(i, "that") && (i > verb + 1 || cue.form == Form::Gerund);
        let scene = Class::SUBORDINATOR.or(Class::PREPOSITION);
        let scene = s.class(i).any(scene)
            && !cue.clausal
            && !s.class(i).any(Class::QUESTION.or(Class::DETERMINER))
            && !is_measure(s, i)
            && !s.is(i + 1, "least");
        let bare = !cue.that && !relative && !scene && is_clause(s, i..end);
        let loose = cue.clausal && is_loose_clause(s, i);
        return if bare || loose {
            Some(Start::Clause(i))
        } else {
            first_that(s, i, verb + REACH)
        };
    }
    None
}

/// Whether "that" introduces a clause, and does not end a noun phrase or open a relative clause.
fn opens_that(s: &Sentence, i: usize) -> bool {
    let participle = s.slice(i + 1).ends_with("ed");
    let object = s.class(i + 2).any(Class::DETERMINER.or(Class::POSSESSIVE));
    let modifier = participle && !object && is_clause(s, i + 2..s.elements.len());
    let ends = is_finite(s, i + 1) || participle && object;
    s.is(i, "that") && (!ends || modifier)
}

/// The first comma from element `from` on, or the end of the sentence.
fn comma_after(s: &Sentence, from: usize) -> usize {
    let comma = (from..s.elements.len()).find(|&k| s.is_mark(k, &[',']));
    comma.unwrap_or(s.elements.len())
}

/// "said the mayor’s acts play into many hands": after a verb that takes only clauses, a noun
/// phrase with enough words after it is a clause, even if its verb is not listed.
fn is_loose_clause(s: &Sentence, i: usize) -> bool {
    let closed = Class::PREPOSITION
        .or(Class::CONJUNCTION)
        .or(Class::SUBORDINATOR)
        .or(Class::OBJECT);
    !s.class(i).any(closed)
        && !s.is(i, "nothing")
        && s.is_word(i)
        && s.elements[i..]
            .iter()
            .filter(|u| u.kind == ElementKind::Word)
            .count()
            >= 4
}

/// "warned of “grave errors”": quoted words after a preposition that belongs to the cue.
fn is_topic(s: &Sentence, i: usize) -> bool {
    let hangs = ["of", "against", "about", "for"]
        .iter()
        .any(|word| s.is(i, word));
    let lower = s.quote(i + 1).is_some_and(|q| {
        let inner = s.quotes[q].inner.slice(s.text);
        inner.starts_with(char::is_lowercase)
    });
    hangs && lower
}

/// A clause or quotation after a comma or colon: "said: “…”", "said, however, that …".
fn after_mark(s: &Sentence, mark: usize) -> Option<Start> {
    if s.quote(mark + 1).is_some() {
        return Some(Start::Quote(mark + 1));
    }
    if s.is_mark(mark, &[':']) {
        return is_clause(s, mark + 1..s.elements.len()).then_some(Start::Clause(mark + 1));
    }
    let close = (mark + 2..(mark + 9).min(s.elements.len())).find(|&i| s.is_mark(i, &[',']))?;
    if s.quote(close + 1).is_some() && !(mark + 1..close).any(|i| is_finite(s, i)) {
        return Some(Start::Quote(close + 1));
    }
    let however = close == mark + 2 && is_adverb(s, mark + 1);
    if however && is_clause(s, close + 1..s.elements.len()) {
        return Some(Start::Clause(close + 1));
    }
    s.is(close + 1, "that").then_some(Start::Clause(close + 2))
}

/// Whether a subject starts at element `i`, with its verb directly after it.
fn is_subject(s: &Sentence, i: usize) -> bool {
    s.class(i).any(Class::SUBJECT) || core_after(s, i).is_some_and(|end| is_finite(s, end))
}

/// In "said with the new part, the machine can" the opening phrase is part of the content; in "said
/// on Monday, the machine can" it is not.
fn after_scene(s: &Sentence, verb: usize, comma: usize) -> Start {
    if Vocabulary::ToldScene.has_any_case(s.slice(verb + 1)) {
        Start::Clause(verb + 1)
    } else {
        Start::Clause(comma + 1)
    }
}

/// The next quoted span, for cues such as judgements that report only quoted words.
fn first_quote(s: &Sentence, from: usize) -> Option<Start> {
    (from..s.elements.len())
        .find(|&i| s.quote(i).is_some())
        .map(Start::Quote)
}

/// "told a crowd of workers near the port that …": a "that" nearby, without a verb or comma before
/// it.
fn first_that(s: &Sentence, from: usize, until: usize) -> Option<Start> {
    for i in from..until.min(s.elements.len()) {
        if i > from && opens_that(s, i) && is_clause(s, i + 1..s.elements.len()) {
            return Some(Start::Clause(i + 1));
        }
        if s.elements[i].kind != ElementKind::Word || is_finite(s, i) {
            return None;
        }
    }
    None
}

/// "what he said was", "which aides say is": the content has its subject before the cue.
fn fills_gap(s: &Sentence, verb: usize) -> bool {
    (verb.saturating_sub(5)..verb).any(|k| s.class(k).any(Class::RELATIVE) || s.is(k, "what"))
}
