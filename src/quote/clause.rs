//! What does a cue report? Where its content starts and ends in the sentence.
//!
//! After a cue may stand whom it was told to, where and when; then "that" and a clause, a bare
//! clause, an indirect question, a noun phrase for the few verbs that take one, or words in marks.

use std::ops::Range;

use super::cue::{Cue, CueClass};
use super::part::{is_adverb, is_finite};
use super::phrase::{core_after, subject_before};
use super::sentence::{LONGEST, Sentence, UnitKind, folded};
use crate::language::{Class, Form, classes};

/// Where the content of a cue starts, by its first unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// Words in marks.
    Quote(usize),
    /// A clause, with "that" or without.
    Clause(usize),
    /// A noun phrase.
    Object(usize),
}

impl Start {
    /// The first unit of the content.
    pub fn unit(self) -> usize {
        match self {
            Start::Quote(i) | Start::Clause(i) | Start::Object(i) => i,
        }
    }
}

/// How many units may stand between a cue and its content.
const REACH: usize = 24;

/// Where the content after the cue at unit `verb` starts; `None` when nothing is reported there.
pub fn content_start(s: &Sentence, verb: usize, cue: &Cue) -> Option<Start> {
    let mut i = verb + 1;
    let mut heard = false;
    while i < s.units.len() && i <= verb + REACH {
        if s.quote(i).is_some() {
            return Some(Start::Quote(i));
        }
        if s.is_mark(i, &[':', ',']) {
            return after_mark(s, i);
        }
        if s.is(i, "that") && !is_finite(s, i + 1) {
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
        if let Some(next) = past_circumstance(s, i) {
            i = next;
            continue;
        }
        if cue.class == CueClass::Belief && is_clause(s, i..s.units.len()) {
            return Some(Start::Clause(i));
        }
        if cue.class != CueClass::Speech || cue.marks {
            return first_quote(s, i);
        }
        if cue.object && is_object(s, i) {
            return Some(Start::Object(i));
        }
        if s.class(i).any(Class::QUESTION) && !s.is(i, "who") && !s.is(i, "which") {
            return is_clause(s, i + 1..s.units.len()).then_some(Start::Clause(i));
        }
        if cue.addressee
            && !heard
            && let Some(next) = past_addressee(s, i)
        {
            heard = true;
            i = next;
            continue;
        }
        let bare = !cue.that && is_clause(s, i..s.units.len());
        return if bare {
            Some(Start::Clause(i))
        } else {
            first_that(s, i, verb + REACH)
        };
    }
    None
}

/// "warned of “grave errors”": words in marks that a preposition hangs on the cue.
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
        return is_clause(s, mark + 1..s.units.len()).then_some(Start::Clause(mark + 1));
    }
    let close = (mark + 2..(mark + 9).min(s.units.len())).find(|&i| s.is_mark(i, &[',']))?;
    if s.quote(close + 1).is_some() && !(mark + 1..close).any(|i| is_finite(s, i)) {
        return Some(Start::Quote(close + 1));
    }
    s.is(close + 1, "that").then_some(Start::Clause(close + 2))
}

/// The unit after an adverb, a word of time or a prepositional phrase at `i`.
fn past_circumstance(s: &Sentence, i: usize) -> Option<usize> {
    if is_adverb(s, i) || s.class(i).any(Class::TIME) && !s.is(i, "may") {
        return Some(i + 1);
    }
    if (s.is(i, "last") || s.is(i, "this") || s.is(i, "next")) && s.class(i + 1).any(Class::TIME) {
        return Some(i + 2);
    }
    if s.class(i).any(Class::PREPOSITION) && !s.is(i, "that") && !s.is(i, "than") {
        if s.class(i + 1).any(Class::TIME.or(Class::OBJECT)) {
            return Some(i + 2);
        }
        return core_after(s, i + 1)
            .filter(|&end| !is_finite(s, end) || s.class(i).any(Class::ATTACH));
    }
    None
}

/// The unit after the noun phrase or pronoun that hears what is told; `None` when that is the
/// subject of what is told.
fn past_addressee(s: &Sentence, i: usize) -> Option<usize> {
    let object = s.class(i).any(Class::OBJECT);
    let next = if object { i + 1 } else { core_after(s, i)? };
    let subject = is_finite(s, next) && (!object || s.class(i).any(Class::SUBJECT));
    (!subject).then_some(next)
}

/// Judgements and the like report only marked words further on.
fn first_quote(s: &Sentence, from: usize) -> Option<Start> {
    (from..s.units.len())
        .find(|&i| s.quote(i).is_some())
        .map(Start::Quote)
}

/// "told a crowd of workers near the port that …": a "that" close by, no verb or comma between.
fn first_that(s: &Sentence, from: usize, until: usize) -> Option<Start> {
    for i in from..until.min(s.units.len()) {
        if s.is(i, "that") && i > from && !is_finite(s, i + 1) {
            return Some(Start::Clause(i + 1));
        }
        if s.units[i].kind != UnitKind::Word || is_finite(s, i) {
            return None;
        }
    }
    None
}

fn is_object(s: &Sentence, i: usize) -> bool {
    s.is_word(i)
        && core_after(s, i).is_some()
        && !s.class(i).any(Class::PREPOSITION.or(Class::SUBORDINATOR))
}

/// Whether a range of units reads as a clause: a subject, then a finite verb.
pub fn is_clause(s: &Sentence, range: Range<usize>) -> bool {
    let first = range.start;
    if !s.units.get(first).is_some_and(|i| i.kind == UnitKind::Word) && s.quote(first).is_none() {
        return false;
    }
    if s.is(first, "to") || s.is(first, "not") || s.class(first).any(Class::CONJUNCTION) {
        return false;
    }
    if s.class(first).any(Class::SUBJECT) && !s.is(first, "it") && !s.is(first, "you") {
        return true;
    }
    let mut relative = false;
    let mut chained = false;
    for i in range.start + 1..range.end.min(first + 40) {
        // "that would be given": one verb.
        if chained && (s.class(i).any(Class::AUXILIARY.or(Class::NEGATION)) || is_finite(s, i)) {
            continue;
        }
        chained = false;
        if s.is_mark(i, &[';', ':']) {
            return false;
        }
        let that = s.is(i, "that") && !is_finite(s, i + 1);
        if s.class(i).any(Class::RELATIVE.or(Class::QUESTION)) && !that {
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

/// "the firm “sees strong demand”": words in marks that open with the verb, or hold one that only
/// a clause has.
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

/// A verb of saying in a form that no list tells from a noun: "prices reflect", "he claims".
fn is_present(s: &Sentence, i: usize) -> bool {
    let Some(cue) = s.units[i].cue.filter(|c| !c.noun && i > 0) else {
        return false;
    };
    let plural = s.slice(i - 1).ends_with('s') || s.class(i - 1).any(Class::SUBJECT);
    let governed =
        s.is(i - 1, "to") || s.class(i - 1).any(Class::DETERMINER.or(Class::PREPOSITION));
    !governed && (cue.form == Form::Third || cue.form == Form::Base && plural)
}

/// Where content that starts at unit `start` ends; `leads` are the first units of the frames of the
/// sentence, in order.
pub fn content_end(s: &Sentence, start: Start, leads: &[usize]) -> usize {
    let from = start.unit();
    let mut end = s.units.len();
    for i in from + 1..s.units.len() {
        let next = (i + 1..i + 3).find(|&j| !is_adverb(s, j)).unwrap_or(i + 1);
        let comma = s.is_mark(i, &[',', ';', '—', '–']);
        let object = matches!(start, Start::Object(_)) && comma;
        let aside =
            comma && (is_gerund_cue(s, next) || s.is(next, "according") && s.is(next + 1, "to"));
        if closes_speech(s, i) {
            end = i + 1;
            break;
        }
        let contrast = comma && is_contrast(s, i + 1);
        let joint = (comma || s.is(i, "and") || s.is(i, "but")) && leads.contains(&i);
        if object || aside || joint || contrast {
            end = i;
            break;
        }
        if s.is(i, "according") && s.is(i + 1, "to") && leads.contains(&i) {
            end = i;
            break;
        }
    }
    trimmed_end(s, from, end)
}

/// "said it “is over,” and left": a comma before the closing mark ends what is said, and the verb
/// after it is the reporter's.
fn closes_speech(s: &Sentence, i: usize) -> bool {
    s.quote(i)
        .is_some_and(|q| s.quotes[q].inner.slice(s.text).ends_with(','))
        && (s.is(i + 1, "and") || s.is(i + 1, "but"))
        && is_finite(s, i + 2)
}

/// ", but Kim disagreed": somebody else’s word on it, though it reports nothing.
fn is_contrast(s: &Sentence, at: usize) -> bool {
    (s.is(at, "but") || s.is(at, "while"))
        && (at + 2..(at + 8).min(s.units.len())).any(|k| {
            let cue = s.units[k].cue.filter(|cue| !cue.noun);
            cue.is_some_and(|cue| cue.form == Form::Past && cue.class != CueClass::Belief)
                && subject_before(s, k).is_some_and(|subject| subject.units.start == at + 1)
        })
}

fn is_gerund_cue(s: &Sentence, i: usize) -> bool {
    s.units
        .get(i)
        .is_some_and(|unit| unit.cue.is_some_and(|c| c.form == Form::Gerund))
}

/// The end without marks of punctuation that belong to the reporter.
pub fn trimmed_end(s: &Sentence, from: usize, mut end: usize) -> usize {
    while end > from
        && s.is_mark(end - 1, &[',', '.', ';', ':', '!', '?', '—', '–', '-', '…'])
        && !closes_abbreviation(s, end - 1)
    {
        end -= 1;
    }
    end
}

fn closes_abbreviation(s: &Sentence, i: usize) -> bool {
    i > 0 && i + 1 < s.units.len() && s.is_mark(i, &['.']) && s.is_mark(i + 1, &['.'])
}
