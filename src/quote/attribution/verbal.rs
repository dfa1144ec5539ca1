//! Who reports what by a verb? Ordered rules for one cue: inverted ("said Kim"), passive, next to
//! its subject, or an aside. The first that fits makes the frame.

use std::ops::Range;

use super::aside::{aside, stands_aside};
use super::inverted::inverted;
use super::source::aside_end;
use super::usage::{is_gerund_noun, is_modifier, is_naming, is_noun_use};
use crate::language::{Class, Form};
use crate::quote::content::{Start, content_end, content_start, is_infinitive};
use crate::quote::cue::{Cue, CueClass};
use crate::quote::frame::{Frame, Rule};
use crate::quote::sentence::{Phrase, Sentence, is_adverb, is_finite, phrase_after};
use crate::quote::speaker::subject;

/// The frame of the reporting verb at element `i`; `previous` is the frame before it in the
/// sentence.
pub fn verb_frame(s: &Sentence, i: usize, cue: &Cue, previous: Option<&Frame>) -> Option<Frame> {
    if s.elements[i].capital && i > 0 || cue.noun && is_noun_use(s, i) || is_modifier(s, i, cue) {
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
    let told = rule != Rule::RelativeClause || s.has_quote(0..lead);
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
    let vouched = cue.clausal || s.is(start.element() - 1, "that");
    let idle = modal && (own || !vouched);
    let question = s.class(start.element()).any(Class::QUESTION) && negated(s, i);
    let quoted = matches!(start, Start::Quote(_));
    let judged = (cue.naming || cue.accusing) && matches!(start, Start::Clause(k) if k == i + 1);
    let task = judged && !own || cue.infinitive && is_infinitive(s, start.element()) && !own;
    let speech = cue.class == CueClass::Speech && !is_infinitive(s, start.element());
    let indirect = task || speech && (quoted || !(cue.marks || idle || question));
    let going_on = s.is(i.wrapping_sub(1), "to") && s.is(i.wrapping_sub(2), "on");
    let aimed = (cue.clausal || cue.hearer) && s.is(start.element() - 1, "that");
    let hidden = s.is(i.wrapping_sub(1), "to") && !going_on && !aimed;
    if !s.has_quote(start.element()..s.elements.len()) && (!indirect || hidden) {
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

/// "I", "you", "we": the subject of speech itself, not of a report.
fn is_own_voice(s: &Sentence, phrase: &Phrase) -> bool {
    ["I", "you", "we"]
        .iter()
        .any(|word| s.is(phrase.head, word))
}

/// The elements after a cue that may be its content.
fn content_after(s: &Sentence, start: Start, rule: Rule, lead: usize) -> Range<usize> {
    let dependent = is_dependent(s, lead);
    let end = match start {
        Start::Object(_) => content_end(s, start, &[]),
        _ => s.elements.len(),
    };
    let content = start.element()..end;
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

/// Whether "if", "when" or another subordinator opens the clause at `lead`.
fn is_dependent(s: &Sentence, lead: usize) -> bool {
    lead > 0
        && s.class(lead - 1).any(Class::SUBORDINATOR)
        && !s.is(lead - 1, "as")
        && !s.is(lead - 1, "that")
}

fn negated(s: &Sentence, i: usize) -> bool {
    (i.saturating_sub(3)..i).any(|k| s.class(k).any(Class::NEGATION))
}

/// Whether a form of "be" precedes a past form.
fn is_passive(s: &Sentence, i: usize, cue: &Cue) -> bool {
    let mut k = i;
    while k > 0 && is_adverb(s, k - 1) {
        k -= 1;
    }
    matches!(cue.form, Form::Past | Form::Participle) && k > 0 && s.class(k - 1).any(Class::BE)
}

/// "was told by Kim that …", "was described by Kim as “…”".
fn passive(s: &Sentence, i: usize, cue: &Cue) -> Option<Frame> {
    let by = (i + 1..(i + 12).min(s.elements.len())).find(|&k| s.is(k, "by"));
    let speaker = by.and_then(|by| phrase_after(s, by + 1));
    let that =
        (i + 1..(i + 10).min(s.elements.len())).find(|&k| s.is(k, "that") && !is_finite(s, k + 1));
    let quoted = (i + 1..s.elements.len()).find(|&k| s.quote(k).is_some());
    let start = match (that, quoted) {
        (Some(that), _) if cue.class == CueClass::Speech => that + 1,
        (_, Some(quote)) if speaker.is_some() => quote,
        _ => return None,
    };
    Some(Frame {
        rule: Rule::Passive,
        cue: i..i + 1,
        speaker,
        content: std::iter::once(start..s.elements.len()).collect(),
        indirect: cue.class == CueClass::Speech && that.is_some(),
        clause: cue.class == CueClass::Speech && that.is_some(),
        lead: i,
        after: true,
    })
}
