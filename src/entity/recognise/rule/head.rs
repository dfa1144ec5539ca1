//! Which names say what they are? Names that end in a telling word ("… University", "… War"), open
//! with one ("Lake …", "Hurricane …"), or go on after it ("Ministry of …", "Treaty on …").

use super::candidate::Found;
use super::capitalised::run_end;
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::{Class, Gazetteer, Lexicon};
use crate::entity::token::Word;

/// The longest name with a telling word that starts at `words[at]`, inside a run that ends at `end`.
pub fn headed_at(words: &[Word], at: usize, end: usize) -> Option<Found> {
    opened(words, at, end)
        .or_else(|| directed(words, at, end))
        .or_else(|| closed(words, at, end))
        .or_else(|| coupled(words, at, end))
}

/// "South Australia": a direction and a known place.
fn directed(words: &[Word], at: usize, end: usize) -> Option<Found> {
    let direction = Lexicon::get().is(words[at].text, Class::Direction) && at + 1 < end;
    let place = Gazetteer::get()
        .longest_at(words, at + 1)
        .filter(|m| direction && m.known.kind == MentionKind::Place)?;
    (at + 1 + place.words >= end).then_some(Found {
        first: at,
        end: at + 1 + place.words,
        kind: MentionKind::Place,
        confidence: 0.8,
    })
}

/// "Food and Agriculture Organization": common words coupled before the telling one.
fn coupled(words: &[Word], at: usize, end: usize) -> Option<Found> {
    let lexicon = Lexicon::get();
    let plain = |w: &Word| {
        w.is_capital()
            && !w.is_possessive()
            && lexicon.is_common(&w.lower)
            && !lexicon.is(w.text, Class::Title)
    };
    let demonym = Gazetteer::get()
        .longest_at(words, at)
        .filter(|m| m.known.kind == MentionKind::Nationality);
    let modifiers = at + demonym.map_or(0, |m| m.words);
    let coupled = modifiers < end
        && words.get(end).is_some_and(|w| w.text == "and")
        && words
            .get(end + 1)
            .is_some_and(|w| w.is_capital() && !w.opens && !lexicon.is_given(w.text))
        && Gazetteer::get().longest_at(words, end + 1).is_none()
        && words[modifiers..end].iter().all(plain)
        && !words[at].opens;
    if !coupled {
        return None;
    }
    let found = closed(words, end + 1, run_end(words, end + 1))?;
    (found.kind == MentionKind::Organisation).then_some(Found { first: at, ..found })
}

/// "Lake Chad", "Gulf of Tonkin", "Hurricane Ida", "Battle of Kursk".
fn opened(words: &[Word], at: usize, end: usize) -> Option<Found> {
    let lexicon = Lexicon::get();
    let kind = if lexicon.is(words[at].text, Class::PlaceFirst) {
        MentionKind::Place
    } else if lexicon.is(words[at].text, Class::EventFirst) {
        MentionKind::Event
    } else {
        return None;
    };
    let dotted = usize::from(words.get(at + 1).is_some_and(|w| w.text == "."));
    let next = at + 1 + dotted;
    if words.get(next)?.text == "of" {
        let name = next + 1 + usize::from(words.get(next + 1)?.text == "the");
        let capital = words.get(name).is_some_and(Word::is_capital);
        return capital.then(|| Found {
            first: at,
            end: run_end(words, name).min(name + 2),
            kind,
            confidence: 0.8,
        });
    }
    let one = next < end && words[next].is_capital() && !lexicon.is(words[next].text, Class::Title);
    let two = one
        && next + 1 < end
        && words[next + 1].is_capital()
        && kind == MentionKind::Place
        && lexicon.is(words[next + 1].bare, Class::Place);
    (one && !words[at].is_possessive()).then_some(Found {
        first: at,
        end: next + 1 + usize::from(two),
        kind,
        confidence: 0.75,
    })
}

/// "Seoul National University", "Department of Energy", "Treaty on Open Skies".
fn closed(words: &[Word], at: usize, end: usize) -> Option<Found> {
    let lexicon = Lexicon::get();
    let stop = (at..end)
        .find(|&i| {
            let word = words[i].bare;
            lexicon.is(word, Class::Calendar)
                || lexicon.is(word, Class::Title) && !lexicon.is(word, Class::Office)
        })
        .unwrap_or(end);
    (at..stop).rev().find_map(|head| {
        let kind = head_kind(words[head].bare)?;
        let tail = tail_end(words, head, kind);
        let modified = head > at || tail > head + 1;
        let named = modified
            && !is_person_instead(words, at, head, kind)
            && !is_plain(words, at, head, tail, kind);
        named.then_some(Found {
            first: at,
            end: tail,
            kind,
            confidence: if tail > head + 1 { 0.9 } else { 0.85 },
        })
    })
}

fn head_kind(word: &str) -> Option<MentionKind> {
    let lexicon = Lexicon::get();
    [
        (Class::Organisation, MentionKind::Organisation),
        (Class::OrganisationOf, MentionKind::Organisation),
        (Class::Event, MentionKind::Event),
        (Class::Document, MentionKind::Document),
        (Class::Publication, MentionKind::Publication),
        (Class::Place, MentionKind::Place),
    ]
    .into_iter()
    .find_map(|(class, kind)| lexicon.is(word, class).then_some(kind))
}

/// "Mary Hill": a given name before one word that is also a surname.
fn is_person_instead(words: &[Word], at: usize, head: usize, kind: MentionKind) -> bool {
    let lexicon = Lexicon::get();
    let titled = kind == MentionKind::Place
        && lexicon.is(words[at].text, Class::Title)
        && !lexicon.is_common(&words[at + 1].lower);
    let surname = matches!(
        kind,
        MentionKind::Place | MentionKind::Publication | MentionKind::Document
    ) || matches!(
        words[head].bare,
        "Church" | "Guard" | "Court" | "Police" | "Fund" | "Banks"
    );
    titled && head > at + 1 || head == at + 1 && surname && lexicon.is_given(words[at].text)
}

/// Whether nothing but a headline gives it capitals, or it is two countries and a common word
/// ("Chile-Peru Pact").
fn is_plain(words: &[Word], at: usize, head: usize, tail: usize, kind: MentionKind) -> bool {
    if tail > head + 1 {
        return false;
    }
    let lexicon = Lexicon::get();
    let paper = matches!(kind, MentionKind::Document | MentionKind::Event);
    let countries = kind == MentionKind::Document
        && words[at..head].iter().any(|w| w.text == "-")
        && Gazetteer::get()
            .longest_at(words, at)
            .is_some_and(|m| m.known.kind == MentionKind::Place);
    let common = words[at..head].iter().all(|w| lexicon.is_common(&w.lower));
    countries
        || words[head].in_headline
            && (common || paper)
            && !matches!(words[head].bare, "War" | "Olympics" | "Charter")
        || common && words[at].opens && head == at + 1 && kind != MentionKind::Organisation
}

/// Where the name goes on to after its head: "Institute for Peace and Unification Studies".
fn tail_end(words: &[Word], head: usize, kind: MentionKind) -> usize {
    let lexicon = Lexicon::get();
    let after = words.get(head + 1).map_or("", |w| w.text);
    let open = match kind {
        MentionKind::Document => {
            lexicon.is(words[head].bare, Class::DocumentOf)
                && matches!(after, "of" | "on" | "for" | "against")
        }
        _ => {
            lexicon.is(words[head].bare, Class::OrganisationOf)
                && matches!(after, "of" | "for" | "on" | "to" | "against")
        }
    };
    if !open || words[head].is_possessive() {
        return head + 1;
    }
    let first = head + 2 + usize::from(words.get(head + 2).is_some_and(|w| w.text == "the"));
    let Some(mut end) = part_end(words, first) else {
        return head + 1;
    };
    let place = |first: usize, end: usize| {
        Gazetteer::get().longest_at(words, first).is_some_and(|m| {
            first + m.words == end
                && matches!(m.known.kind, MentionKind::Place | MentionKind::Nationality)
        })
    };
    let mut part = first;
    while !place(part, end)
        && let Some(next) = listed(words, end)
    {
        let Some(next_end) = part_end(words, next) else {
            break;
        };
        if place(next, next_end) || stands_alone(&words[next..next_end]) {
            break;
        }
        (part, end) = (next, next_end);
    }
    if words.get(end).is_some_and(|w| w.text == "of") && !words[end - 1].is_possessive() {
        let next = end + 1 + usize::from(words.get(end + 1).is_some_and(|w| w.text == "the"));
        if let Some(next_end) = part_end(words, next).filter(|&e| place(next, e)) {
            end = next_end;
        }
    }
    end
}

/// Whether a part of a tail is a name of its own: "… and Kyoto Technical University".
fn stands_alone(part: &[Word]) -> bool {
    let lexicon = Lexicon::get();
    let proper = part
        .iter()
        .any(|w| w.is_word && !lexicon.is_common(&w.lower));
    proper && part.len() > 1 && part.last().is_some_and(|w| head_kind(w.bare).is_some())
}

/// The end of one part of a tail: a run of capitals, without the day it happened on.
fn part_end(words: &[Word], first: usize) -> Option<usize> {
    if !words.get(first)?.is_capital() || words[first].opens {
        return None;
    }
    let end = run_end(words, first);
    let lexicon = Lexicon::get();
    let stop = (first..end)
        .find(|&i| {
            lexicon.is(words[i].bare, Class::Calendar)
                || i > first
                    && lexicon.is(words[i].bare, Class::Title)
                    && !lexicon.is(words[i].bare, Class::Office)
        })
        .unwrap_or(end);
    (stop > first).then_some(stop)
}

/// Where the next part of an enumeration starts: after "and", ",", or ", and" when it ends so.
fn listed(words: &[Word], end: usize) -> Option<usize> {
    let text = |i: usize| words.get(i).map_or("", |w| w.text);
    let capital = |i: usize| words.get(i).is_some_and(|w| w.is_capital() && !w.opens);
    match text(end) {
        "and" | "&" if capital(end + 1) => Some(end + 1),
        "," if text(end + 1) == "and" && capital(end + 2) => Some(end + 2),
        "," if capital(end + 1) => {
            let next = run_end(words, end + 1);
            let closes = text(next) == "and" || text(next) == "," && text(next + 1) == "and";
            (closes && words.get(next + 1).is_some()).then_some(end + 1)
        }
        _ => None,
    }
}
