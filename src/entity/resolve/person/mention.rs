//! What does a mention say of the person it names? The words of the name as they are compared, gender, family.

use crate::document::Document;
use crate::entity::kind::EntityKind;
use crate::entity::lexicon::{Class, Gender, Lexicon, transliteration_key};
use crate::entity::mention::Mention;
use crate::entity::resolve::name_core::name_core;
use crate::text::{Span, tokens};

/// Words before a name that several share.
const OF_SEVERAL: [&str; 6] = ["the", "both", "two", "three", "four", "five"];

/// A mention of a person: document, mention, and the words of the name.
#[derive(Debug, Clone)]
pub struct PersonMention {
    pub document: usize,
    pub mention: usize,
    /// The words as they are compared, see [`transliteration_key`]; no particles but a first one.
    pub words: Vec<String>,
    /// Whether the family name comes first.
    pub family_first: bool,
    /// Whether it names several at once: "Ana and Hugo Paz".
    several: bool,
    /// The gender that a title before it tells.
    pub gender: Option<Gender>,
    /// The family that it names, and whether only a plural tells so.
    pub family: Option<(String, bool)>,
}

impl PersonMention {
    /// What mention `at.1` of document `at.0` says of a person.
    pub fn new(document: &Document, at: (usize, usize), mention: &Mention) -> Self {
        let name = name_core(EntityKind::Person, document.slice(mention.span));
        let words: Vec<&str> = tokens(name)
            .iter()
            .filter(|t| t.is_word())
            .map(|t| t.span.slice(name))
            .filter(|w| w.starts_with(char::is_alphabetic))
            .collect();
        let lexicon = Lexicon::get();
        let family = |w: Option<&&str>| w.is_some_and(|w| lexicon.is_family(w));
        let last = words.len().saturating_sub(1);
        let hyphened = |w: &str| name.contains(&format!("{w}-"));
        // "al-Amin", "de Berg": a surname, however many words it has.
        let particle = |w: &str| {
            lexicon.is(w, Class::Particle) && (w.starts_with(char::is_lowercase) || hyphened(w))
        };
        let kept = words.iter().enumerate();
        let kept = kept.filter(|(i, w)| *i == last || !particle(w));
        Self {
            document: at.0,
            mention: at.1,
            words: kept.map(|(_, w)| transliteration_key(w)).collect(),
            family_first: family(words.first()) && (words.len() > 2 || !family(words.last())),
            several: [", ", " and ", " & "]
                .iter()
                .any(|link| name.contains(link)),
            gender: Gender::of_name(&document.text, mention.span),
            family: match words.as_slice() {
                [word] => family_of(&document.text, mention.span, word),
                _ => None,
            },
        }
    }

    /// Whether it names one person by more than a given or a family name.
    pub fn is_full(&self) -> bool {
        self.words.len() > 1 && !self.several
    }

    /// The family name.
    pub fn surname(&self) -> &str {
        let part = if self.family_first {
            self.words.first()
        } else {
            self.words.last()
        };
        part.map_or("", String::as_str)
    }

    /// The given name.
    pub fn given(&self) -> &str {
        let part = if self.family_first {
            self.words.get(1)
        } else {
            self.words.first()
        };
        part.map_or("", String::as_str)
    }
}

/// The surname of a family that a lone name means: "the Paz family", or "the Kims", where only the plural
/// tells so.
fn family_of(text: &str, span: Span, word: &str) -> Option<(String, bool)> {
    let words_before = text.get(..span.start as usize)?.trim_end();
    let before = words_before.rsplit(char::is_whitespace).next()?;
    if !OF_SEVERAL.contains(&before.to_lowercase().as_str()) {
        return None;
    }
    let after = text.get(span.end as usize..)?;
    let next = after.strip_prefix(' ').unwrap_or("");
    let end = next.find(|c: char| !c.is_alphabetic());
    if Lexicon::get().is(&next[..end.unwrap_or(next.len())], Class::Kin) {
        return Some((transliteration_key(word), false));
    }
    let singular = ["ches", "shes", "ses", "xes", "zes"]
        .iter()
        .find(|ending| word.ends_with(*ending))
        .map_or_else(|| word.strip_suffix('s'), |_| word.strip_suffix("es"))?;
    (singular.chars().count() > 2).then(|| (transliteration_key(singular), true))
}

/// The words between the first and the last of a name.
pub fn middle(person_mention: &PersonMention) -> &[String] {
    match person_mention.words.as_slice() {
        [_, middle @ .., _] if !person_mention.family_first => middle,
        _ => &[],
    }
}

/// Whether the words of the shorter all stand in the longer, in order, as such or as initials.
pub fn agree(short: &[String], long: &[String]) -> bool {
    let mut words = long.iter();
    short.iter().all(|s| {
        words.any(|w| {
            w == s
                || s.chars().count() == 1 && w.starts_with(s.as_str())
                || w.chars().count() == 1 && s.starts_with(w.as_str())
        })
    })
}
