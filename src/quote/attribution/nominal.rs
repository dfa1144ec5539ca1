//! Which nouns report? A rule that makes a frame from a noun of saying with its possessor.

use crate::language::Class;
use crate::quote::cue::nominal;
use crate::quote::frame::{Frame, Rule};
use crate::quote::sentence::{Phrase, Relation, Sentence, folded, is_finite};

/// "Kim’s claim that …", "his insistence that …".
pub fn nominal_frame(s: &Sentence, i: usize) -> Option<Frame> {
    let lower = folded(s.slice(i));
    if i == 0 || nominal(&lower).is_none() {
        return None;
    }
    let that = (s.is(i + 1, "that") && !is_finite(s, i + 2)).then_some(i + 1)?;
    let possessor = s.class(i - 1).any(Class::POSSESSIVE) || s.elements[i - 1].genitive;
    if !possessor {
        return None;
    }
    let pronoun = s.class(i - 1).any(Class::POSSESSIVE);
    let start = if pronoun { i - 1 } else { core_start(s, i - 1) };
    let relation = if pronoun {
        Relation::Pronoun
    } else {
        Relation::Adjacent
    };
    Some(Frame {
        rule: Rule::NominalCue,
        cue: i..i + 1,
        speaker: Some(Phrase {
            elements: start..i,
            head: i - 1,
            relation,
        }),
        content: std::iter::once(that + 1..s.elements.len()).collect(),
        indirect: true,
        clause: true,
        lead: start,
        after: true,
    })
}

/// The start of a possessive name that ends at element `last`.
fn core_start(s: &Sentence, last: usize) -> usize {
    let mut start = last;
    while start > 0
        && (s.elements[start - 1].capital && !s.class(start - 1).any(Class::PREPOSITION)
            || s.class(start - 1).any(Class::DETERMINER))
    {
        start -= 1;
    }
    start
}
