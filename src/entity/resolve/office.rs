//! Which country’s office is meant? An index of one document. Bodies that many countries have
//! ("Foreign Ministry") are distinguished by the country in the name, before it or elsewhere in the
//! document.

use std::collections::{BTreeMap, BTreeSet};

use super::key::{EntityKey, folded_name};
use super::name_core::name_core;
use super::place;
use crate::document::Document;
use crate::entity::kind::EntityKind;
use crate::entity::lexicon::{Class, Lexicon};
use crate::entity::mention::Mention;

/// For each office, the countries with which a document names it.
pub struct Offices(BTreeMap<String, BTreeSet<&'static str>>);

impl Offices {
    /// Indexes the offices that a document names together with a country.
    pub fn of(document: &Document, mentions: &[Mention]) -> Self {
        let mut owners: BTreeMap<String, BTreeSet<_>> = BTreeMap::new();
        for (m, mention) in mentions.iter().enumerate() {
            let (inside, office) = unowned(document.slice(mention.span));
            if is_office(office)
                && let Some(owner) = inside.or_else(|| owner_before(document, mentions, m))
            {
                owners.entry(office.to_owned()).or_default().insert(owner);
            }
        }
        Offices(owners)
    }

    /// The key of mention `at.1` of document `at.0`, an organisation that is not in the gazetteer:
    /// "=" and a place that the name stands for; or, for an office, its name and "@" with the
    /// country, or with the document and "#" if the country is unknown; or else the folded name.
    pub fn key(&self, document: &Document, mentions: &[Mention], at: (usize, usize)) -> EntityKey {
        let name = name_core(
            EntityKind::Organisation,
            document.slice(mentions[at.1].span),
        );
        if let Some(place) = place::meant(name) {
            return (EntityKind::Organisation, format!("={place}"));
        }
        let (inside, plain) = unowned(name);
        if !is_office(plain) {
            return (EntityKind::Organisation, folded_name(name));
        }
        let owner = inside
            .or_else(|| owner_before(document, mentions, at.1))
            .or_else(|| {
                // An office named without a country belongs to the only country it was named with.
                let owners = self.0.get(plain)?;
                owners.first().copied().filter(|_| owners.len() == 1)
            });
        let place = owner.map_or_else(|| format!("{}#", at.0), str::to_owned);
        (
            EntityKind::Organisation,
            format!("{}@{place}", folded_name(plain)),
        )
    }
}

/// The longest country name that is tried, in words.
const COUNTRY_WORDS: usize = 9;

/// A name, split into the country before it and the rest: "Chilean Navy" → Chile and "Navy".
pub fn unowned(name: &str) -> (Option<&'static str>, &str) {
    let spaces = name
        .char_indices()
        .filter(|(_, c)| *c == ' ')
        .map(|(i, _)| i);
    spaces
        .take(COUNTRY_WORDS)
        .filter_map(|i| Some((Some(place::meant(name.get(..i)?)?), name.get(i + 1..)?)))
        .last()
        .unwrap_or((None, name))
}

/// The country named by a possessive or demonym directly before a mention.
fn owner_before(document: &Document, mentions: &[Mention], at: usize) -> Option<&'static str> {
    let owner = mentions.get(at.checked_sub(1)?)?;
    let between = document
        .text
        .get(owner.span.end as usize..mentions[at].span.start as usize)?;
    if !matches!(between, " " | "’s " | "'s " | "’ " | "' ") {
        return None;
    }
    place::meant(document.slice(owner.span))
}

/// Whether a name has only common words, so that many bodies share it: "Supreme Court".
pub fn is_office(name: &str) -> bool {
    (name.contains(' ') || Lexicon::get().is(name, Class::OfficeBody)) && is_general(name)
}

/// Whether a name only describes: "Church", "Supreme Court".
pub fn is_general(name: &str) -> bool {
    let lexicon = Lexicon::get();
    let mut words = name.split_whitespace();
    words.all(|w| {
        lexicon.is_common(&w.to_lowercase())
            || lexicon.is(w, Class::Office)
            || lexicon.is(w, Class::Organisation)
    })
}
