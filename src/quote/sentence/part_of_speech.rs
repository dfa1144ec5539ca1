//! Which part of speech can an element be? Predicates over elements that recognise adverbs, finite
//! verbs and nouns without a tagger.

use super::element::{ElementKind, Sentence};
use crate::language::{Class, Form};
use crate::quote::vocabulary::Vocabulary;
use crate::text::lexicon::WordList;

const CLOSED: Class = Class::AUXILIARY
    .or(Class::MODAL)
    .or(Class::NEGATION)
    .or(Class::SUBJECT)
    .or(Class::OBJECT)
    .or(Class::RELATIVE)
    .or(Class::QUESTION)
    .or(Class::PREPOSITION)
    .or(Class::CONJUNCTION)
    .or(Class::SUBORDINATOR)
    .or(Class::ADVERB)
    .or(Class::TIME)
    .or(Class::DETERMINER)
    .or(Class::POSSESSIVE);

/// Words that open a noun phrase.
pub const OPENERS: Class = Class::DETERMINER.or(Class::POSSESSIVE);

/// Nouns and adjectives in -ly.
static NOUNS_IN_LY: WordList = WordList::new(include_str!("noun_in_ly.txt"));

/// Whether element `i` is an adverb: listed, or in -ly.
pub fn is_adverb(s: &Sentence, i: usize) -> bool {
    s.is_word(i)
        && (s.class(i).any(Class::ADVERB)
            || !s.elements[i].capital
                && s.slice(i).len() > 4
                && s.slice(i).ends_with("ly")
                && !NOUNS_IN_LY
                    .words()
                    .iter()
                    .any(|word| s.slice(i).starts_with(word))
                && !s.class(i).any(Class::ROLE))
}

/// Whether element `i` looks like a finite verb: listed, or in -ed where no adjective is expected.
pub fn is_finite(s: &Sentence, i: usize) -> bool {
    let Some(element) = s.word(i) else {
        return false;
    };
    if element.class.any(Class::AUXILIARY) {
        return !matches!(s.slice(i), "been" | "being" | "having");
    }
    if element.capital && (i > 0 || s.slice(i).ends_with("ed")) {
        return false;
    }
    if element.class.any(Class::VERB)
        || element
            .cue
            .is_some_and(|c| !c.noun && c.form != Form::Gerund && c.form != Form::Base)
    {
        return !(i > 0 && is_noun_place(s, i));
    }
    let word = s.slice(i);
    word.len() > 3
        && word.ends_with("ed")
        && word != "shed"
        && !word.ends_with("eed")
        && !(i > 0 && s.class(i - 1).any(OPENERS))
        && !word.contains('-')
}

/// "the changes", "of plans", "20 lives": a form that may be a verb or noun is a noun here.
fn is_noun_place(s: &Sentence, i: usize) -> bool {
    let before = s.class(i - 1);
    if s.slice(i).ends_with("ed") {
        return before.any(OPENERS);
    }
    let noun = s.slice(i).ends_with('s') && !s.class(i).any(Class::LINKING) && s.slice(i).len() > 4;
    let bare = i > 1
        && !s.class(i - 1).any(Class::SUBJECT.or(Class::RELATIVE))
        && !s.elements[i - 1].capital
        && (i + 1 >= s.elements.len()
            || s.elements[i + 1].kind == ElementKind::Mark
            || s.class(i + 1).any(Class::CONJUNCTION));
    let preposition = before.any(Class::PREPOSITION)
        && !before.any(Class::SUBORDINATOR.or(Class::ADVERB))
        && (i < 2 || !before.any(Class::RELATIVE));
    let opener = before.any(OPENERS)
        && !before.any(Class::RELATIVE.or(Class::OBJECT))
        && !is_stand_in(s, i - 1);
    noun && s.elements[i].cue.is_none()
        && (bare
            || preposition
            || opener
            || s.elements[i - 1].genitive
            || s.elements[i - 1].first.is_numeric())
}

/// "this helps", "one says": a determiner used as a noun.
fn is_stand_in(s: &Sentence, i: usize) -> bool {
    Vocabulary::SubjectStandIn.has_any_case(s.slice(i))
}

/// Whether element `i` can be part of a name or noun group.
pub fn is_nominal(s: &Sentence, i: usize) -> bool {
    let Some(element) = s.word(i) else {
        return false;
    };
    if is_publication(s, i) {
        return true;
    }
    if element.capital
        && i > 0
        && !element.class.any(
            OPENERS
                .or(Class::SUBJECT)
                .or(Class::TIME)
                .or(Class::PREPOSITION)
                .or(Class::CONJUNCTION)
                .or(Class::SUBORDINATOR),
        )
    {
        return true;
    }
    !element.class.any(CLOSED) && !is_finite(s, i) && !is_adverb(s, i)
}

/// "the Dallas Morning News": a word of time inside a name.
fn is_publication(s: &Sentence, i: usize) -> bool {
    let named = |i: usize| s.elements.get(i).is_some_and(|element| element.capital);
    i > 0 && (s.slice(i) == "Morning" || s.slice(i) == "Evening") && named(i - 1) && named(i + 1)
}

/// Whether element `i` can be part of a name or noun group that starts before it.
pub fn is_nominal_after(s: &Sentence, i: usize) -> bool {
    is_nominal(s, i)
        || s.elements
            .get(i)
            .is_some_and(|element| element.capital && !element.class.any(CLOSED))
}

/// Whether the full stop at `i` belongs to an abbreviation before a name: "Gen. Kim".
pub fn is_abbreviation(s: &Sentence, i: usize) -> bool {
    i > 0
        && s.is_mark(i, &['.'])
        && s.elements[i - 1].capital
        && s.elements[i - 1].span.end == s.elements[i].span.start
        && s.elements[i - 1].span.len() <= 6
        && s.elements.get(i + 1).is_some_and(|n| n.capital)
}

/// "reporters North Korea": a plural common noun ends its phrase before a name.
pub fn is_plain_plural(s: &Sentence, i: usize) -> bool {
    !s.elements[i].capital && s.slice(i).ends_with('s') && !s.elements[i].genitive
}

#[cfg(test)]
mod tests {
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted() {
        check_list(include_str!("noun_in_ly.txt"), &[]);
    }
}
