//! Which names state their kind? Patterns over tokens: names that end in a head word ("…
//! University", "… War"), open with one ("Lake …", "Hurricane …"), or continue after it ("Ministry
//! of …", "Treaty on …").

use super::candidate::CandidateMention;
use super::capitalised::sequence_end;
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::{Class, Gazetteer, Lexicon};
use crate::entity::token::CasedToken;

/// The longest name with a head word that starts at `tokens[at]`, in a capitalised sequence that
/// ends at `end`.
pub fn headed_at(tokens: &[CasedToken], at: usize, end: usize) -> Option<CandidateMention> {
    opened(tokens, at, end)
        .or_else(|| directed(tokens, at, end))
        .or_else(|| closed(tokens, at, end))
        .or_else(|| coupled(tokens, at, end))
}

/// "South Australia": a direction and a known place.
fn directed(tokens: &[CasedToken], at: usize, end: usize) -> Option<CandidateMention> {
    let direction = Lexicon::get().is(tokens[at].text, Class::Direction) && at + 1 < end;
    let place = Gazetteer::get()
        .longest_at(tokens, at + 1)
        .filter(|m| direction && m.known.kind == MentionKind::Place)?;
    (at + 1 + place.words >= end).then_some(CandidateMention {
        first: at,
        end: at + 1 + place.words,
        kind: MentionKind::Place,
        confidence: 0.8,
    })
}

/// "Food and Agriculture Organization": coordinated common words before the head word.
fn coupled(tokens: &[CasedToken], at: usize, end: usize) -> Option<CandidateMention> {
    let lexicon = Lexicon::get();
    let plain = |w: &CasedToken| {
        w.is_capital()
            && !w.is_possessive()
            && lexicon.is_common(&w.lower)
            && !lexicon.is(w.text, Class::Title)
    };
    let demonym = Gazetteer::get()
        .longest_at(tokens, at)
        .filter(|m| m.known.kind == MentionKind::Nationality);
    let modifiers = at + demonym.map_or(0, |m| m.words);
    let coupled = modifiers < end
        && tokens.get(end).is_some_and(|w| w.text == "and")
        && tokens
            .get(end + 1)
            .is_some_and(|w| w.is_capital() && !w.opens && !lexicon.is_given(w.text))
        && Gazetteer::get().longest_at(tokens, end + 1).is_none()
        && tokens[modifiers..end].iter().all(plain)
        && !tokens[at].opens;
    if !coupled {
        return None;
    }
    let found = closed(tokens, end + 1, sequence_end(tokens, end + 1))?;
    (found.kind == MentionKind::Organisation).then_some(CandidateMention { first: at, ..found })
}

/// "Lake Chad", "Gulf of Tonkin", "Hurricane Ida", "Battle of Kursk".
fn opened(tokens: &[CasedToken], at: usize, end: usize) -> Option<CandidateMention> {
    let lexicon = Lexicon::get();
    let kind = if lexicon.is(tokens[at].text, Class::PlaceFirst) {
        MentionKind::Place
    } else if lexicon.is(tokens[at].text, Class::EventFirst) {
        MentionKind::Event
    } else {
        return None;
    };
    let dotted = usize::from(tokens.get(at + 1).is_some_and(|w| w.text == "."));
    let next = at + 1 + dotted;
    if tokens.get(next)?.text == "of" {
        let name = next + 1 + usize::from(tokens.get(next + 1)?.text == "the");
        let capital = tokens.get(name).is_some_and(CasedToken::is_capital);
        return capital.then(|| CandidateMention {
            first: at,
            end: sequence_end(tokens, name).min(name + 2),
            kind,
            confidence: 0.8,
        });
    }
    let one =
        next < end && tokens[next].is_capital() && !lexicon.is(tokens[next].text, Class::Title);
    let two = one
        && next + 1 < end
        && tokens[next + 1].is_capital()
        && kind == MentionKind::Place
        && lexicon.is(tokens[next + 1].bare, Class::Place);
    (one && !tokens[at].is_possessive()).then_some(CandidateMention {
        first: at,
        end: next + 1 + usize::from(two),
        kind,
        confidence: 0.75,
    })
}

/// "Seoul National University", "Department of Energy", "Treaty on Open Skies".
fn closed(tokens: &[CasedToken], at: usize, end: usize) -> Option<CandidateMention> {
    let lexicon = Lexicon::get();
    let stop = (at..end)
        .find(|&i| {
            let word = tokens[i].bare;
            lexicon.is(word, Class::Calendar)
                || lexicon.is(word, Class::Title) && !lexicon.is(word, Class::Office)
        })
        .unwrap_or(end);
    (at..stop).rev().find_map(|head| {
        let kind = head_kind(tokens[head].bare)?;
        let tail = tail_end(tokens, head, kind);
        let modified = head > at || tail > head + 1;
        let named = modified
            && !is_person_instead(tokens, at, head, kind)
            && !is_plain(tokens, at, head, tail, kind);
        named.then_some(CandidateMention {
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

/// Whether it is a person: "Mary Hill", a given name before a head word that is also a surname.
fn is_person_instead(tokens: &[CasedToken], at: usize, head: usize, kind: MentionKind) -> bool {
    let lexicon = Lexicon::get();
    let titled = kind == MentionKind::Place
        && lexicon.is(tokens[at].text, Class::Title)
        && !lexicon.is_common(&tokens[at + 1].lower);
    let surname = matches!(
        kind,
        MentionKind::Place | MentionKind::Publication | MentionKind::Document
    ) || matches!(
        tokens[head].bare,
        "Church" | "Guard" | "Court" | "Police" | "Fund" | "Banks"
    );
    titled && head > at + 1 || head == at + 1 && surname && lexicon.is_given(tokens[at].text)
}

/// Whether only a headline gives it capitals, or it is two countries and a common word ("Chile-Peru
/// Pact").
fn is_plain(tokens: &[CasedToken], at: usize, head: usize, tail: usize, kind: MentionKind) -> bool {
    if tail > head + 1 {
        return false;
    }
    let lexicon = Lexicon::get();
    let written = matches!(kind, MentionKind::Document | MentionKind::Event);
    let countries = kind == MentionKind::Document
        && tokens[at..head].iter().any(|w| w.text == "-")
        && Gazetteer::get()
            .longest_at(tokens, at)
            .is_some_and(|m| m.known.kind == MentionKind::Place);
    let common = tokens[at..head].iter().all(|w| lexicon.is_common(&w.lower));
    countries
        || tokens[head].in_headline
            && (common || written)
            && !matches!(tokens[head].bare, "War" | "Olympics" | "Charter")
        || common && tokens[at].opens && head == at + 1 && kind != MentionKind::Organisation
}

/// The end of a name that may continue after its head: "Institute for Peace and Unification
/// Studies".
fn tail_end(tokens: &[CasedToken], head: usize, kind: MentionKind) -> usize {
    let lexicon = Lexicon::get();
    let after = tokens.get(head + 1).map_or("", |w| w.text);
    let open = match kind {
        MentionKind::Document => {
            lexicon.is(tokens[head].bare, Class::DocumentOf)
                && matches!(after, "of" | "on" | "for" | "against")
        }
        _ => {
            lexicon.is(tokens[head].bare, Class::OrganisationOf)
                && matches!(after, "of" | "for" | "on" | "to" | "against")
        }
    };
    if !open || tokens[head].is_possessive() {
        return head + 1;
    }
    let first = head + 2 + usize::from(tokens.get(head + 2).is_some_and(|w| w.text == "the"));
    let Some(mut end) = part_end(tokens, first) else {
        return head + 1;
    };
    let place = |first: usize, end: usize| {
        Gazetteer::get().longest_at(tokens, first).is_some_and(|m| {
            first + m.words == end
                && matches!(m.known.kind, MentionKind::Place | MentionKind::Nationality)
        })
    };
    let mut part = first;
    while !place(part, end)
        && let Some(next) = listed(tokens, end)
    {
        let Some(next_end) = part_end(tokens, next) else {
            break;
        };
        if place(next, next_end) || stands_alone(&tokens[next..next_end]) {
            break;
        }
        (part, end) = (next, next_end);
    }
    if tokens.get(end).is_some_and(|w| w.text == "of") && !tokens[end - 1].is_possessive() {
        let next = end + 1 + usize::from(tokens.get(end + 1).is_some_and(|w| w.text == "the"));
        if let Some(next_end) = part_end(tokens, next).filter(|&e| place(next, e)) {
            end = next_end;
        }
    }
    end
}

/// Whether a part of a tail is a separate name: "… and Kyoto Technical University".
fn stands_alone(part: &[CasedToken]) -> bool {
    let lexicon = Lexicon::get();
    let proper = part
        .iter()
        .any(|w| w.is_word && !lexicon.is_common(&w.lower));
    proper && part.len() > 1 && part.last().is_some_and(|w| head_kind(w.bare).is_some())
}

/// The end of one part of a tail: a capitalised sequence, without a date or title after it.
fn part_end(tokens: &[CasedToken], first: usize) -> Option<usize> {
    if !tokens.get(first)?.is_capital() || tokens[first].opens {
        return None;
    }
    let end = sequence_end(tokens, first);
    let lexicon = Lexicon::get();
    let stop = (first..end)
        .find(|&i| {
            lexicon.is(tokens[i].bare, Class::Calendar)
                || i > first
                    && lexicon.is(tokens[i].bare, Class::Title)
                    && !lexicon.is(tokens[i].bare, Class::Office)
        })
        .unwrap_or(end);
    (stop > first).then_some(stop)
}

/// The start of the next part of an enumeration: after "and", after ", and", or after "," if "and"
/// follows later.
fn listed(tokens: &[CasedToken], end: usize) -> Option<usize> {
    let text = |i: usize| tokens.get(i).map_or("", |w| w.text);
    let capital = |i: usize| tokens.get(i).is_some_and(|w| w.is_capital() && !w.opens);
    match text(end) {
        "and" | "&" if capital(end + 1) => Some(end + 1),
        "," if text(end + 1) == "and" && capital(end + 2) => Some(end + 2),
        "," if capital(end + 1) => {
            let next = sequence_end(tokens, end + 1);
            let closes = text(next) == "and" || text(next) == "," && text(next + 1) == "and";
            (closes && tokens.get(next + 1).is_some()).then_some(end + 1)
        }
        _ => None,
    }
}
