//! Which part of a mention is the name itself? A set of rules that strip titles and descriptions.
//!
//! A recogniser, and even more a person who marks names, may include the words beside a name: "US
//! President Ana Paz", "Lima, Peru", "Harbour Union, which …". Names are compared without them.

use crate::entity::kind::{EntityKind, MentionKind};
use crate::entity::lexicon::{Class, Lexicon, known_as};

/// The part of `text` that names an entity of `kind`; all of `text` if the rest would be empty.
pub fn name_core(kind: EntityKind, text: &str) -> &str {
    let core = match kind {
        EntityKind::Person => person(text),
        EntityKind::Place => place(before_telling(without_article(text))),
        EntityKind::Organisation | EntityKind::Publication => before_telling(without_article(text)),
        EntityKind::Document | EntityKind::Event | EntityKind::Work => text,
    };
    let core = core.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':'));
    if core.is_empty() { text } else { core }
}

/// The words of a text, each with its byte offset.
fn words(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    let base = text.as_ptr() as usize;
    text.split_whitespace()
        .map(move |word| (word.as_ptr() as usize - base, word))
}

fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

/// Without "the"; a name known with its article, as "The Hague", keeps it.
fn without_article(text: &str) -> &str {
    let bare = text.strip_prefix("the ");
    bare.or_else(|| {
        text.strip_prefix("The ")
            .filter(|_| known_as(text).is_none())
    })
    .unwrap_or(text)
}

/// Without a bracket or clause after the name.
fn before_telling(text: &str) -> &str {
    let mut comma = false;
    for (at, word) in words(text) {
        let clause = comma && is_small(word) && !matches!(word, "and" | "or");
        let told = word.starts_with('(') || Lexicon::get().is(word, Class::AfterName) || clause;
        if at > 0 && told {
            return &text[..at];
        }
        comma = word.ends_with(',');
    }
    text
}

/// "Lima, Peru", "Lima, Upper Coast, Peru" → "Lima".
fn place(text: &str) -> &str {
    match (text.split_once(", "), text.rsplit_once(", ")) {
        (Some((name, _)), Some((_, country))) if is_place(country) => name,
        _ => text,
    }
}

fn is_place(name: &str) -> bool {
    known_as(name).is_some_and(|known| known.kind == MentionKind::Place)
}

fn person(text: &str) -> &str {
    let text = before_telling(text);
    let text = after_role(text);
    let text = after_title(text);
    before_letters(before_place(text))
}

/// "webcomic artist Ana Paz" → "Ana Paz": lower-case words before a name do not belong to it.
fn after_role(text: &str) -> &str {
    let lexicon = Lexicon::get();
    let mut role = true;
    let mut start = 0;
    for (at, word) in words(text) {
        if is_small(word) {
            role |= lexicon.is(word, Class::Role);
        } else if role {
            (start, role) = (at, false);
        }
    }
    &text[start..]
}

/// The name after a title: "US President Ana Paz", "St. Ana".
fn after_title(text: &str) -> &str {
    let lexicon = Lexicon::get();
    let all: Vec<(usize, &str)> = words(text).collect();
    let is_title = |word: &str| {
        let bare = word.trim_end_matches('.');
        (lexicon.is(bare, Class::Title) && !lexicon.is_given(bare)) || bare == "St"
    };
    // A place belongs to a title only if the title follows it: "Paris Diaz" is a name.
    let place = (1..all.len().min(5))
        .rev()
        .find(|&n| known_as(text[..all[n].0].trim_end()).is_some() && is_title(all[n].1));
    let from = place.unwrap_or(0);
    let last = all.len().saturating_sub(1);
    let titles = all[from.min(last)..last]
        .iter()
        .take_while(|(_, word)| is_title(word))
        .count();
    all.get(from + titles).map_or(text, |(at, _)| &text[*at..])
}

/// "Ana Paz of Lima", "Ana Paz at Harbour Day" → "Ana Paz", but not "Peter the Great" or "Ana of
/// Lima".
fn before_place(text: &str) -> &str {
    let lexicon = Lexicon::get();
    for (before, (at, word)) in words(text).enumerate() {
        let ends = match word {
            "of" => before > 1,
            "the" | "and" | "y" | "e" | "af" | "av" | "ud" => false,
            _ => {
                before > 0
                    && word.is_ascii()
                    && is_small(word)
                    && !lexicon.is(word, Class::Particle)
            }
        };
        if ends && lexicon.is_common(word) {
            return &text[..at];
        }
    }
    text
}

/// "Ana Paz OBE", "Ana Paz Jr." → "Ana Paz".
fn before_letters(text: &str) -> &str {
    if !text.chars().any(char::is_lowercase) {
        return text;
    }
    let after = |word: &str| {
        let bare = word.trim_matches(['.', ',']);
        matches!(bare, "Jr" | "Sr")
            || bare.len() > 1
                && bare.len() < 5
                && !word.ends_with('.')
                && bare.bytes().all(|b| b.is_ascii_uppercase())
                && !bare.bytes().all(|b| b"IVX".contains(&b))
    };
    let kept = words(text).collect::<Vec<_>>();
    let letters = kept.iter().rev().take_while(|(_, w)| after(w)).count();
    match kept.get(kept.len() - letters) {
        Some((at, _)) if kept.len() - letters > 1 => &text[..*at],
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_what_is_beside_them() {
        for (kind, text, expected) in [
            (EntityKind::Person, "US President Ana Paz", "Ana Paz"),
            (EntityKind::Person, "President Paz", "Paz"),
            (EntityKind::Person, "webcomic artist Ana Paz", "Ana Paz"),
            (
                EntityKind::Person,
                "Ana Paz (born 1961), an engineer",
                "Ana Paz",
            ),
            (EntityKind::Person, "Ana Paz at Harbour Day", "Ana Paz"),
            (EntityKind::Person, "Ana Paz of Lima", "Ana Paz"),
            (EntityKind::Person, "Ana of Lima", "Ana of Lima"),
            (EntityKind::Person, "Peter the Great", "Peter the Great"),
            (EntityKind::Person, "Ana von der Berg", "Ana von der Berg"),
            (EntityKind::Person, "Paris Diaz", "Paris Diaz"),
            (EntityKind::Person, "Ana Paz OBE", "Ana Paz"),
            (EntityKind::Person, "Ana Paz III", "Ana Paz III"),
            (EntityKind::Person, "ANA PAZ", "ANA PAZ"),
            (EntityKind::Person, "", ""),
            (EntityKind::Place, "Lima, Peru", "Lima"),
            (EntityKind::Place, "Lima, which grew", "Lima"),
            (EntityKind::Place, "the U.S.", "U.S."),
            (EntityKind::Place, "The Hague", "The Hague"),
            (
                EntityKind::Place,
                "Bergen, Upper Fjord",
                "Bergen, Upper Fjord",
            ),
            (
                EntityKind::Organisation,
                "Harbour Union, a club",
                "Harbour Union",
            ),
            (
                EntityKind::Organisation,
                "University of Oslo, Bergen",
                "University of Oslo, Bergen",
            ),
        ] {
            assert_eq!(name_core(kind, text), expected, "{text:?}");
        }
    }
}
