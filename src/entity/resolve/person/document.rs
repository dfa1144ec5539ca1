//! Which people are the same? A pass over documents: full names across documents, and what a part of a name
//! refers to.
//!
//! Two full names are one person when they begin and end alike and nothing between contradicts it: "Harry S.
//! Truman" is "Harry Truman", "George H. W. Bush" is not "George W. Bush". In one document also "Z. Paz",
//! "Zach Paz" and "Bill Paz" are "Zachary Paz" and "William Paz". A lone name goes to who bears it in its
//! document, of the gender that "Mr." or "Ms." tells, and only then to who bears it in the corpus.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::index::{CROWD, PersonIndex};
use super::mention::{PersonMention, agree, middle};
use crate::entity::kind::EntityKind;
use crate::entity::lexicon::{Gender, is_short_for};
use crate::entity::resolve::alias::Aliases;
use crate::order;

/// A person for each person mention, as a key; `person_mentions` are in corpus order. Full names by the
/// short form of a given name, which a document says to be others, go to `aliases`.
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

/// One person of a document, as named in full there.
struct Bearer<'a> {
    key: String,
    name: &'a PersonMention,
    /// Where in the document's person mentions.
    at: Vec<usize>,
    gender: Option<Gender>,
}

/// Who is named in full in a document.
struct DocumentPeople<'a> {
    person_mentions: &'a [PersonMention],
    bearers: Vec<Bearer<'a>>,
    /// The bearers of each word.
    of_word: BTreeMap<&'a str, Vec<usize>>,
    /// How often each word stands alone.
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
        // From the longest down, so that forms of a form are those of the name.
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

    /// The fuller name in the document that bearer `b` is a form of, if there is one such person.
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
        // "Dae Kim" is "Kim Dae" when that came first.
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

    /// The one person that bearers are.
    fn single(&self, mut bearers: impl Iterator<Item = usize>) -> Option<usize> {
        let first = bearers.next()?;
        bearers
            .all(|b| self.bearers[b].key == self.bearers[first].key)
            .then_some(first)
    }

    /// The person that person mention `at` names.
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

    /// The bearer that a lone name means: the one named more than twice as often as any other, else
    /// the latest before it, else the first after it.
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
                // A part of the name alone, that no other bears, tells whom the document is about.
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

/// Whether the surnames are one and the given name is an initial or the beginning of the other.
fn is_form(name: &PersonMention, other: &PersonMention) -> bool {
    let (short, long) = (name.given(), other.given());
    let initial = short.chars().count() == 1;
    name.surname() == other.surname()
        && long.starts_with(short)
        && (initial && long.len() > short.len() || short.len() > 2 && long.len() > short.len() + 1)
}

/// Whether the surnames are one, the given name is a short form of the other, and nothing between
/// contradicts that.
fn is_nicknamed(name: &PersonMention, other: &PersonMention) -> bool {
    name.surname() == other.surname()
        && is_short_for(name.given(), other.given())
        && (agree(middle(name), middle(other)) || agree(middle(other), middle(name)))
}
