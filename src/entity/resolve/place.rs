//! Which places are the same? A pass over a document that keys places: known names, "the North" for
//! a country with that word, "the Chathams" for the Chatham Islands, and countries recognised as
//! organisations.

use std::collections::{BTreeMap, BTreeSet};

use super::key::{EntityKey, folded_name};
use super::name_core::name_core;
use crate::document::Document;
use crate::entity::kind::{EntityKind, MentionKind};
use crate::entity::lexicon::known_as;
use crate::entity::mention::Mention;

/// The key of a place whose text as a whole is not in the gazetteer.
pub fn key(name: &str) -> EntityKey {
    let name = name_core(EntityKind::Place, name);
    let key = meant(name).map_or_else(|| folded_name(name), |name| format!("={name}"));
    (EntityKind::Place, key)
}

/// The place that a known name or demonym stands for.
pub fn meant(name: &str) -> Option<&'static str> {
    let known = known_as(name)?;
    match known.kind {
        MentionKind::Nationality => known.stands_for,
        MentionKind::Place => Some(known.canonical),
        _ => None,
    }
}

/// Gives short names of places in a document the keys of the full names.
pub fn link(document: &Document, mentions: &[Mention], keys: &mut [Option<EntityKey>]) {
    let mut of_word: BTreeMap<String, BTreeSet<EntityKey>> = BTreeMap::new();
    let mut known: BTreeSet<EntityKey> = BTreeSet::new();
    for (mention, key) in mentions.iter().zip(keys.iter()) {
        let known_name = |k: &&EntityKey| k.0 == EntityKind::Place || k.1.starts_with('=');
        let Some(key) = key.as_ref().filter(known_name) else {
            continue;
        };
        if key.0 == EntityKind::Place && key.1.starts_with('=') && !known.contains(key) {
            known.insert(key.clone());
        }
        if let Some(word) = stem(document.slice(mention.span)) {
            of_word.entry(word).or_default().insert(key.clone());
        }
    }
    for (mention, key) in mentions.iter().zip(keys) {
        let name = document.slice(mention.span);
        if !matches!(mention.kind, MentionKind::Place | MentionKind::Organisation) {
            continue;
        }
        let own = key.as_ref().filter(|k| k.1.starts_with('='));
        if own.is_none() && !name.contains(' ') {
            let meant = of_word
                .get(&folded_name(name))
                .filter(|meant| meant.len() == 1);
            *key = meant.and_then(|m| m.first().cloned()).or(key.take());
        }
        // "the DPRK", recognised as an organisation, is the country named elsewhere.
        if let Some((EntityKind::Organisation, name)) = key {
            let place = (EntityKind::Place, std::mem::take(name));
            *key = Some(match known.take(&place) {
                Some(place) => {
                    known.insert(place.clone());
                    place
                }
                None => (EntityKind::Organisation, place.1),
            });
        }
    }
}

/// The one-word form of a name of two words: "North Korea" → "north", "Chatham Islands" →
/// "chathams".
fn stem(name: &str) -> Option<String> {
    let (first, second) = name.split_once(' ')?;
    match (first, second) {
        ("North" | "South" | "East" | "West", _) => {
            let known = known_as(name).is_some_and(|k| k.kind == MentionKind::Place);
            known.then(|| folded_name(first))
        }
        (_, "Islands" | "Mountains" | "Isles") => Some(folded_name(first) + "s"),
        _ => None,
    }
}
