//! What does a mention reveal about a person? A record of evidence: normalised words, gender,
//! family.

use crate::document::Document;
use crate::entity::kind::EntityKind;
use crate::entity::lexicon::{Class, Gender, Lexicon, transliteration_key};
use crate::entity::mention::Mention;
use crate::entity::resolve::name_core::name_core;
use crate::text::{Span, tokens};

/// Words before a name that is shared by several people.
const OF_SEVERAL: [&str; 6] = ["the", "both", "two", "three", "four", "five"];

/// A mention of a person: document, mention, and the words of the name.
#[derive(Debug, Clone)]
pub struct PersonMention {
    pub document: usize,
    pub mention: usize,
    /// The words, normalised by [`transliteration_key`], without particles before the last.
    pub words: Vec<String>,
    /// Whether the family name comes first.
    pub family_first: bool,
    /// Whether it names several people: "Ana and Hugo Paz".
    several: bool,
    /// The gender given by a title before the name.
    pub gender: Option<Gender>,
    /// The family it names, and whether only a plural indicates that.
    pub family: Option<(String, bool)>,
}

impl PersonMention {
    /// Reads the evidence of mention `at.1` of document `at.0`.
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
        // "al-Amin" and "de Berg" are single surnames.
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

    /// Whether it names one person by at least two words.
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

/// The surname of the family that a lone name refers to ("the Paz family", "the Kims"), and whether
/// only a plural indicates that.
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

/// The words between the first and last of a name; empty if it begins with the family name.
pub fn middle(person_mention: &PersonMention) -> &[String] {
    match person_mention.words.as_slice() {
        [_, middle @ .., _] if !person_mention.family_first => middle,
        _ => &[],
    }
}

/// Whether all words of `short` occur in `long` in the same order, in full or as initials.
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
