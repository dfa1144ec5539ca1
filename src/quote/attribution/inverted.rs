//! Which attributions are inverted? A rule that makes a frame if the subject follows its cue.

use super::aside::around;
use super::source::past_description;
use crate::language::{Class, Form};
use crate::quote::content::trimmed_end;
use crate::quote::cue::Cue;
use crate::quote::frame::{Frame, Rule};
use crate::quote::sentence::{ElementKind, Sentence, is_adverb, phrase_after, subject_before};

/// "“…,” says Kim", "…, said Kim".
pub fn inverted(s: &Sentence, i: usize, cue: &Cue) -> Option<Frame> {
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
    if s.elements
        .get(speaker.elements.end)
        .is_some_and(|element| element.capital)
        && let Some(named) = phrase_after(s, speaker.elements.end)
    {
        speaker.elements.end = named.elements.end;
    }
    let end = past_description(s, speaker.elements.end);
    let stops = |k: usize| {
        k >= s.elements.len()
            || s.elements[k].kind != ElementKind::Word
            || s.class(k).any(Class::TIME.or(Class::PREPOSITION))
            || is_adverb(s, k)
            || s.class(k).any(
                Class::RELATIVE
                    .or(Class::SUBORDINATOR)
                    .or(Class::CONJUNCTION),
            )
            || s.slice(k).ends_with("ing")
    };
    let last = trimmed_end(s, 0, s.elements.len()) <= end;
    if !stops(speaker.elements.end) || !quoted && !last && subject_before(s, i).is_some() {
        return None;
    }
    around(s, i, cue, Some(speaker), Rule::Inverted, i..end)
}
