//! What is the subject of a cue, and by which rule? Ordered rules: next to it, separated by an
//! object, or shared with another verb.

use crate::language::{Class, Form};
use crate::quote::content::past_circumstance;
use crate::quote::cue::Cue;
use crate::quote::frame::{Frame, Rule};
use crate::quote::sentence::{
    ElementKind, Phrase, Relation, Sentence, folded, is_adverb, is_finite, is_free, opening_before,
    phrase_after, phrase_before, subject_before,
};
use crate::quote::vocabulary::Vocabulary;

/// The subject of a cue, the rule that found it, and the first element of subject and cue. The
/// subject is `None` if it is unknown but the cue still reports; the result is `None` if it does
/// not.
pub fn subject(
    s: &Sentence,
    i: usize,
    cue: &Cue,
    previous: Option<&Frame>,
) -> Option<(Option<Phrase>, Rule, usize)> {
    let mut k = i;
    while k > 0 && (is_adverb(s, k - 1) || s.class(k - 1).any(Class::AUXILIARY.or(Class::NEGATION)))
    {
        k -= 1;
    }
    let auxiliary = (k..i).any(|j| s.class(j).any(Class::AUXILIARY));
    if s.is(i.wrapping_sub(1), "as") && cue.form == Form::Gerund {
        return quoted_as_saying(s, i);
    }
    if cue.form == Form::Gerund
        && !auxiliary
        && let Some(own) = absolute(s, k)
    {
        let with = s.is(own.elements.start - 1, "with");
        let lead = own.elements.start - usize::from(with);
        return Some((Some(own), Rule::SubjectBefore, lead));
    }
    if cue.form == Form::Gerund && !auxiliary {
        return Some((control(s, i, previous), Rule::Participle, k));
    }
    if k == 0 {
        return None;
    }
    if s.is(k - 1, "to") {
        let aim = k >= 2
            && (cue.clausal || cue.hearer)
            && s.is_word(k - 2)
            && !is_finite(s, k - 2)
            && (s.class(k - 2).any(Class::TIME.or(Class::OBJECT)) || s.elements[k - 2].capital);
        let tied = aim || k >= 2 && s.class(k - 2).any(Class::ADVERB.or(Class::PREPOSITION));
        return tied.then(|| (control(s, i, previous), Rule::CoordinatedVerb, k));
    }
    // "when asked": no one is named who asks.
    if s.is(k - 1, "when") || s.is(k - 1, "if") {
        return None;
    }
    if s.class(k - 1).any(Class::CONJUNCTION) {
        return Some((control(s, i, previous), Rule::CoordinatedVerb, k));
    }
    // "The office, asked about it, said": a past form that takes an addressee may be passive after
    // a comma.
    let stray = || opening_before(s, i).filter(|_| !cue.addressee);
    let phrase = subject_before(s, i)
        .or_else(stray)
        .or_else(|| reduced(s, i));
    let Some(phrase) = phrase else {
        let distant = distant(s, i).filter(|_| !cue.noun)?;
        let lead = distant.elements.start;
        return Some((Some(distant), Rule::MainSubject, lead));
    };
    // A base form is a verb only after a plural or a pronoun.
    let plural = phrase.relation == Relation::Pronoun || is_plural(s, &phrase);
    let free = is_free(s, phrase.elements.start) || phrase.relation == Relation::Relative;
    if cue.form == Form::Base && !cue.invariant && !auxiliary && !plural && free {
        return None;
    }
    if !free {
        if let Some(own) = second_clause(s, &phrase) {
            let lead = own.elements.start;
            return Some((Some(own), Rule::SubjectBefore, lead));
        }
        if let Some(own) = before_participle(s, phrase.elements.start) {
            let lead = own.elements.start;
            return Some((Some(own), Rule::SubjectBefore, lead));
        }
        // The noun before the verb is an object of another: "the pact he signed with Kim states".
        let states = s.is(i, "states") && s.is(i + 1, "that");
        if cue.noun && !states {
            return None;
        }
        let main = main_subject(s, i);
        let odd = cue.form == Form::Base && !auxiliary && !cue.invariant;
        if odd && !main.as_ref().is_some_and(|main| is_plural(s, main)) {
            return None;
        }
        return Some((main, Rule::MainSubject, phrase.elements.start));
    }
    let rule = match phrase.relation {
        Relation::Pronoun => Rule::PronounSubject,
        Relation::Apposition => Rule::Apposition,
        Relation::Relative => Rule::RelativeClause,
        Relation::Adjacent => Rule::SubjectBefore,
    };
    let lead = phrase.elements.start;
    Some((Some(phrase), rule, lead))
}

fn is_common_plural(s: &Sentence, i: usize) -> bool {
    s.slice(i).ends_with('s') && s.class(i).any(Class::ROLE)
}

fn is_plural(s: &Sentence, phrase: &Phrase) -> bool {
    // "officials close to the talks": the noun precedes an adjective.
    let first = phrase.elements.start;
    s.slice(phrase.head).ends_with('s')
        || first < phrase.head && !s.elements[phrase.head].capital && is_common_plural(s, first)
        || phrase.elements.clone().any(|k| s.is(k, "and"))
        || Vocabulary::Plural.has(&folded(s.slice(phrase.head)))
        || s.slice(phrase.head).chars().all(char::is_uppercase)
}

/// "economists polled by Reuters said": the phrase before a participle whose preposition governs
/// the phrase at element `start`.
fn before_participle(s: &Sentence, start: usize) -> Option<Phrase> {
    let participle = start.checked_sub(2)?;
    let past = is_finite(s, participle)
        && !s.class(participle).any(Class::AUXILIARY)
        && s.class(start - 1).any(Class::PREPOSITION);
    let own = past.then(|| phrase_before(s, participle))??;
    let opens = own.elements.start == 0
        || s.is_mark(own.elements.start - 1, &[',', ';', '—', '–'])
        || s.class(own.elements.start - 1)
            .any(Class::SUBORDINATOR.or(Class::CONJUNCTION))
            && !s.class(own.elements.start - 1).any(Class::RELATIVE)
        || s.quote(own.elements.start - 1).is_some();
    opens.then_some(own)
}

/// "the deal with Japan and economists said": the phrase after "and" is the subject of a new clause
/// if the clause before it already has a verb.
fn second_clause(s: &Sentence, phrase: &Phrase) -> Option<Phrase> {
    let and = phrase
        .elements
        .clone()
        .rev()
        .find(|&k| s.is(k, "and") || s.is(k, "but"))?;
    let told = (0..phrase.elements.start).any(|k| is_finite(s, k));
    let own =
        phrase_after(s, and + 1).filter(|own| told && own.elements.end >= phrase.elements.end)?;
    let body = !s.elements[own.head].capital || s.class(own.elements.start).any(Class::DETERMINER);
    body.then_some(own)
}

/// "A statement released Tuesday said": a subject with a participle after it.
fn reduced(s: &Sentence, verb: usize) -> Option<Phrase> {
    let circumstance = Class::TIME.or(Class::PREPOSITION);
    let mut end = verb;
    while end > 0
        && (s.class(end - 1).any(circumstance)
            || is_adverb(s, end - 1)
            || s.elements[end - 1].first.is_numeric())
    {
        end -= 1;
    }
    let participle = end.checked_sub(1)?;
    let past = is_finite(s, participle)
        && !s.class(participle).any(Class::AUXILIARY)
        && s.elements[participle].cue.is_none();
    past.then(|| phrase_before(s, participle))?
}

/// "Members who are against it say", "Officials in Lima, Peru, say": the subject of the sentence,
/// if only verbs of relative clauses are between it and the cue.
fn distant(s: &Sentence, verb: usize) -> Option<Phrase> {
    let phrase = main_subject(s, verb)?;
    let mut relative = false;
    for k in phrase.elements.end..verb {
        if s.quote(k).is_some() {
            return None;
        }
        let chained = k > 0 && s.class(k - 1).any(Class::AUXILIARY);
        if s.class(k).any(Class::RELATIVE) {
            relative = true;
        } else if is_finite(s, k) && !s.slice(k).ends_with("ed") && !chained {
            if !relative && (!s.class(k).any(Class::AUXILIARY) || k + 2 < verb) {
                return None;
            }
            relative = false;
        }
    }
    Some(phrase)
}

/// "with Kim saying", "…, the city saying": the separate subject of a participle at `k`.
fn absolute(s: &Sentence, k: usize) -> Option<Phrase> {
    if k < 2 || s.elements[k - 1].kind != ElementKind::Word {
        return None;
    }
    let own = phrase_before(s, k)?;
    let before = own.elements.start.checked_sub(1)?;
    (s.is(before, "with") || s.is_mark(before, &[','])).then_some(own)
}

/// "Kim was quoted as saying", "the paper quoted Kim as saying": Kim is the speaker.
fn quoted_as_saying(s: &Sentence, i: usize) -> Option<(Option<Phrase>, Rule, usize)> {
    let verb = (i.saturating_sub(RELAYED)..i)
        .rev()
        .find(|&k| s.elements[k].cue.is_some() && !s.elements[k].capital)?;
    let passive = (verb.saturating_sub(3)..verb).any(|k| s.class(k).any(Class::BE));
    if s.is(verb + 1, "as") || passive {
        let phrase = subject_before(s, verb)?;
        let lead = phrase.elements.start;
        return Some((Some(phrase), Rule::Passive, lead));
    }
    let at = past_circumstance(s, verb + 1).unwrap_or(verb + 1);
    let quoted = if s.class(verb + 1).any(Class::OBJECT) {
        Some(Phrase {
            elements: verb + 1..verb + 2,
            head: verb + 1,
            relation: Relation::Pronoun,
        })
    } else {
        phrase_after(s, at).filter(|phrase| phrase.elements.end < i)
    };
    Some((quoted, Rule::Passive, verb))
}

/// The most elements between "quoted" and "as saying".
const RELAYED: usize = 16;

/// The subject that a participle or second verb shares: that of the previous cue, or else of the
/// sentence.
fn control(s: &Sentence, i: usize, previous: Option<&Frame>) -> Option<Phrase> {
    previous
        .filter(|f| f.rule != Rule::AccordingTo)
        .and_then(|f| f.speaker.clone())
        .or_else(|| main_subject(s, i))
}

/// The subject of the main clause, if it ends before element `until`.
fn main_subject(s: &Sentence, until: usize) -> Option<Phrase> {
    let mut at = 0;
    for _ in 0..3 {
        while s.class(at).any(Class::CONJUNCTION)
            || is_adverb(s, at)
            || at > 0 && s.is_mark(at, &[','])
        {
            at += 1;
        }
        let adverbial = s.class(at).any(Class::PREPOSITION.or(Class::SUBORDINATOR))
            || s.slice(at).ends_with("ing");
        let phrase = if adverbial { None } else { phrase_after(s, at) };
        if let Some(phrase) = phrase.filter(|p| p.elements.end <= until) {
            let mut verb = phrase.elements.end;
            while is_adverb(s, verb)
                || s.class(verb).any(Class::TIME)
                || s.class(verb).any(Class::PREPOSITION) && s.class(verb + 1).any(Class::TIME)
            {
                verb += 1;
            }
            if is_finite(s, verb)
                || s.is_mark(verb, &[','])
                || s.class(verb).any(Class::VERB.or(Class::RELATIVE))
            {
                return Some(phrase);
            }
        }
        at = (at..until).find(|&k| s.is_mark(k, &[',']))? + 1;
    }
    None
}

/// The person introduced by a colon or cue at element `at`.
pub fn reporter(s: &Sentence, at: usize) -> Option<Phrase> {
    subject_before(s, at).or_else(|| main_subject(s, at))
}
