//! Who precedes a description between commas? A backward scan over elements: "Kim, a teacher in
//! Seoul, South Korea, said".

use std::ops::Range;

use super::element::Sentence;
use super::part_of_speech::{OPENERS, is_adverb, is_finite};
use super::phrase::{Phrase, REACH, Relation, is_free, phrase_before};
use crate::language::Class;

/// The phrase before an apposition that ends with the mark at `close`.
pub fn apposition_before(s: &Sentence, close: usize) -> Option<Phrase> {
    let floor = close.saturating_sub(REACH);
    let opens = (floor..close).rev().filter(|&i| {
        s.is_mark(i, &[',', '—', '–', '-']) && s.elements[i].first == s.elements[close].first
    });
    for open in opens.take(5) {
        let Some(phrase) = phrase_before(s, open) else {
            continue;
        };
        let named = s.elements[phrase.head].capital
            || s.class(phrase.head).any(Class::ROLE.or(Class::TITLE));
        if named && is_description(s, open + 1..close) {
            return Some(outermost(s, phrase, open));
        }
        let several = open + 2 < close && s.elements[open + 2].capital;
        let free = several
            && s.class(phrase.elements.start).any(OPENERS)
            && is_free(s, phrase.elements.start);
        let role =
            free || s.class(phrase.head).any(Class::ROLE.or(Class::TITLE)) || is_kin(s, &phrase);
        if is_name(s, open + 1..close) && is_place(s, &phrase, open + 1..close) {
            return Some(outermost(s, phrase, open));
        }
        if is_name(s, open + 1..close) && role {
            return Some(Phrase {
                elements: phrase.elements.start..close,
                head: close - 1,
                relation: Relation::Apposition,
            });
        }
    }
    None
}

/// "officials in San Diego, California,": the name is a place.
fn is_place(s: &Sentence, phrase: &Phrase, name: Range<usize>) -> bool {
    let inner = phrase
        .elements
        .clone()
        .rev()
        .find(|&k| s.class(k).any(Class::ATTACH));
    let school = ["University", "College", "City", "State"];
    let of = inner.filter(|&k| k > 0 && school.iter().any(|word| s.is(k - 1, word)));
    let within = inner.filter(|&k| s.is(k, "in") || s.is(k, "at") || s.is(k, "near"));
    let placed = s.elements[phrase.elements.end - 1].capital || name.len() == 1;
    placed && name.len() <= 2 && (of.is_some() || within.is_some())
}

/// "his wife, Anna Kim,": a possessive and a noun that can be a subject.
fn is_kin(s: &Sentence, phrase: &Phrase) -> bool {
    let start = phrase.elements.start;
    s.class(start).any(Class::POSSESSIVE)
        && phrase.elements.len() == 2
        && is_free(s, start)
        && !s.elements[phrase.head].capital
}

/// "Kim, an analyst at the institute, a think tank in Seoul,": the name before all descriptions.
fn outermost(s: &Sentence, mut phrase: Phrase, close: usize) -> Phrase {
    while let Some(comma) = phrase
        .elements
        .start
        .checked_sub(1)
        .filter(|&c| s.is_mark(c, &[',']))
        && (!s.elements[phrase.head].capital
            || s.class(phrase.elements.start)
                .any(Class::TITLE.or(Class::ROLE)))
        && let Some(outer) = phrase_before(s, comma)
        && !outer
            .elements
            .start
            .checked_sub(1)
            .is_some_and(|k| s.class(k).any(Class::PREPOSITION))
        && s.elements[outer.head].capital
        && is_description(s, phrase.elements.start..close)
    {
        phrase = outer;
    }
    Phrase {
        relation: Relation::Apposition,
        ..phrase
    }
}

/// "SC", "Jr.", "R-Texas": a title, rank or seat after a name.
fn is_suffix(s: &Sentence, range: Range<usize>) -> bool {
    let mut words = range.filter(|&i| s.is_word(i));
    let (Some(word), None) = (words.next().map(|i| s.slice(i)), words.next()) else {
        return false;
    };
    let seat = word
        .split_once('-')
        .is_some_and(|(party, _)| matches!(party, "D" | "R" | "I"));
    seat || word.len() <= 3 && word.len() > 1 && word.chars().all(char::is_uppercase)
        || matches!(word, "Jr" | "Sr")
}

fn is_name(s: &Sentence, range: Range<usize>) -> bool {
    // "Ann Berg of Ohio": the origin is not part of the name.
    let from = range
        .clone()
        .skip(2)
        .find(|&i| s.is(i, "of") || s.is(i, "from"));
    let range = range.start..from.unwrap_or(range.end);
    range.len() <= 7
        && range
            .clone()
            .all(|i| s.elements[i].capital || s.is_mark(i, &['.']) || s.is(i, "and"))
}

/// Whether elements describe the name before them: "a teacher in Seoul", "34", "who lives here".
fn is_description(s: &Sentence, range: Range<usize>) -> bool {
    let Some(first) = s.elements.get(range.start).filter(|_| !range.is_empty()) else {
        return false;
    };
    if first.class.any(Class::RELATIVE) || s.slice(range.start).ends_with("ing") {
        return true;
    }
    // "known for her work", "hit by losses": a participle before a preposition or adverb.
    let participle = is_finite(s, range.start)
        && (s.class(range.start + 1).any(Class::PREPOSITION) || is_adverb(s, range.start + 1));
    let body = range.start + usize::from(participle)..range.end;
    if body
        .into_iter()
        .any(|i| is_finite(s, i) && !s.slice(i).ends_with("ed") && !s.class(i).any(Class::ROLE))
    {
        return false;
    }
    // "or MEND": another name for it.
    let alias = s.is(range.start, "or") && range.len() == 2 && s.elements[range.start + 1].capital;
    if alias || is_suffix(s, range.clone()) {
        return true;
    }
    let common = range.clone().skip(1).any(|i| {
        s.is_word(i)
            && !s.elements[i].capital
            && s.class(i) == Class::NONE
            && s.elements[i].first.is_alphabetic()
    });
    let described = range
        .clone()
        .take(4)
        .any(|i| s.class(i).any(Class::ROLE.or(Class::TITLE)));
    first.first.is_numeric()
        || first.class.any(OPENERS)
        || described
        || common && first.class == Class::NONE
        || !first.capital
            && s.is_word(range.start)
            && !first.class.any(Class::CONJUNCTION.or(Class::SUBORDINATOR))
}
