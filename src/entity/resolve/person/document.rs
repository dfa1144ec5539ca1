//! Which person does each mention name? A pass over documents that matches full names, and then the
//! partial names of each document.
//!
//! Two full names are one person if their first and last words agree and no word between
//! contradicts it: "Harry S. Truman" is "Harry Truman", but "George H. W. Bush" is not "George W.
//! Bush". Within a document, "Z. Paz", "Zach Paz" and "Bill Paz" are also "Zachary Paz" and
//! "William Paz". A lone name refers to a bearer in its document, of the gender that "Mr." or "Ms."
//! gives, and failing that to a bearer in the corpus.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::index::{CROWD, PersonIndex};
use super::mention::{PersonMention, agree, middle};
use crate::entity::kind::EntityKind;
use crate::entity::lexicon::{Gender, is_short_for};
use crate::entity::resolve::alias::Aliases;
use crate::order;

/// The key of a person for each person mention; `person_mentions` are in corpus order. Full names
/// with a nickname that a document resolves are added to `aliases`.
pub fn people(person_mentions: &[PersonMention], aliases: &mut Aliases) -> Vec<String> {
    let index = PersonIndex::of(person_mentions);
    let mut keys = Vec::with_capacity(person_mentions.len());
    let mut start = 0;
    while start < person_mentions.len() {
        let document = person_mentions[start].document;
        let end = start
            + person_mentions[start..]
                .iter()
                .take_while(|n| n.document == document)
                .count();
        let local = DocumentPeople::of(&index, &person_mentions[start..end], aliases);
        keys.extend((0..local.person_mentions.len()).map(|i| local.person(&index, i)));
        start = end;
    }
    keys
}

/// A person whom a document names in full.
struct Bearer<'a> {
    key: String,
    name: &'a PersonMention,
    /// Indices into the document’s person mentions.
    at: Vec<usize>,
    gender: Option<Gender>,
}

/// The people whom a document names in full.
struct DocumentPeople<'a> {
    person_mentions: &'a [PersonMention],
    bearers: Vec<Bearer<'a>>,
    /// The bearers of each word of a name.
    of_word: BTreeMap<&'a str, Vec<usize>>,
    /// How often each word is a name by itself.
    alone: BTreeMap<&'a str, usize>,
}

impl<'a> DocumentPeople<'a> {
    fn of(
        index: &PersonIndex,
        person_mentions: &'a [PersonMention],
        aliases: &mut Aliases,
    ) -> Self {
        let mut local = DocumentPeople {
            person_mentions,
            bearers: Vec::new(),
            of_word: BTreeMap::new(),
            alone: BTreeMap::new(),
        };
        let mut known: BTreeMap<&[String], usize> = BTreeMap::new();
        for (i, person_mention) in person_mentions.iter().enumerate() {
            if let [word] = person_mention.words.as_slice() {
                *local.alone.entry(word).or_default() += 1;
            }
            if !person_mention.is_full() {
                continue;
            }
            let next = local.bearers.len();
            let b = *known.entry(&person_mention.words).or_insert(next);
            if b == next {
                local.bearers.push(Bearer {
                    key: index.key(person_mention, person_mentions),
                    name: person_mention,
                    at: Vec::new(),
                    gender: None,
                });
                let words: BTreeSet<&str> =
                    order::gathered(person_mention.words.iter().map(String::as_str));
                for word in words {
                    local.of_word.entry(word).or_default().push(b);
                }
            }
            local.bearers[b].at.push(i);
            local.bearers[b].gender = local.bearers[b].gender.or(person_mention.gender);
        }
        // Longest first, so that a form of a form gets the key of the full name.
        let mut order: Vec<usize> = (0..local.bearers.len()).collect();
        let letters = |b: &usize| local.bearers[*b].name.words.concat().len();
        order::sort_by_key(&mut order, |b| Reverse(letters(b)));
        for b in order {
            if let Some(longer) = local.longer(b) {
                let key = local.bearers[longer].key.clone();
                let short = std::mem::replace(&mut local.bearers[b].key, key.clone());
                if is_nicknamed(local.bearers[b].name, local.bearers[longer].name) {
                    let person = |key| (EntityKind::Person, key);
                    aliases.add(person(short), person(key));
                }
            }
        }
        local
    }

    fn bearers_of(&self, word: &str) -> impl Iterator<Item = usize> {
        self.of_word.get(word).into_iter().flatten().copied()
    }

    /// The fuller name in the document of which bearer `b` is a form, if it is unambiguous.
    fn longer(&self, b: usize) -> Option<usize> {
        let name = self.bearers[b].name;
        let crowd = |word: &str| self.of_word.get(word).map_or(0, Vec::len) > CROWD;
        if crowd(name.surname()) || crowd(&name.words[0]) {
            return None;
        }
        let fuller = self.bearers_of(name.surname()).filter(|&o| {
            let (own, other) = (&self.bearers[b], &self.bearers[o]);
            let contradicts = other
                .gender
                .is_some_and(|g| own.gender.is_some_and(|h| g != h));
            let nicknamed = || !contradicts && is_nicknamed(name, other.name);
            other.key != own.key && (is_form(name, other.name) || nicknamed())
        });
        // "Dae Kim" is "Kim Dae" if that came first.
        let turned = self.bearers_of(&name.words[0]).filter(|&o| {
            o < b
                && name.words.len() == 2
                && self.bearers[o].name.words.iter().rev().eq(&name.words)
        });
        let within = self.bearers_of(&name.words[0]).filter(|&o| {
            let words = &self.bearers[o].name.words;
            words.len() > name.words.len()
                && words.windows(name.words.len()).any(|w| w == name.words)
        });
        self.single(turned)
            .or_else(|| self.single(fuller))
            .or_else(|| self.single(within))
    }

    /// The first of `bearers`, if all of them are one person.
    fn single(&self, mut bearers: impl Iterator<Item = usize>) -> Option<usize> {
        let first = bearers.next()?;
        bearers
            .all(|b| self.bearers[b].key == self.bearers[first].key)
            .then_some(first)
    }

    /// The key of the person that person mention `at` names.
    fn person(&self, index: &PersonIndex, at: usize) -> String {
        let person_mention = &self.person_mentions[at];
        if person_mention.is_full() {
            let same = self.bearers_of(&person_mention.words[0]);
            let mut same = same.filter(|&b| self.bearers[b].name.words == person_mention.words);
            return same
                .next()
                .map_or_else(String::new, |b| self.bearers[b].key.clone());
        }
        if let Some((surname, plural)) = &person_mention.family {
            let borne = |name: &str| {
                let here = self
                    .bearers_of(name)
                    .any(|b| self.bearers[b].name.surname() == name);
                here || index.is_surname(name)
            };
            let whole = person_mention.words.first().is_some_and(|word| borne(word));
            if !plural || borne(surname) && !whole {
                return format!("{surname} family");
            }
        }
        let part = match person_mention.words.as_slice() {
            [part] => part,
            words => return words.join(" "),
        };
        let surname = self
            .bearers_of(part)
            .filter(|&b| self.bearers[b].name.surname() == part);
        let any = self.bearers_of(part);
        let full = || {
            let bearers = 0..self.bearers.len();
            let nicknamed = |b: &usize| is_short_for(part, self.bearers[*b].name.given());
            self.single(bearers.filter(nicknamed))
        };
        self.meant(at, surname)
            .or_else(|| self.meant(at, any))
            .or_else(full)
            .map(|b| self.bearers[b].key.clone())
            .or_else(|| index.dominant(part))
            .unwrap_or_else(|| part.clone())
    }

    /// The bearer that a lone name refers to: one named more than twice as often as any other,
    /// otherwise the nearest before it, otherwise the first after it.
    fn meant(&self, at: usize, bearers: impl Iterator<Item = usize>) -> Option<usize> {
        let gender = self.person_mentions[at].gender;
        let mut bearers: Vec<usize> = bearers
            .filter(|&b| {
                gender.is_none() || self.bearers[b].gender.is_none_or(|g| Some(g) == gender)
            })
            .collect();
        if gender.is_some() && bearers.iter().any(|&b| self.bearers[b].gender == gender) {
            bearers.retain(|&b| self.bearers[b].gender == gender);
        }
        let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
        for &b in &bearers {
            let bearer = &self.bearers[b];
            *votes.entry(&bearer.key).or_default() += bearer.at.len();
        }
        if votes.len() > 1 {
            for &b in &bearers {
                let bearer = &self.bearers[b];
                // A partial name that no other person shares also shows whom the document is about.
                for part in [bearer.name.given(), bearer.name.surname()] {
                    if self
                        .bearers_of(part)
                        .all(|o| self.bearers[o].key == bearer.key)
                    {
                        let alone = self.alone.get(part).copied().unwrap_or(0);
                        *votes.entry(&bearer.key).or_default() += alone;
                    }
                }
            }
        }
        let (main, most) = votes.iter().max_by_key(|(_, n)| **n)?;
        let rival = votes
            .iter()
            .filter(|(key, _)| *key != main)
            .map(|(_, n)| *n)
            .max();
        if *most > 2 * rival.unwrap_or(0) {
            return bearers
                .iter()
                .copied()
                .find(|&b| self.bearers[b].key == *main);
        }
        let before = bearers.iter().filter_map(|&b| {
            let places = &self.bearers[b].at;
            Some((
                *places.get(places.partition_point(|&i| i < at).checked_sub(1)?)?,
                b,
            ))
        });
        let after = || bearers.iter().map(|&b| (self.bearers[b].at[0], b)).min();
        before.max().or_else(after).map(|(_, b)| b)
    }
}

/// Whether the surnames are equal and the given name is an initial or prefix of the other.
fn is_form(name: &PersonMention, other: &PersonMention) -> bool {
    let (short, long) = (name.given(), other.given());
    let initial = short.chars().count() == 1;
    name.surname() == other.surname()
        && long.starts_with(short)
        && (initial && long.len() > short.len() || short.len() > 2 && long.len() > short.len() + 1)
}

/// Whether the surnames are equal, the given name is a short form of the other, and the middle
/// names agree.
fn is_nicknamed(name: &PersonMention, other: &PersonMention) -> bool {
    name.surname() == other.surname()
        && is_short_for(name.given(), other.given())
        && (agree(middle(name), middle(other)) || agree(middle(other), middle(name)))
}
