//! Which organisations are the same? Acronyms by their definitions, short forms by the full name of
//! the same document, and offices that many countries have ("Foreign Ministry") by their country.

use std::collections::{BTreeMap, BTreeSet};

use super::gazetteer::Gazetteer;
use super::lexicon::{Class, Lexicon};
use super::treaty::folded;
use super::{EntityKind, Mention, MentionKind};
use crate::document::Document;
use crate::order;

/// What the documents of a corpus say about their organisations.
pub(super) struct Organisations {
    /// For each document: acronym or short form → full name, folded.
    short: Vec<BTreeMap<String, String>>,
    /// Acronyms with one definition in the whole corpus.
    defined: BTreeMap<String, String>,
    /// For each document: name of an office → the countries it is named with.
    owners: Vec<BTreeMap<String, BTreeSet<&'static str>>>,
}

impl Organisations {
    /// Reads definitions and short forms.
    pub fn of(documents: &[Document], mentions: &[Vec<Mention>]) -> Self {
        let mut short = Vec::with_capacity(documents.len());
        let mut definitions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (document, row) in documents.iter().zip(mentions) {
            let (defined, mut forms) = (definitions_of(document, row), short_forms(document, row));
            for (acronym, name) in &defined {
                definitions
                    .entry(acronym.clone())
                    .or_default()
                    .insert(name.clone());
            }
            forms.extend(defined);
            short.push(forms);
        }
        let clear = definitions
            .into_iter()
            .filter(|(_, names)| names.len() == 1);
        let defined = order::gathered(
            clear.filter_map(|(acronym, mut names)| Some((acronym, names.pop_first()?))),
        );
        let owners = documents
            .iter()
            .zip(mentions)
            .map(|(document, row)| owners_of(document, row))
            .collect();
        Self {
            short,
            defined,
            owners,
        }
    }

    /// The key of mention `at.1`, an organisation of document `at.0` that the gazetteer does not know.
    pub fn key(
        &self,
        document: &Document,
        mentions: &[Mention],
        at: (usize, usize),
    ) -> (EntityKind, String) {
        let name = document.slice(mentions[at.1].span);
        let plain = unowned(name);
        let folded_name = folded(plain.1);
        let full = self
            .short
            .get(at.0)
            .and_then(|s| s.get(&folded_name))
            .or_else(|| self.defined.get(&folded_name));
        let full = full.cloned().unwrap_or(folded_name);
        if !is_office(plain.1) {
            return (EntityKind::Organisation, self.canonical(full, plain, name));
        }
        let owner = plain
            .0
            .or_else(|| owner_before(document, mentions, at.1))
            .or_else(|| {
                // An office named alone is that of the country it was named with.
                let owners = self.owners.get(at.0)?.get(plain.1)?;
                owners.first().copied().filter(|_| owners.len() == 1)
            });
        let place = owner.map_or_else(|| format!("{}#", at.0), str::to_owned);
        (EntityKind::Organisation, format!("{full}@{place}"))
    }

    /// A definition may expand to a known name: "=" and its canonical form; else the folded name
    /// with its owner.
    fn canonical(&self, full: String, plain: (Option<&'static str>, &str), name: &str) -> String {
        if full == folded(plain.1) {
            folded(name)
        } else {
            full
        }
    }
}

/// "Name of Something (NOS)": acronym → name.
fn definitions_of(document: &Document, mentions: &[Mention]) -> BTreeMap<String, String> {
    let mut definitions = BTreeMap::new();
    for pair in mentions.windows(2) {
        let (long, short) = (pair[0].span, pair[1].span);
        let between = document
            .text
            .get(long.end as usize..short.start as usize)
            .unwrap_or("");
        let acronym = document.slice(short);
        let kinds = pair
            .iter()
            .all(|m| matches!(m.kind, MentionKind::Organisation | MentionKind::Publication));
        if kinds && matches!(between, " (" | " [" | ", or ") && is_acronym(acronym) {
            definitions.insert(folded(acronym), known_or_folded(document.slice(long)));
        }
    }
    definitions
}

fn known_or_folded(name: &str) -> String {
    Gazetteer::get()
        .named(name)
        .filter(|k| k.kind == MentionKind::Organisation)
        .map_or_else(|| folded(name), |k| format!("={}", k.canonical))
}

fn is_acronym(name: &str) -> bool {
    let letters = name.chars().filter(|c| *c != '.');
    letters.clone().count() > 1
        && letters
            .clone()
            .all(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Forms of a document that are the initials, or the distinctive beginning, of one longer name.
fn short_forms(document: &Document, mentions: &[Mention]) -> BTreeMap<String, String> {
    let organisations = mentions
        .iter()
        .filter(|m| m.kind == MentionKind::Organisation);
    let names: BTreeSet<&str> = order::gathered(organisations.map(|m| document.slice(m.span)));
    let mut forms = BTreeMap::new();
    for short in names.iter().filter(|n| !n.contains(' ')) {
        let mut full = names
            .iter()
            .filter(|full| full.contains(' ') && shortens(short, full));
        if let (Some(full), None) = (full.next(), full.next()) {
            forms.insert(folded(short), known_or_folded(full));
        }
    }
    forms
}

fn shortens(short: &str, full: &str) -> bool {
    let mut words = full.split_whitespace();
    if is_acronym(short) {
        let initials: String = words
            .filter_map(|w| w.chars().next())
            .filter(|c| c.is_uppercase())
            .collect();
        return initials == short.replace('.', "");
    }
    let company = full
        .split_whitespace()
        .last()
        .is_some_and(|w| Lexicon::get().is(w.trim_end_matches('.'), Class::Company));
    words.next() == Some(short) && (company || Gazetteer::get().named(short).is_none())
}

/// A name without the country before it: "Chilean Navy" → Chile and "Navy".
fn unowned(name: &str) -> (Option<&'static str>, &str) {
    let spaces = name
        .char_indices()
        .filter(|(_, c)| *c == ' ')
        .map(|(i, _)| i);
    spaces
        .filter_map(|i| {
            let known = Gazetteer::get().named(name.get(..i)?)?;
            let place = match known.kind {
                MentionKind::Nationality => known.stands_for?,
                MentionKind::Place => known.canonical,
                _ => return None,
            };
            Some((Some(place), name.get(i + 1..)?))
        })
        .next_back()
        .unwrap_or((None, name))
}

/// The country a possessive or demonym directly before a mention names.
fn owner_before(document: &Document, mentions: &[Mention], at: usize) -> Option<&'static str> {
    let owner = mentions.get(at.checked_sub(1)?)?;
    let between = document
        .text
        .get(owner.span.end as usize..mentions[at].span.start as usize)?;
    if !matches!(between, " " | "’s " | "'s " | "’ " | "' ") {
        return None;
    }
    let known = Gazetteer::get().named(document.slice(owner.span))?;
    match known.kind {
        MentionKind::Nationality => known.stands_for,
        MentionKind::Place => Some(known.canonical),
        _ => None,
    }
}

/// The countries that a document names each office with.
fn owners_of(
    document: &Document,
    mentions: &[Mention],
) -> BTreeMap<String, BTreeSet<&'static str>> {
    let mut owners: BTreeMap<String, BTreeSet<_>> = BTreeMap::new();
    for (m, mention) in mentions.iter().enumerate() {
        let (inside, office) = unowned(document.slice(mention.span));
        if is_office(office)
            && let Some(owner) = inside.or_else(|| owner_before(document, mentions, m))
        {
            owners.entry(office.to_owned()).or_default().insert(owner);
        }
    }
    owners
}

/// Whether a name is made of common words only, so that many bear it: "Supreme Court".
fn is_office(name: &str) -> bool {
    let lexicon = Lexicon::get();
    let mut words = name.split_whitespace();
    (name.contains(' ') || lexicon.is(name, Class::OfficeBody))
        && words.all(|w| {
            lexicon.is_common(&w.to_lowercase())
                || lexicon.is(w, Class::Office)
                || lexicon.is(w, Class::Organisation)
        })
}
