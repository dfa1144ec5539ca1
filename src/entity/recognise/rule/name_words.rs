//! What do the words of a name reveal? Predicates over strings: its kind, and whether it is a creed
//! or an office.

use crate::entity::kind::MentionKind;
use crate::entity::lexicon::{Class, Lexicon};

/// The kind of a name that is not a person, organisation or place; a work if no word indicates
/// another kind.
pub fn kind_of_other(name: &str) -> MentionKind {
    let lexicon = Lexicon::get();
    let words = || name.split([' ', '-', '‑']).filter(|word| !word.is_empty());
    let any = |class| words().any(|word| lexicon.is(word, class));
    if any(Class::Event) || any(Class::EventFirst) {
        MentionKind::Event
    } else if any(Class::Document) || any(Class::DocumentOf) {
        MentionKind::Document
    } else if any(Class::Publication) {
        MentionKind::Publication
    } else if words().count() == 1 && is_demonym(name) {
        MentionKind::Nationality
    } else {
        MentionKind::Work
    }
}

/// Whether a name is a word for the followers of a faith or party.
pub fn is_creed(name: &str) -> bool {
    Lexicon::get().is(name, Class::Creed)
}

/// Whether words name only an office or role: " Secretary-General".
pub fn is_office(words: &str) -> bool {
    let lexicon = Lexicon::get();
    let mut parts = words
        .split([' ', '-', '‑', '’', '\''])
        .filter(|word| !word.is_empty())
        .peekable();
    let told = [Class::Title, Class::Role, Class::Office];
    parts.peek().is_some()
        && parts.all(|word| {
            told.iter()
                .any(|class| lexicon.is(word, *class) || lexicon.is(&word.to_lowercase(), *class))
        })
}

/// Whether a word ends like a demonym, or like a word for a faith or language.
fn is_demonym(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
        && ["an", "ese", "ish", "i", "ic", "ite", "er"]
            .iter()
            .any(|end| singular.ends_with(end))
}
