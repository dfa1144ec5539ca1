//! What does a cue report? Where its content starts and ends in the sentence.
//!
//! After a cue may stand whom it was told to, where and when; then "that" and a clause, a bare
//! clause, an indirect question, a noun phrase for the few verbs that take one, or words in marks.

use std::ops::Range;

use super::cue::{Cue, CueClass};
use super::part::{is_adverb, is_finite};
use super::phrase::{core_after, is_measure, subject_before};
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
///
/// `open` tells that cue and subject open their clause: then one may follow after a comma.
pub fn content_start(s: &Sentence, verb: usize, cue: &Cue, open: bool) -> Option<Start> {
    let mut i = verb + 1;
    let mut heard = false;
    while i < s.units.len() && i <= verb + REACH {
        if s.quote(i).is_some() {
            return Some(Start::Quote(i));
        }
        if s.is_mark(i, &[':', ',']) {
            let scene = open && i > verb + 1 && is_subject(s, i + 1);
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
        if cue.class == CueClass::Belief && is_clause(s, i..s.units.len()) {
            return Some(Start::Clause(i));
        }
        if cue.class != CueClass::Speech || cue.marks {
            return first_quote(s, i);
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
        let end = if cue.form == Form::Gerund {
            comma_after(s, i)
        } else {
            s.units.len()
        };
        let relative = s.is(i, "that") && i > verb + 1;
        let bare = !cue.that && !relative && is_clause(s, i..end);
        let loose = cue.clausal && is_loose_clause(s, i);
        return if bare || loose {
            Some(Start::Clause(i))
        } else {
            first_that(s, i, verb + REACH)
        };
    }
    None
}

/// "that" with a clause after it, not the end of a noun phrase or a relative clause.
fn opens_that(s: &Sentence, i: usize) -> bool {
    let modifier = s.slice(i + 1).ends_with("ed") && is_clause(s, i + 2..s.units.len());
    s.is(i, "that") && (!is_finite(s, i + 1) || modifier)
}

/// The comma after unit `from`; the end where none is.
fn comma_after(s: &Sentence, from: usize) -> usize {
    let comma = (from..s.units.len()).find(|&k| s.is_mark(k, &[',']));
    comma.unwrap_or(s.units.len())
}

/// "said the mayor’s acts play into many hands": after a verb that takes nothing but clauses, a noun
/// phrase with enough after it is one, though no list knows its verb.
fn is_loose_clause(s: &Sentence, i: usize) -> bool {
    let closed = Class::PREPOSITION
        .or(Class::CONJUNCTION)
        .or(Class::SUBORDINATOR)
        .or(Class::OBJECT);
    !s.class(i).any(closed)
        && !s.is(i, "nothing")
        && s.is_word(i)
        && s.units[i..]
            .iter()
            .filter(|u| u.kind == UnitKind::Word)
            .count()
            >= 4
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
    let however = close == mark + 2 && is_adverb(s, mark + 1);
    if however && is_clause(s, close + 1..s.units.len()) {
        return Some(Start::Clause(close + 1));
    }
    s.is(close + 1, "that").then_some(Start::Clause(close + 2))
}

/// Whether a subject starts at unit `i`, with its verb directly after it.
fn is_subject(s: &Sentence, i: usize) -> bool {
    s.class(i).any(Class::SUBJECT) || core_after(s, i).is_some_and(|end| is_finite(s, end))
}

/// "said with the new part, the machine can": the scene is told too; "said on Monday, the machine
/// can": when it was said is not.
fn after_scene(s: &Sentence, verb: usize, comma: usize) -> Start {
    let told = [
        "with", "without", "since", "because", "under", "for", "despite", "unlike", "by",
    ];
    if told.iter().any(|word| s.is(verb + 1, word)) {
        Start::Clause(verb + 1)
    } else {
        Start::Clause(comma + 1)
    }
}

/// The unit after an adverb, a word of time or a prepositional phrase at `i`.
fn past_circumstance(s: &Sentence, i: usize) -> Option<usize> {
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
    let least = s.is(i, "at") && (s.is(i + 1, "least") || s.is(i + 1, "most"));
    if least || is_measure(s, i) || s.is(i + 1, "of") {
        return None;
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

/// The unit after the day that may follow a month: "April 7", "Oct. 15".
fn past_day(s: &Sentence, i: usize) -> usize {
    let day = i + usize::from(s.is_mark(i, &['.']));
    let number = s.units.get(day).is_some_and(|unit| unit.first.is_numeric());
    if number { day + 1 } else { i }
}

/// The unit after the noun phrase or pronoun that hears what is told; `None` when that is the
/// subject of what is told.
fn past_addressee(s: &Sentence, i: usize) -> Option<usize> {
    // "told her sister that": no pronoun, its noun follows.
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

/// Judgements and the like report only marked words further on.
fn first_quote(s: &Sentence, from: usize) -> Option<Start> {
    (from..s.units.len())
        .find(|&i| s.quote(i).is_some())
        .map(Start::Quote)
}

/// "told a crowd of workers near the port that …": a "that" close by, no verb or comma between.
fn first_that(s: &Sentence, from: usize, until: usize) -> Option<Start> {
    for i in from..until.min(s.units.len()) {
        if i > from && opens_that(s, i) && is_clause(s, i + 1..s.units.len()) {
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
        && core_after(s, i).is_some_and(|end| !is_charge(s, end - 1))
        && !s.class(i).any(Class::PREPOSITION.or(Class::SUBORDINATOR))
}

/// "ordered the company", not "ordered construction of a fence": what stands before "to" can act.
fn is_ordered(s: &Sentence, object: Range<usize>) -> bool {
    let Some(end) = core_after(s, object.start).filter(|_| !object.is_empty()) else {
        return true;
    };
    let head = end - 1;
    s.units[object.clone()]
        .iter()
        .any(|unit| unit.capital || unit.class.any(Class::ROLE.or(Class::OBJECT)))
        || s.slice(head).ends_with('s')
        || !s.units[object.start - 1].cue.is_some_and(|cue| cue.noun)
}

/// "what he said was", "which aides say is": what is reported has its subject before the cue.
fn fills_gap(s: &Sentence, verb: usize) -> bool {
    (verb.saturating_sub(5)..verb).any(|k| s.class(k).any(Class::RELATIVE) || s.is(k, "what"))
}

/// "called the ruling a step back", "accused aides of lying": somebody and what is said of them.
fn verdict(s: &Sentence, i: usize, cue: &Cue) -> Option<Start> {
    let object = s.class(i).any(Class::OBJECT);
    let end = if object { i + 1 } else { core_after(s, i)? };
    let named = cue.naming && (s.is(end, "a") || s.is(end, "an")) && core_after(s, end).is_some();
    let described = cue.naming && s.is(end, "as") && core_after(s, end + 1).is_some();
    let charged = cue.accusing && s.is(end, "of") && s.is_word(end + 1);
    (named || described || charged).then_some(Start::Clause(i))
}

/// "seeing smoke", "having left": a deed that is reported, admitted or denied.
fn is_deed(s: &Sentence, i: usize) -> bool {
    s.is_word(i)
        && s.slice(i).len() > 5
        && s.slice(i).ends_with("ing")
        && s.units[i].first.is_lowercase()
        && !is_finite(s, i + 1)
        && !s.is(i + 1, "of")
        && s.is_word(i + 1)
        && !s.class(i).any(Class::ROLE)
}

/// "to leave": what somebody is asked, told or has pledged to do.
pub fn is_infinitive(s: &Sentence, i: usize) -> bool {
    let i = i + usize::from(s.is(i, "not"));
    let verb = (i + 1..i + 3).find(|&k| !is_adverb(s, k)).unwrap_or(i + 1);
    let closed = Class::DETERMINER
        .or(Class::POSSESSIVE)
        .or(Class::OBJECT)
        .or(Class::PREPOSITION)
        .or(Class::TIME);
    s.is(i, "to")
        && s.is_word(verb)
        && !s.units[verb].capital
        && !s.class(verb).any(closed)
        && (!s.slice(verb).ends_with('s') || s.slice(verb).ends_with("ss"))
}

/// "the allegations": what is denied was said by others, and nothing is told of it.
fn is_charge(s: &Sentence, head: usize) -> bool {
    let word = s.slice(head).trim_end_matches('s');
    matches!(
        word,
        "accusation" | "allegation" | "charge" | "claim" | "report" | "accu" | "rumor" | "rumour"
    )
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
        // "that would be given": one verb.
        if chained && (s.class(i).any(Class::AUXILIARY.or(Class::NEGATION)) || is_finite(s, i)) {
            continue;
        }
        chained = false;
        if s.is_mark(i, &[';', ':']) {
            return false;
        }
        if s.is_mark(i, &[',']) && leaves_clause(s, i + 1) {
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

/// ", but did not": the reporter’s own verb goes on.
fn leaves_clause(s: &Sentence, i: usize) -> bool {
    let verb = (i + 1..i + 3).find(|&k| !is_adverb(s, k)).unwrap_or(i + 1);
    s.class(i).any(Class::CONJUNCTION) && is_finite(s, verb)
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
        let contrast = comma && is_contrast(s, i + 1) || is_reticence(s, i);
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

/// "but did not elaborate", "and declined to say": what the source leaves unsaid is the reporter’s.
fn is_reticence(s: &Sentence, i: usize) -> bool {
    let at = i + usize::from(s.is_mark(i, &[',']));
    if !(s.is(at, "but") || s.is(at, "and") || s.is(at, "though") || s.is(at, "without")) {
        return false;
    }
    let at = at + usize::from(s.class(at + 1).any(Class::SUBJECT));
    if s.is(at + 1, "declined") || s.is(at + 1, "refused") {
        return true;
    }
    if s.is(at, "without") {
        return RETICENT
            .iter()
            .any(|verb| s.slice(at + 1).strip_suffix("ing") == Some(verb.trim_end_matches('e')));
    }
    let verb = (at + 1..at + 5).find(|&k| RETICENT.iter().any(|word| s.is(k, word)));
    verb.is_some_and(|verb| (at + 1..verb).any(|k| s.class(k).any(Class::NEGATION)))
        && (s.class(at + 1).any(Class::AUXILIARY.or(Class::NEGATION)) || is_adverb(s, at + 1))
}

/// What a source does not do, in the words of news.
const RETICENT: [&str; 16] = [
    "clarify",
    "comment",
    "disclose",
    "elaborate",
    "explain",
    "give",
    "identify",
    "mention",
    "name",
    "offer",
    "provide",
    "release",
    "reveal",
    "say",
    "specify",
    "tell",
];

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
