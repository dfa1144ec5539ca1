//! Does the text assert that it was said? A classifier of frames: negation, possibility and denial
//! around a cue.

use super::rule::Rule;
use super::structure::Frame;
use crate::language::Class;
use crate::quote::sentence::{Sentence, is_adverb};
use crate::quote::telling::{Sense, Stance};
use crate::quote::vocabulary::Vocabulary;

/// The stance of the text towards the content of a frame.
pub fn stance(s: &Sentence, frame: &Frame, sense: Option<Sense>) -> Stance {
    if frame.rule == Rule::AccordingTo {
        return Stance::Asserted;
    }
    let cue = frame.cue.start;
    let mut first = cue;
    while first > 0 && is_auxiliary(s, first - 1) && cue - first < 6 {
        first -= 1;
    }
    let chain = first..cue;
    let before = first.checked_sub(1);
    let word = |class: Vocabulary| before.is_some_and(|k| class.has_any_case(s.slice(k)));
    let nobody = before.is_some_and(|k| s.is(k, "nobody") || s.is(k, "no-one"));
    let negated = chain.clone().any(|k| s.class(k).any(Class::NEGATION))
        || s.is(cue.wrapping_sub(1), "without")
        || word(Vocabulary::Unsaid) && (s.is(first, "to") || s.is(first, "of"))
        || nobody
        || frame.rule == Rule::SubjectBefore
            && frame.speaker.as_ref().is_some_and(|who| {
                s.is(who.elements.start, "no")
                    || s.is(who.elements.start, "neither")
                    || s.is(who.elements.start, "nobody")
            });
    if negated {
        return Stance::Negated;
    }
    let modal = chain.clone().any(|k| s.class(k).any(Class::MODAL));
    let open = word(Vocabulary::Prospective) && s.is(first, "to");
    let condition = (frame.lead.saturating_sub(2)..frame.lead)
        .any(|k| s.is(k, "if") || s.is(k, "unless") || s.is(k, "whether"));
    match (modal || open || condition, sense) {
        (true, _) => Stance::Hypothetical,
        (false, Some(Sense::Deny)) => Stance::Denied,
        _ => Stance::Asserted,
    }
}

/// Whether element `i` belongs to the verb after it: "has not", "did", "to", "of" before a gerund.
fn is_auxiliary(s: &Sentence, i: usize) -> bool {
    s.class(i)
        .any(Class::AUXILIARY.or(Class::NEGATION).or(Class::MODAL))
        || is_adverb(s, i)
        || s.is(i, "to")
        || s.is(i, "of") && s.slice(i + 1).ends_with("ing")
}
