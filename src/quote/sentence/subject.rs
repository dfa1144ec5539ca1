//! What is the subject before a verb? A backward scan over elements.
//!
//! Adverbs and auxiliaries before the verb are skipped, and so are appositions between commas
//! ("Kim, a teacher in Seoul, said").

use super::apposition::apposition_before;
use super::element::Sentence;
use super::part_of_speech::{OPENERS, is_adverb, is_plain_plural};
use super::phrase::{Phrase, REACH, Relation, core_before, phrase_before};
use crate::language::Class;

/// "last week", "this month": a word that specifies a time.
fn is_which_day(s: &Sentence, i: usize) -> bool {
    ["last", "this", "next", "late", "early"]
        .iter()
        .any(|word| s.is(i, word))
}

/// The end of the subject before a verb; adverbs, auxiliaries, days and brackets may follow it.
fn past_asides(s: &Sentence, verb: usize) -> Option<usize> {
    let mut end = verb;
    let floor = verb.saturating_sub(REACH);
    while end > floor {
        let last = end - 1;
        let aside = is_adverb(s, last)
            || s.class(last).any(Class::AUXILIARY.or(Class::NEGATION))
                && !s.class(last).any(OPENERS)
            || s.class(last).any(Class::TIME)
            || end < verb
                && s.class(end).any(Class::TIME)
                && (s.class(last).any(Class::PREPOSITION) || is_which_day(s, last));
        if aside {
            end -= 1;
        } else if end > floor + 2
            && s.is_mark(last, &[','])
            && is_adverb(s, end - 2)
            && s.is_mark(end - 3, &[','])
        {
            end -= 3;
        } else if s.is_mark(last, &[')', ']']) {
            end = (floor..end).rev().find(|&i| s.is_mark(i, &['(', '[']))?;
        } else {
            break;
        }
    }
    Some(end)
}

/// The subject that precedes the verb at `verb`.
pub fn subject_before(s: &Sentence, verb: usize) -> Option<Phrase> {
    let end = past_asides(s, verb)?;
    let last = end.checked_sub(1)?;
    if s.class(last).any(Class::SUBJECT) && !s.is(last, "there") {
        return Some(Phrase {
            elements: last..end,
            head: last,
            relation: Relation::Pronoun,
        });
    }
    let links = s.is(last, "who") || s.is(last, "which") || s.is(last, "that");
    if links && s.class(last).any(Class::RELATIVE) {
        let before = if last > 0 && s.is_mark(last - 1, &[',']) {
            last - 1
        } else {
            last
        };
        return phrase_before(s, before).map(|p| Phrase {
            relation: Relation::Relative,
            ..if s.is(last, "who") {
                person(s, p)
            } else {
                nearest(s, p)
            }
        });
    }
    if s.is_mark(last, &[',', '—', '–', '-']) {
        return apposition_before(s, last);
    }
    phrase_before(s, end)
}

/// "Kim Lee for the World Bank, has said": the phrase that opens the sentence before a stray comma,
/// as a subject of the verb at `verb` if there is no other.
pub fn opening_before(s: &Sentence, verb: usize) -> Option<Phrase> {
    let comma = past_asides(s, verb)?.checked_sub(1)?;
    let phrase = phrase_before(s, comma)?;
    (phrase.elements.start == 0 && s.is_mark(comma, &[','])).then_some(phrase)
}

/// "the release of a report that said": the indefinite noun next to the pronoun is the subject.
fn nearest(s: &Sentence, phrase: Phrase) -> Phrase {
    let end = phrase.elements.end;
    match core_before(s, end) {
        Some(start) if s.is(start, "a") || s.is(start, "an") => Phrase {
            elements: start..end,
            head: end - 1,
            ..phrase
        },
        _ => phrase,
    }
}

/// "criticism from Kim, who": if the head of the phrase cannot speak, the name that ends it is the
/// subject.
fn person(s: &Sentence, phrase: Phrase) -> Phrase {
    let end = phrase.elements.end;
    let body =
        s.elements[phrase.head].capital || s.class(phrase.head).any(Class::ROLE.or(Class::TITLE));
    let plural = is_plain_plural(s, phrase.head);
    match core_before(s, end) {
        Some(start)
            if !body
                && (!plural || s.is(start.saturating_sub(1), "by"))
                && start > phrase.elements.start
                && s.elements[end - 1].capital =>
        {
            Phrase {
                elements: start..end,
                head: end - 1,
                ..phrase
            }
        }
        _ => phrase,
    }
}
