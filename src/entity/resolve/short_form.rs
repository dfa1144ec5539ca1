//! Which organisations are the same? A table of short forms: acronyms, by definition or initials,
//! and short forms of a fuller name in the same document.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::key::{EntityKey, folded_name};
use super::name_core::name_core;
use super::office::{is_general, unowned};
use crate::document::Document;
use crate::entity::kind::{EntityKind, MentionKind};
use crate::entity::lexicon::known_as;
use crate::entity::mention::Mention;
use crate::order;

/// How many times as often as any other a full name must occur, to be the one that an ambiguous
/// short form stands for.
const DOMINANCE: usize = 2;

/// Bodies that may be called by their place alone.
const CALLED_BY_PLACE: [&str; 5] = ["university", "college", "school", "airlines", "airways"];

/// What the documents of a corpus say about short names of organisations.
#[derive(Default)]
pub struct ShortForms {
    /// The full names that each acronym or other short form stands for.
    meant: BTreeMap<String, BTreeSet<EntityKey>>,
}

impl ShortForms {
    /// Gives the short names of a document the keys of the full names; `keys` are those of its
    /// mentions.
    pub fn link(
        &mut self,
        document: &Document,
        mentions: &[Mention],
        keys: &mut [Option<EntityKey>],
    ) {
        for (from, to) in definitions(document, mentions, keys) {
            replace(keys, &from, &to);
            self.meant.entry(from.1).or_default().insert(to);
        }
        let names = OrganisationNames::of(document, mentions, keys);
        let mut longest_first: Vec<&OrganisationName> = names.all.iter().collect();
        order::sort_by_key(&mut longest_first, |name| Reverse(name.words.len()));
        for name in longest_first {
            let short = names.short(name, keys);
            if let (false, false, Some((_, long))) = (name.general, name.place, short.first())
                && let Some(key) = keys[*long].clone()
            {
                let meant = self.meant.entry(name.key.1.clone()).or_default();
                meant.insert(key);
            }
            if let Some(initials) = name.initials.as_ref().filter(|i| i.len() > 2) {
                let meant = self.meant.entry(initials.clone()).or_default();
                meant.insert(name.key.clone());
            }
            for (m, long) in short {
                keys[m] = keys[long].clone();
            }
        }
    }

    /// Gives a short form that its document does not explain its meaning in the corpus, if there is
    /// only one.
    pub fn link_rest(&self, keys: &mut [Option<EntityKey>]) {
        for key in keys.iter_mut().flatten() {
            let meant = self.meant.get(&key.1).filter(|m| m.len() == 1);
            if let (EntityKind::Organisation, Some(meant)) = (key.0, meant.and_then(|m| m.first()))
            {
                *key = meant.clone();
            }
        }
    }
}

fn replace(keys: &mut [Option<EntityKey>], from: &EntityKey, to: &EntityKey) {
    for key in keys.iter_mut().flatten() {
        if key == from {
            *key = to.clone();
        }
    }
}

fn is_body(mention: &Mention) -> bool {
    matches!(
        mention.kind,
        MentionKind::Organisation | MentionKind::Publication
    )
}

/// Definitions such as "Name of Something (NOS)" and "NOS (Name of Something)": pairs of the key to
/// replace and its replacement.
fn definitions(
    document: &Document,
    mentions: &[Mention],
    keys: &[Option<EntityKey>],
) -> Vec<(EntityKey, EntityKey)> {
    let mut found = Vec::new();
    for (m, pair) in mentions.windows(2).enumerate() {
        let gap = pair[0].span.end as usize..pair[1].span.start as usize;
        let between = document.text.get(gap).unwrap_or("");
        if !pair.iter().all(is_body) || !matches!(between, " (" | " [" | ", or ") {
            continue;
        }
        let texts = [document.slice(pair[0].span), document.slice(pair[1].span)];
        let short = match texts.map(is_shortened) {
            [false, true] if texts[0].contains(' ') => 1,
            [true, false] if texts[1].contains(' ') => 0,
            _ => continue,
        };
        let (Some(Some(short)), Some(Some(long))) = (keys.get(m + short), keys.get(m + 1 - short))
        else {
            continue;
        };
        // A name in the gazetteer is kept, whatever is next to it.
        if short.1.starts_with('=') {
            if !long.1.starts_with('=') {
                found.push((long.clone(), short.clone()));
            }
        } else if short != long {
            found.push((short.clone(), long.clone()));
        }
    }
    found
}

/// Whether a name is one word with several capitals: "NFC", "ACPeds".
fn is_shortened(name: &str) -> bool {
    is_acronym(name) || !name.contains(' ') && name.chars().filter(|c| c.is_uppercase()).count() > 1
}

fn is_acronym(name: &str) -> bool {
    let letters = name.chars().filter(|c| *c != '.');
    letters.clone().count() > 1
        && letters
            .clone()
            .all(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// A name of an organisation in a document.
struct OrganisationName {
    /// Its folded words.
    words: Vec<String>,
    key: EntityKey,
    /// Indices of its mentions.
    at: Vec<usize>,
    /// Its initials, folded like an acronym.
    initials: Option<String>,
    /// How many of its first words name a country.
    owner: usize,
    /// Whether it only describes, as "Supreme Court" does.
    general: bool,
    /// Whether it is also the name of a place.
    place: bool,
}

/// The names of organisations in a document.
struct OrganisationNames {
    all: Vec<OrganisationName>,
    of_word: BTreeMap<String, Vec<usize>>,
    of_initials: BTreeMap<String, Vec<usize>>,
}

impl OrganisationNames {
    fn of(document: &Document, mentions: &[Mention], keys: &[Option<EntityKey>]) -> Self {
        let mut at: BTreeMap<(&str, &EntityKey), Vec<usize>> = BTreeMap::new();
        for (m, (mention, key)) in mentions.iter().zip(keys).enumerate() {
            if let Some(key) = key.as_ref().filter(|_| is_body(mention)) {
                let name = name_core(EntityKind::Organisation, document.slice(mention.span));
                at.entry((name, key)).or_default().push(m);
            }
        }
        let mut names = OrganisationNames {
            all: Vec::with_capacity(at.len()),
            of_word: BTreeMap::new(),
            of_initials: BTreeMap::new(),
        };
        for (n, ((text, key), at)) in at.into_iter().enumerate() {
            let name = OrganisationName::new(text, key, at);
            let words: BTreeSet<&String> = order::gathered(&name.words);
            for word in words {
                names.of_word.entry(word.clone()).or_default().push(n);
            }
            if let Some(initials) = name.initials.clone() {
                names.of_initials.entry(initials).or_default().push(n);
            }
            names.all.push(name);
        }
        names
    }

    /// Pairs of a mention of `name` and the mention of a fuller name that it stands for.
    fn short(&self, name: &OrganisationName, keys: &[Option<EntityKey>]) -> Vec<(usize, usize)> {
        let owned = name.key.1.contains('@') && !name.key.1.ends_with('#');
        if name.key.1.starts_with('=') && !name.place || owned {
            return Vec::new();
        }
        let to = |long: &OrganisationName| name.at.iter().map(|&m| (m, long.at[0])).collect();
        let acronym = name.words.concat();
        let initials = self.of_initials.get(&acronym);
        let initials = initials.filter(|_| name.words.len() == 1);
        let spelled = main(initials.into_iter().flatten().map(|&n| &self.all[n]), keys);
        if let Some(long) = spelled.or_else(|| self.before_tail(name)) {
            return to(long);
        }
        let of_first = name.words.first().and_then(|w| self.of_word.get(w));
        let longer = of_first.into_iter().flatten().map(|&n| &self.all[n]);
        let longer: Vec<&OrganisationName> = longer.filter(|long| name.shortens(long)).collect();
        if !name.general {
            return main(longer.into_iter(), keys).map_or_else(Vec::new, to);
        }
        // "the Court" is the one most recently named in full.
        let nearest = |m: usize| {
            let before = |long: &&OrganisationName| long.at.iter().rfind(|&&l| l < m).copied();
            let first = || longer.iter().map(|long| long.at[0]).min();
            longer.iter().filter_map(before).max().or_else(first)
        };
        let pair = |m: &usize| Some((*m, nearest(*m)?));
        name.at.iter().filter_map(pair).collect()
    }

    /// "Oslo University in Norway" is "Oslo University" if that is named too.
    fn before_tail(&self, name: &OrganisationName) -> Option<&OrganisationName> {
        let tail = (2..name.words.len())
            .find(|&i| matches!(name.words[i].as_str(), "in" | "at" | "for" | "on"))?;
        let same = self.of_word.get(&name.words[0])?.iter();
        same.map(|&n| &self.all[n])
            .find(|n| n.words == name.words[..tail])
    }
}

/// The name whose key is the only one among `names`, or by far the most frequent.
fn main<'a>(
    names: impl Iterator<Item = &'a OrganisationName>,
    keys: &[Option<EntityKey>],
) -> Option<&'a OrganisationName> {
    let mut count: BTreeMap<&Option<EntityKey>, (usize, &OrganisationName)> = BTreeMap::new();
    for name in names {
        count.entry(&keys[name.at[0]]).or_insert((0, name)).0 += name.at.len();
    }
    let (most, (n, name)) = count.iter().max_by_key(|(_, (n, _))| *n)?;
    let rivals = count.iter().filter(|(key, _)| *key != most);
    let rival = rivals.map(|(_, (n, _))| *n).max().unwrap_or(0);
    (*n > DOMINANCE * rival).then_some(*name)
}

impl OrganisationName {
    fn new(text: &str, key: &EntityKey, at: Vec<usize>) -> Self {
        let folds = |text: &str| -> Vec<String> {
            folded_name(text)
                .split(' ')
                .filter(|w| !w.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let words = folds(text);
        let plain = unowned(text).1;
        let capitals: String = text
            .split_whitespace()
            .filter(|w| !matches!(*w, "The" | "Of" | "And" | "For"))
            .filter_map(|w| w.chars().next())
            .filter(|c| c.is_uppercase())
            .collect();
        OrganisationName {
            owner: words.len().saturating_sub(folds(plain).len()),
            general: is_general(text),
            place: known_as(text)
                .is_some_and(|k| matches!(k.kind, MentionKind::Place | MentionKind::Nationality)),
            initials: (capitals.chars().count() > 1).then(|| folded_name(&capitals)),
            words,
            key: key.clone(),
            at,
        }
    }

    /// Whether it may stand for a longer name: as its beginning, with or without the
    /// country, or as its end.
    fn shortens(&self, long: &OrganisationName) -> bool {
        let (short, words) = (&self.words, &long.words);
        if short.is_empty() || short.len() >= words.len() || self.key == long.key {
            return false;
        }
        // A place has many bodies: "Chile" stands for none of them, but "Oxford" may be its
        // university.
        if self.place && !words.iter().any(|w| CALLED_BY_PLACE.contains(&w.as_str())) {
            return false;
        }
        let found = (0..=words.len() - short.len()).find(|&i| words[i..].starts_with(short));
        let Some(first) = found else { return false };
        let next = words.get(first + short.len()).map(String::as_str);
        if next == Some("and") || first > 0 && words[first - 1] == "and" {
            return false;
        }
        let opens = first == 0 || first == long.owner;
        match next {
            None => true,
            Some("of" | "for") => opens,
            Some(_) => opens && !self.general,
        }
    }
}
