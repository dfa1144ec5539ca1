//! Which papers are the same? Articles by the paper they belong to, treaties by year and parties.
//!
//! A dated treaty ("the 1961 pact") is the named one that its own sentence dates so, when both
//! stand among the same places; likewise across documents.

use std::collections::{BTreeMap, BTreeSet};

use super::treaty_mention::{Deed, Part};
use crate::entity::lexicon::{Class, Lexicon};

/// A paper for each deed, as a key; `deeds` are in corpus order.
pub fn papers(deeds: &[Deed]) -> Vec<String> {
    let register = Register::of(deeds);
    let mut keys: Vec<String> = Vec::with_capacity(deeds.len());
    for (i, deed) in deeds.iter().enumerate() {
        keys.push(match &deed.part {
            Some(Part::Of(whole)) => format!("{} of {whole}", deed.name),
            Some(Part::OfDescribed) => format!("{} of {}#", deed.name, deed.document),
            Some(Part::Bare) => register.bare_part(deed),
            None if deed.dated => register.dated(&keys, i),
            None if deed.quoted => register.titled(deed),
            None => deed.name.clone(),
        });
    }
    keys
}

/// The deeds of a corpus by what they are looked up by.
struct Register<'a> {
    deeds: &'a [Deed],
    /// Numbered parts that say what they belong to, by name.
    parts: BTreeMap<&'a str, Vec<&'a Deed>>,
    /// All but numbered parts and quoted titles, by year.
    years: BTreeMap<u32, Vec<usize>>,
    /// The names of papers that are neither dated, quoted nor parts.
    names: BTreeSet<&'a str>,
}

impl<'a> Register<'a> {
    fn of(deeds: &'a [Deed]) -> Self {
        let mut register = Self {
            deeds,
            parts: BTreeMap::new(),
            years: BTreeMap::new(),
            names: BTreeSet::new(),
        };
        for (i, deed) in deeds.iter().enumerate() {
            match (&deed.part, deed.year) {
                (Some(Part::Bare), _) => {}
                (Some(_), _) => register.parts.entry(&deed.name).or_default().push(deed),
                (None, Some(year)) if !deed.quoted => {
                    register.years.entry(year).or_default().push(i)
                }
                (None, _) => {}
            }
            if deed.part.is_none() && !deed.quoted && !deed.dated {
                register.names.insert(&deed.name);
            }
        }
        register
    }

    /// The key of "Article 51" alone: the latest one before it in its document that says of what,
    /// or the only such paper of the corpus.
    fn bare_part(&self, deed: &Deed) -> String {
        let whole: &[&Deed] = self
            .parts
            .get(deed.name.as_str())
            .map_or(&[], Vec::as_slice);
        let first = whole.partition_point(|d| d.document < deed.document);
        let local = &whole[first..whole.partition_point(|d| d.document <= deed.document)];
        let found = local
            .iter()
            .rfind(|d| d.mention < deed.mention)
            .or(local.first());
        let described = format!("{} of {}#", deed.name, deed.document);
        let key = |part: &Deed| match &part.part {
            Some(Part::Of(whole)) => format!("{} of {whole}", deed.name),
            _ => described.clone(),
        };
        match (found, whole.first()) {
            (Some(part), _) => key(part),
            (None, Some(part)) if whole.iter().all(|d| d.part == part.part) => key(part),
            _ => described,
        }
    }

    /// The key of a dated treaty: that of a named one anywhere, or of one already seen, that has
    /// the same year and stands among the same places.
    fn dated(&self, keys: &[String], at: usize) -> String {
        let deed = &self.deeds[at];
        let same_year = deed.year.and_then(|year| self.years.get(&year));
        let same_year = || {
            same_year
                .into_iter()
                .flatten()
                .map(|&i| (i, &self.deeds[i]))
        };
        let named = same_year().find(|(_, d)| !d.dated && akin(d, deed) && is_treaty(&d.name));
        if let Some((_, named)) = named {
            return named.name.clone();
        }
        same_year()
            .take_while(|(i, _)| *i < at)
            .find(|(_, d)| d.dated && (d.document == deed.document || akin(d, deed)))
            .and_then(|(i, _)| keys.get(i).cloned())
            .unwrap_or_else(|| format!("{} {at}", deed.name))
    }

    /// The key of a quoted title: that of the only named paper that contains its words.
    fn titled(&self, deed: &Deed) -> String {
        let mut names = self.names.iter().filter(|name| name.contains(&deed.name));
        match (names.next(), names.next()) {
            (Some(name), None) => (*name).to_owned(),
            _ => deed.name.clone(),
        }
    }
}

fn akin(a: &Deed, b: &Deed) -> bool {
    a.places.intersection(&b.places).next().is_some()
}

fn is_treaty(name: &str) -> bool {
    name.split(' ')
        .any(|word| Lexicon::get().is(word, Class::Paper))
}
