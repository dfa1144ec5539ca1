//! Does a reporting word report here? Predicates over a cue that exclude nouns, names, modifiers
//! and gerunds of the same form.

use crate::language::{Class, Form};
use crate::quote::cue::{Cue, CueClass};
use crate::quote::marks::is_title;
use crate::quote::sentence::{Sentence, is_finite, phrase_after};
use crate::quote::vocabulary::Vocabulary;
use crate::text::lexicon::WordList;

/// "a group called “X”", "a town known as X": the participle introduces a name.
pub fn is_naming(s: &Sentence, i: usize, cue: &Cue) -> bool {
    (cue.naming || s.is(i, "known"))
        && !(i > 0
            && s.class(i - 1)
                .any(Class::SUBJECT.or(Class::AUXILIARY).or(Class::ADVERB)))
        && matches!(cue.form, Form::Past | Form::Participle)
        && (s.quote(i + 1).is_some() || s.is(i + 1, "as"))
        && !is_named_by(s, i)
}

/// "which Kim called “historic”": the subject is a name, and the quoted words are not one.
fn is_named_by(s: &Sentence, i: usize) -> bool {
    let inner = s.quote(i + 1).map(|q| s.quotes[q].inner.slice(s.text));
    i > 0 && s.elements[i - 1].capital && inner.is_some_and(|inner| !is_title(inner))
}

/// "the report of", "in comments", "reports have": the word is a noun, not a verb.
pub fn is_noun_use(s: &Sentence, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else {
        return true;
    };
    let class = s.class(before);
    class.any(
        Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION),
    ) && !s.is(before, "to")
        || s.elements[before].genitive
        || s.elements[before].first.is_numeric()
        || is_finite(s, i + 1)
        || s.is(before, "news")
        || is_adjective(s, before)
        || s.is(i + 1, "of")
        || s.is(i + 1, "from")
        || s.is(i + 1, "by")
        || s.is_word(before) && s.class(before).any(Class::VERB)
}

/// Endings of adjectives.
static ADJECTIVE_ENDINGS: WordList = WordList::new(include_str!("adjective_ending.txt"));

/// "the yearly reports", "his prepared remarks": an adjective, by its ending, after an article or
/// possessive.
fn is_adjective(s: &Sentence, i: usize) -> bool {
    i > 0
        && (s.class(i - 1).any(Class::DETERMINER.or(Class::POSSESSIVE))
            || s.elements[i - 1].genitive)
        && !s.elements[i].capital
        && !s.class(i).any(Class::ROLE)
        && ADJECTIVE_ENDINGS
            .words()
            .iter()
            .any(|ending| s.slice(i).ends_with(ending))
}

/// "the alleged attack": a participle before its noun.
pub fn is_modifier(s: &Sentence, i: usize, cue: &Cue) -> bool {
    i > 0
        && matches!(cue.form, Form::Past | Form::Participle | Form::Gerund)
        && (s.class(i - 1).any(Class::DETERMINER.or(Class::POSSESSIVE))
            || s.elements[i - 1].genitive && cue.form != Form::Gerund)
        && !Vocabulary::StandIn.has_any_case(s.slice(i - 1))
}

/// "barred from claiming", "they say adding salt is easy", "quoting the agency, Kim said": a gerund
/// that is used as a noun or names the source of a source.
pub fn is_gerund_noun(s: &Sentence, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else {
        return is_relay(s, i);
    };
    let governed = ["from", "without", "against"]
        .iter()
        .any(|word| s.is(before, word));
    let content = s.elements[before]
        .cue
        .is_some_and(|c| !c.noun && c.class == CueClass::Speech && c.form != Form::Gerund);
    // "a ruling that dissolved the party": a noun with a relative clause.
    let verb = is_finite(s, i + 2) || s.slice(i + 2).ends_with("ed");
    let noun = s.is(i + 1, "that") && verb;
    governed || content || noun || is_relay(s, i)
}

/// "quoting the agency,": a source of the source, without quoted words.
fn is_relay(s: &Sentence, i: usize) -> bool {
    (s.is(i, "quoting") || s.is(i, "citing"))
        && phrase_after(s, i + 1).is_some_and(|source| !s.has_quote(i + 1..source.elements.end + 1))
}

#[cfg(test)]
mod tests {
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted() {
        check_list(include_str!("adjective_ending.txt"), &[]);
    }
}
