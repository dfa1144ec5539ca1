//! Where does a noun phrase start and end? A chunker that scans elements without a parser.
//!
//! A phrase is a core (determiner, adjectives, nouns, names) with its prepositional complements
//! ("the 1961 treaty between A and B").

use std::ops::Range;

use super::element::Sentence;
use super::part_of_speech::{
    OPENERS, is_abbreviation, is_adverb, is_finite, is_nominal, is_nominal_after, is_plain_plural,
};
use crate::language::Class;
use crate::quote::cue::CueClass;
use crate::quote::marks::words;

/// The relation of a subject to its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// A noun phrase next to the verb.
    Adjacent,
    /// A noun phrase, with an apposition between it and the verb.
    Apposition,
    /// A pronoun.
    Pronoun,
    /// The noun before "who", "which" or "that".
    Relative,
}

/// A noun phrase of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Its elements.
    pub elements: Range<usize>,
    /// The last element of its core, before any preposition.
    pub head: usize,
    /// Its relation to its verb.
    pub relation: Relation,
}

/// How many elements back a subject is searched for.
pub const REACH: usize = 45;

/// The start of the core that ends before element `end`.
pub fn core_before(s: &Sentence, end: usize) -> Option<usize> {
    // "one of them": the pronoun is the whole core.
    if end > 1 && s.class(end - 1).any(Class::OBJECT) && s.is(end - 2, "of") {
        return Some(end - 1);
    }
    let floor = end.saturating_sub(REACH);
    let mut start = end;
    let mut nouns = 0;
    while start > floor {
        let i = start - 1;
        if is_nominal(s, i) {
            nouns += 1;
        } else {
            let nickname = nouns > 0 && is_nickname(s, i) && i > floor && is_nominal(s, i - 1);
            if !nickname && !is_abbreviation(s, i) {
                break;
            }
        }
        start = i;
    }
    while start > floor && s.class(start - 1).any(OPENERS) && !s.is(start - 1, "that") {
        start -= 1;
    }
    (start < end && (nouns > 0 || s.class(end - 1).any(Class::DETERMINER)))
        .then(|| name_after_indefinite(s, start, end))
}

/// Whether element `i` is a short quoted nickname: "Tony “The Fox” Reed".
fn is_nickname(s: &Sentence, i: usize) -> bool {
    let Some(q) = s.quote(i) else { return false };
    let inner = s.quotes[q].inner.slice(s.text);
    words(inner) <= 4 && !inner.ends_with([',', '.', '?', '!', ';'])
}

/// "In a statement Kim said": a name does not belong to the indefinite noun before it.
fn name_after_indefinite(s: &Sentence, start: usize, end: usize) -> usize {
    let indefinite = s.is(start, "a") || s.is(start, "an");
    let titled = (start..end).any(|i| s.class(i).any(Class::TITLE));
    if !indefinite
        || titled
        || !s.elements[end - 1].capital
        || start + 1 >= end
        || s.elements[start + 1].capital
    {
        return start;
    }
    (start..end)
        .rev()
        .take_while(|&i| s.elements[i].capital || s.is_mark(i, &['.']))
        .last()
        .unwrap_or(start)
}

/// The phrase whose last core ends before element `end`, extended to the left over prepositions and
/// conjunctions.
pub fn phrase_before(s: &Sentence, end: usize) -> Option<Phrase> {
    let mut start = core_before(s, end)?;
    let mut head = end - 1;
    while start > 0 {
        let joint = start - 1;
        let Some(left) = core_before(s, joint) else {
            break;
        };
        let made = s.is(joint, "by") && joint > 0 && is_nominal(s, joint - 1);
        let attached = s.class(joint).any(Class::ATTACH) && !s.elements[joint].capital || made;
        let joined = (s.is(joint, "and") || s.is(joint, "or")) && is_clause_start(s, left);
        if !attached && !joined {
            break;
        }
        head = joint - 1;
        start = left;
    }
    while s.is_mark(start, &['.']) && start + 1 < end {
        start += 1;
    }
    Some(Phrase {
        elements: start..end,
        head: head.max(start),
        relation: Relation::Adjacent,
    })
}

/// Whether the element before `i` ends another phrase or clause.
fn is_clause_start(s: &Sentence, i: usize) -> bool {
    i == 0
        || s.is_mark(i - 1, &[',', ';', ':', '—', '–', '-', '('])
        || s.quote(i - 1).is_some()
        || s.class(i - 1).any(
            Class::SUBORDINATOR
                .or(Class::CONJUNCTION)
                .or(Class::RELATIVE)
                .or(Class::ATTACH),
        )
}

/// The end of the core that starts at element `start`.
pub fn core_after(s: &Sentence, start: usize) -> Option<usize> {
    let mut end = start;
    while s.class(end).any(OPENERS) && !s.is(end, "that") {
        end += 1;
    }
    let mut nouns = 0;
    while end < s.elements.len() && end < start + REACH {
        let proper_after_common =
            nouns > 0 && is_plain_plural(s, end - 1) && s.elements[end].capital;
        if is_nominal_after(s, end) && !proper_after_common {
            nouns += 1;
        } else {
            let named = is_nickname(s, end) && end > start && is_nominal(s, end + 1);
            if !named && !is_abbreviation(s, end) {
                break;
            }
        }
        end += 1;
    }
    (nouns > 0).then_some(end)
}

/// The noun phrase that starts at element `start`, with its prepositional complements.
pub fn phrase_after(s: &Sentence, start: usize) -> Option<Phrase> {
    if s.class(start).any(Class::SUBJECT) && !s.is(start, "there") {
        return Some(Phrase {
            elements: start..start + 1,
            head: start,
            relation: Relation::Pronoun,
        });
    }
    let mut end = core_after(s, start)?;
    let head = end - 1;
    let common =
        start == 0 || !s.elements[head].capital || s.class(head).any(Class::TITLE.or(Class::ROLE));
    while s.is(end, "of") || common && s.class(end).any(Class::ATTACH) && !is_measure(s, end) {
        let Some(next) = core_after(s, end + 1) else {
            break;
        };
        end = next;
    }
    if (s.is(end, "and") || s.is(end, "or"))
        && let Some(next) = core_after(s, end + 1)
        && (next == s.elements.len()
            || s.is_mark(next, &[',', '.'])
            || start == 0 && (is_finite(s, next) || is_adverb(s, next)))
    {
        end = next;
    }
    Some(Phrase {
        elements: start..place_after(s, end, common),
        head,
        relation: Relation::Adjacent,
    })
}

/// Whether a phrase that starts at element `start` can be a subject: no verb or preposition governs
/// it.
pub fn is_free(s: &Sentence, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else {
        return true;
    };
    let opens = before == 0
        || s.is_mark(before - 1, &[',', ';', ':'])
        || s.class(before - 1).any(Class::CONJUNCTION);
    let governed = s.class(before).any(Class::PREPOSITION)
        && !s.class(before).any(Class::SUBORDINATOR)
        && !opens;
    // "Kim said Lee told him": a phrase after a bare cue is a subject.
    let reported = s.elements[before]
        .cue
        .is_some_and(|cue| cue.class == CueClass::Speech && !cue.addressee && !cue.object);
    let object = is_finite(s, before) && !reported && !s.class(before).any(Class::TIME);
    !governed && !object
}

/// "over 300 pilgrims": the preposition modifies a number.
pub fn is_measure(s: &Sentence, i: usize) -> bool {
    let number = s.elements.get(i + 1).is_some_and(|n| n.first.is_numeric());
    number && (s.is(i, "over") || s.is(i, "under") || s.is(i, "about") || s.is(i, "around"))
}

/// "a teacher in Seoul, South Korea.": the place after the comma belongs to the description.
fn place_after(s: &Sentence, end: usize, common: bool) -> usize {
    if !common || !s.is_mark(end, &[',']) || end == 0 || !s.elements[end - 1].capital {
        return end;
    }
    let place = (end + 1..s.elements.len())
        .take(3)
        .take_while(|&i| s.elements[i].capital)
        .count();
    let close = end + 1 + place;
    if place > 0 && (close >= s.elements.len() || s.is_mark(close, &[',', '.'])) {
        close
    } else {
        end
    }
}
