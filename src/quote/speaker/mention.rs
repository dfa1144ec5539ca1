//! Which mention does a speaker phrase name? A look-up by name, or by title and name; pronouns are
//! left to [`Antecedents`].
//!
//! A phrase resolves to a mention only if its head is part of it: the institute in "a researcher at
//! the institute" is not the speaker.

use crate::entity::{Antecedents, Mention, MentionKind, is_genitive};
use crate::language::Class;
use crate::quote::sentence::{Phrase, Relation, Sentence};
use crate::text::Span;

/// The mention that a noun phrase names.
pub fn named(antecedents: &Antecedents, s: &Sentence, phrase: &Phrase) -> Option<u32> {
    let head = s.elements.get(phrase.head)?.span;
    let span = s.span(phrase.elements.clone())?;
    // "Ambassador to the United States Kim": after a title, the name ends the phrase.
    let titled =
        s.elements[phrase.head].capital && s.class(phrase.head).any(Class::TITLE.or(Class::ROLE));
    let core = Span {
        start: span.start,
        end: if titled { span.end } else { head.end },
    };
    let holds = |m: &Mention| m.span.overlaps(head) && m.kind != MentionKind::Nationality;
    let at_head = antecedents.around(head).find(|(_, m)| holds(m));
    at_head
        .or_else(|| {
            antecedents
                .inside(core)
                .find(|(_, m)| m.kind == MentionKind::Person && !is_genitive(s.text, m.span))
        })
        .map(|(index, _)| index)
}

/// Whether a phrase is a pronoun.
pub fn is_pronoun(phrase: &Phrase) -> bool {
    phrase.relation == Relation::Pronoun
}
