//! Who reports what in a sentence? Ordered rules, tried for each cue in turn.
//!
//! A cue is inverted ("said Kim"), passive, next to its subject, an aside, or a noun with its
//! possessor; the first rule that fits makes the frame.

use std::ops::Range;

use super::aside::{around, aside, stands_aside};
use super::complement::is_infinitive;
use super::content::{Start, content_start};
use super::cue::{Cue, CueClass};
use super::frame::{Frame, Rule};
use super::limit::{content_end, trimmed_end};
use super::nominal::nominal_frame;
use super::part::{is_adverb, is_finite};
use super::phrase::{Phrase, phrase_after};
use super::preceding::subject_before;
use super::sentence::{Sentence, UnitKind};
use super::source::{according_to, aside_end, has_quote, past_description};
use super::subject::subject;
use super::usage::{is_gerund_noun, is_modifier, is_naming, is_noun_use};
use crate::language::{Class, Form};

/// The frames of a sentence, in the order of their cues.
pub fn frames(s: &Sentence) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::new();
    for i in 0..s.units.len() {
        let frame = if s.is(i, "according") && s.is(i + 1, "to") {
            according_to(s, i)
        } else if let Some(cue) = s.units[i].cue {
            verb_frame(s, i, &cue, frames.last()).or_else(|| nominal_frame(s, i))
        } else {
            nominal_frame(s, i)
        };
        frames.extend(frame);
    }
    let leads: Vec<usize> = frames
        .iter()
        .map(|frame| joint(s, before_relative(s, frame)))
        .collect();
    for (n, frame) in frames.iter_mut().enumerate() {
        if frame.after {
            bound(s, frame, &leads[n + 1..]);
        }
    }
    frames
}

/// ", which Kim called “a theft”.": a relative clause that ends the sentence starts with its pronoun.
fn before_relative(s: &Sentence, frame: &Frame) -> usize {
    let Some(pronoun) = frame.lead.checked_sub(1).filter(|&k| k > 0) else {
        return frame.lead;
    };
    let links = s.is(pronoun, "which") || s.is(pronoun, "whom");
    let last = !(frame.cue.end..s.units.len()).any(|k| s.is_mark(k, &[',']));
    if links && last && s.is_mark(pronoun - 1, &[',']) {
        pronoun
    } else {
        frame.lead
    }
}

/// The comma or conjunction that joins what starts at `lead` to what stands before.
fn joint(s: &Sentence, lead: usize) -> usize {
    let mut joint = lead;
    while joint > 0
        && (s.is_mark(joint - 1, &[',', ';'])
            || s.class(joint - 1).any(Class::CONJUNCTION)
            || s.is(joint - 1, "while")
            || s.is(joint - 1, "as")
            || is_adverb(s, joint - 1))
    {
        joint -= 1;
    }
    joint
}

/// Ends the content after a cue where the next frame starts.
fn bound(s: &Sentence, frame: &mut Frame, leads: &[usize]) {
    if let Some(last) = frame.content.last_mut() {
        let start = Start::Clause(last.start);
        let end = content_end(s, start, leads).min(last.end);
        last.end = trimmed_end(s, last.start, end.max(last.start));
    }
    frame.content.retain(|c| !c.is_empty());
}

/// The frame of a reporting verb.
fn verb_frame(s: &Sentence, i: usize, cue: &Cue, previous: Option<&Frame>) -> Option<Frame> {
    if s.units[i].capital && i > 0 || cue.noun && is_noun_use(s, i) || is_modifier(s, i, cue) {
        return None;
    }
    if cue.form == Form::Gerund && is_gerund_noun(s, i) {
        return None;
    }
    if let Some(frame) = inverted(s, i, cue) {
        return Some(frame);
    }
    if is_passive(s, i, cue) {
        let modal = (i.saturating_sub(3)..i).any(|k| s.class(k).any(Class::MODAL));
        return if modal { None } else { passive(s, i, cue) };
    }
    if is_naming(s, i, cue) {
        return None;
    }
    let (speaker, rule, lead) = subject(s, i, cue, previous)?;
    let parted = lead > 0 && (s.quote(lead - 1).is_some() || s.is_mark(lead - 1, &[',', '—', '–']));
    let as_clause = lead > 0 && s.is(lead - 1, "as");
    let start = content_start(s, i, cue, !as_clause && (!parted || lead <= 4));
    let shares = rule == Rule::CoordinatedVerb || cue.form == Form::Gerund;
    let told = rule != Rule::RelativeClause || has_quote(s, 0..lead);
    if !shares && told && stands_aside(s, lead, start) {
        return aside(s, i, cue, speaker, rule, lead);
    }
    let start = start?;
    if is_dependent(s, lead)
        && matches!(start, Start::Quote(q) if q > i + 2 && s.is_mark(q - 1, &[',']))
    {
        return None;
    }
    let own = speaker
        .as_ref()
        .is_some_and(|phrase| is_own_voice(s, phrase));
    let modal = (i.saturating_sub(3)..i).any(|k| s.class(k).any(Class::MODAL) && !s.is(k, "will"));
    let vouched = cue.clausal || s.is(start.unit() - 1, "that");
    let idle = modal && (own || !vouched);
    let question = s.class(start.unit()).any(Class::QUESTION) && negated(s, i);
    let quoted = matches!(start, Start::Quote(_));
    let judged = (cue.naming || cue.accusing) && matches!(start, Start::Clause(k) if k == i + 1);
    let task = judged && !own || cue.infinitive && is_infinitive(s, start.unit()) && !own;
    let speech = cue.class == CueClass::Speech && !is_infinitive(s, start.unit());
    let indirect = task || speech && (quoted || !(cue.marks || idle || question));
    let going_on = s.is(i.wrapping_sub(1), "to") && s.is(i.wrapping_sub(2), "on");
    let aimed = (cue.clausal || cue.hearer) && s.is(start.unit() - 1, "that");
    let hidden = s.is(i.wrapping_sub(1), "to") && !going_on && !aimed;
    if !has_quote(s, start.unit()..s.units.len()) && (!indirect || hidden) {
        return None;
    }
    Some(Frame {
        rule,
        cue: i..i + 1,
        speaker,
        content: vec![content_after(s, start, rule, lead)],
        indirect,
        clause: indirect && !cue.marks
            || cue.class == CueClass::Belief && matches!(start, Start::Clause(_)),
        lead,
        after: true,
    })
}

/// "I", "you", "we": who talks in speech, not in a report of it.
fn is_own_voice(s: &Sentence, phrase: &Phrase) -> bool {
    ["I", "you", "we"]
        .iter()
        .any(|word| s.is(phrase.head, word))
}

/// The units after a cue that its content may take.
fn content_after(s: &Sentence, start: Start, rule: Rule, lead: usize) -> Range<usize> {
    let dependent = is_dependent(s, lead);
    let end = match start {
        Start::Object(_) => content_end(s, start, &[]),
        _ => s.units.len(),
    };
    let content = start.unit()..end;
    let relative = lead > 0 && s.class(lead - 1).any(Class::RELATIVE) && !s.is(lead - 1, "that");
    if relative {
        let comma = content.clone().skip(1).find(|&k| s.is_mark(k, &[',']));
        content.start..comma.unwrap_or(content.end)
    } else if rule == Rule::RelativeClause {
        content.start..aside_end(s, &content)
    } else if dependent && !s.is(0, "if") {
        content
    } else if dependent {
        let comma = content.clone().find(|&k| s.is_mark(k, &[',']));
        content.start..comma.unwrap_or(content.end)
    } else {
        content
    }
}

/// Whether "if", "when" or the like opens the clause at `lead`: it ends before a comma.
fn is_dependent(s: &Sentence, lead: usize) -> bool {
    lead > 0
        && s.class(lead - 1).any(Class::SUBORDINATOR)
        && !s.is(lead - 1, "as")
        && !s.is(lead - 1, "that")
}

fn negated(s: &Sentence, i: usize) -> bool {
    (i.saturating_sub(3)..i).any(|k| s.class(k).any(Class::NEGATION))
}

/// A passive: a form of be before a past form.
fn is_passive(s: &Sentence, i: usize, cue: &Cue) -> bool {
    let mut k = i;
    while k > 0 && is_adverb(s, k - 1) {
        k -= 1;
    }
    matches!(cue.form, Form::Past | Form::Participle) && k > 0 && s.class(k - 1).any(Class::BE)
}

/// "was told by Kim that …", "was described by Kim as “…”", "Kim was quoted as saying …"
fn passive(s: &Sentence, i: usize, cue: &Cue) -> Option<Frame> {
    let by = (i + 1..(i + 12).min(s.units.len())).find(|&k| s.is(k, "by"));
    let speaker = by.and_then(|by| phrase_after(s, by + 1));
    let that =
        (i + 1..(i + 10).min(s.units.len())).find(|&k| s.is(k, "that") && !is_finite(s, k + 1));
    let quoted = (i + 1..s.units.len()).find(|&k| s.quote(k).is_some());
    let start = match (that, quoted) {
        (Some(that), _) if cue.class == CueClass::Speech => that + 1,
        (_, Some(quote)) if speaker.is_some() => quote,
        _ => return None,
    };
    Some(Frame {
        rule: Rule::Passive,
        cue: i..i + 1,
        speaker,
        content: std::iter::once(start..s.units.len()).collect(),
        indirect: cue.class == CueClass::Speech && that.is_some(),
        clause: cue.class == CueClass::Speech && that.is_some(),
        lead: i,
        after: true,
    })
}

/// "“…,” says Kim", "…, said Kim"
fn inverted(s: &Sentence, i: usize, cue: &Cue) -> Option<Frame> {
    let before = i.checked_sub(1)?;
    if cue.form == Form::Gerund || cue.form == Form::Base {
        return None;
    }
    let quoted = s.quote(before).is_some()
        || before > 0 && s.quote(before - 1).is_some() && s.is_mark(before, &[',', '—', '–', '.']);
    if !quoted && (cue.hearer || !s.is_mark(before, &[',', '—', '–'])) {
        return None;
    }
    let lost = s.is_mark(i + 1, &[',']) && s.class(i + 2).any(Class::DETERMINER);
    let mut speaker = phrase_after(s, if lost { i + 2 } else { i + 1 })?;
    if s.units
        .get(speaker.units.end)
        .is_some_and(|unit| unit.capital)
        && let Some(named) = phrase_after(s, speaker.units.end)
    {
        speaker.units.end = named.units.end;
    }
    let end = past_description(s, speaker.units.end);
    let stops = |k: usize| {
        k >= s.units.len()
            || s.units[k].kind != UnitKind::Word
            || s.class(k).any(Class::TIME.or(Class::PREPOSITION))
            || is_adverb(s, k)
            || s.class(k).any(
                Class::RELATIVE
                    .or(Class::SUBORDINATOR)
                    .or(Class::CONJUNCTION),
            )
            || s.slice(k).ends_with("ing")
    };
    let last = trimmed_end(s, 0, s.units.len()) <= end;
    if !stops(speaker.units.end) || !quoted && !last && subject_before(s, i).is_some() {
        return None;
    }
    around(s, i, cue, Some(speaker), Rule::Inverted, i..end)
}
