//! Which legal documents are the same? An index of their mentions: numbered parts by the document
//! they belong to, treaties by year and places.
//!
//! A dated treaty ("the 1961 pact") is the named treaty of the same year that is mentioned with one
//! of the same places, in any document.

use std::collections::{BTreeMap, BTreeSet};

use super::treaty_mention::{Parent, TreatyMention};
use crate::entity::lexicon::{Class, Lexicon};

/// The key of the legal document that each mention names; `treaties` are in corpus order.
pub fn treaty_keys(treaties: &[TreatyMention]) -> Vec<String> {
    let index = TreatyIndex::of(treaties);
    let mut keys: Vec<String> = Vec::with_capacity(treaties.len());
    for (i, treaty) in treaties.iter().enumerate() {
        keys.push(match &treaty.parent {
            Some(Parent::Named(whole)) => format!("{} of {whole}", treaty.name),
            Some(Parent::Described) => format!("{} of {}#", treaty.name, treaty.document),
            Some(Parent::Unstated) => index.bare_part(treaty),
            None if treaty.dated => index.dated(&keys, i),
            None if treaty.quoted => index.titled(treaty),
            None => treaty.name.clone(),
        });
    }
    keys
}

/// The treaties of a corpus, indexed by name and year.
struct TreatyIndex<'a> {
    treaties: &'a [TreatyMention],
    /// Numbered parts whose document is stated, by name.
    parts: BTreeMap<&'a str, Vec<&'a TreatyMention>>,
    /// All except numbered parts and quoted titles, by year.
    years: BTreeMap<u32, Vec<usize>>,
    /// The names of legal documents that are neither dated, quoted nor numbered parts.
    names: BTreeSet<&'a str>,
}

impl<'a> TreatyIndex<'a> {
    fn of(treaties: &'a [TreatyMention]) -> Self {
        let mut index = Self {
            treaties,
            parts: BTreeMap::new(),
            years: BTreeMap::new(),
            names: BTreeSet::new(),
        };
        for (i, treaty) in treaties.iter().enumerate() {
            match (&treaty.parent, treaty.year) {
                (Some(Parent::Unstated), _) => {}
                (Some(_), _) => index.parts.entry(&treaty.name).or_default().push(treaty),
                (None, Some(year)) if !treaty.quoted => {
                    index.years.entry(year).or_default().push(i)
                }
                (None, _) => {}
            }
            if treaty.parent.is_none() && !treaty.quoted && !treaty.dated {
                index.names.insert(&treaty.name);
            }
        }
        index
    }

    /// The key of a bare "Article 51": that of the latest one before it in its document that states
    /// its whole, or the first after it, or the only such part in the corpus.
    fn bare_part(&self, treaty: &TreatyMention) -> String {
        let whole: &[&TreatyMention] = self
            .parts
            .get(treaty.name.as_str())
            .map_or(&[], Vec::as_slice);
        let first = whole.partition_point(|d| d.document < treaty.document);
        let local = &whole[first..whole.partition_point(|d| d.document <= treaty.document)];
        let found = local
            .iter()
            .rfind(|d| d.mention < treaty.mention)
            .or(local.first());
        let described = format!("{} of {}#", treaty.name, treaty.document);
        let key = |part: &TreatyMention| match &part.parent {
            Some(Parent::Named(whole)) => format!("{} of {whole}", treaty.name),
            _ => described.clone(),
        };
        match (found, whole.first()) {
            (Some(part), _) => key(part),
            (None, Some(part)) if whole.iter().all(|d| d.parent == part.parent) => key(part),
            _ => described,
        }
    }

    /// The key of a dated treaty: that of a named treaty of the same year with a place in common,
    /// or of an earlier dated one of the same year, in the same document or with a common place.
    fn dated(&self, keys: &[String], at: usize) -> String {
        let treaty = &self.treaties[at];
        let same_year = treaty.year.and_then(|year| self.years.get(&year));
        let same_year = || {
            same_year
                .into_iter()
                .flatten()
                .map(|&i| (i, &self.treaties[i]))
        };
        let named = same_year().find(|(_, d)| !d.dated && akin(d, treaty) && is_treaty(&d.name));
        if let Some((_, named)) = named {
            return named.name.clone();
        }
        same_year()
            .take_while(|(i, _)| *i < at)
            .find(|(_, d)| d.dated && (d.document == treaty.document || akin(d, treaty)))
            .and_then(|(i, _)| keys.get(i).cloned())
            .unwrap_or_else(|| format!("{} {at}", treaty.name))
    }

    /// The key of a quoted title: the only named legal document that contains its words, or the
    /// title itself.
    fn titled(&self, treaty: &TreatyMention) -> String {
        let mut names = self.names.iter().filter(|name| name.contains(&treaty.name));
        match (names.next(), names.next()) {
            (Some(name), None) => (*name).to_owned(),
            _ => treaty.name.clone(),
        }
    }
}

fn akin(a: &TreatyMention, b: &TreatyMention) -> bool {
    a.places.intersection(&b.places).next().is_some()
}

fn is_treaty(name: &str) -> bool {
    name.split(' ')
        .any(|word| Lexicon::get().is(word, Class::DocumentNoun))
}
