//! Which mentions name the same?
//!
//! Each mention gets a key; mentions of one kind and key are one entity. Names of the gazetteer
//! have its canonical name for a key, a demonym that of its country. People are told apart by
//! [`super::person`], papers by [`super::treaty`]. Everything else goes by its folded name, after
//! acronyms and short forms were taken for what their document says they are.

use std::collections::{BTreeMap, BTreeSet};

use super::acronym::Organisations;
use super::gazetteer::Gazetteer;
use super::person::{Naming, people};
use super::role::roles;
use super::treaty::{Deed, folded, is_part, papers};
use super::{Entity, EntityId, EntityKind, Mention, MentionKind, Resolution};
use crate::document::{DocId, Document};

type Key = (EntityKind, String);

/// The entities of a corpus; `mentions` holds those of each document, in the order of `documents`.
pub fn resolve(documents: &[Document], mentions: &[Vec<Mention>]) -> Resolution {
    let keys = keys(documents, mentions);
    let mut groups: BTreeMap<&Key, Vec<(DocId, u32)>> = BTreeMap::new();
    for (d, row) in keys.iter().enumerate() {
        for (m, key) in row.iter().enumerate() {
            if let Some(key) = key {
                groups
                    .entry(key)
                    .or_default()
                    .push((DocId(d as u32), m as u32));
            }
        }
    }
    let mut entities: Vec<(&Key, Entity)> = groups
        .into_iter()
        .map(|(key, at)| {
            let name = name(documents, mentions, key, &at);
            (
                key,
                Entity {
                    id: String::new(),
                    name,
                    kind: key.0,
                    mentions: at,
                    roles: Vec::new(),
                },
            )
        })
        .collect();
    entities.sort_by(|(a, x), (b, y)| {
        y.mentions
            .len()
            .cmp(&x.mentions.len())
            .then_with(|| x.name.cmp(&y.name))
            .then_with(|| a.cmp(b))
    });
    let ids: BTreeMap<&Key, EntityId> = entities
        .iter()
        .enumerate()
        .map(|(i, (key, _))| (*key, EntityId(i as u32)))
        .collect();
    let of: Vec<Vec<Option<EntityId>>> = keys
        .iter()
        .map(|row| {
            row.iter()
                .map(|key| key.as_ref().and_then(|k| ids.get(k).copied()))
                .collect()
        })
        .collect();
    let mut entities: Vec<Entity> = entities.into_iter().map(|(_, entity)| entity).collect();
    name_slugs(&mut entities);
    add_roles(documents, mentions, &of, &mut entities);
    Resolution { entities, of }
}

/// The key of each mention; `None` where nothing can be said.
fn keys(documents: &[Document], mentions: &[Vec<Mention>]) -> Vec<Vec<Option<Key>>> {
    let mut keys: Vec<Vec<Option<Key>>> =
        mentions.iter().map(|row| vec![None; row.len()]).collect();
    let (mut namings, mut deeds) = (Vec::new(), Vec::new());
    let organisations = Organisations::of(documents, mentions);
    for (d, document) in documents.iter().enumerate() {
        let row = mentions.get(d).map_or(&[][..], Vec::as_slice);
        for (m, mention) in row.iter().enumerate() {
            let known = known(document, mention.kind, mention);
            match mention.kind {
                _ if known.is_some() => keys[d][m] = known,
                MentionKind::Person => namings.push(Naming::new(document, (d, m), mention.span)),
                MentionKind::Document => deeds.push(Deed::new(document, row, (d, m))),
                MentionKind::Organisation => {
                    keys[d][m] = Some(organisations.key(document, row, (d, m)))
                }
                kind => {
                    keys[d][m] = Some((entity_kind(kind), folded(document.slice(mention.span))))
                }
            }
        }
    }
    for (naming, key) in namings.iter().zip(people(&namings)) {
        keys[naming.document][naming.mention] =
            Some((EntityKind::Person, key)).filter(|k| !k.1.is_empty());
    }
    for (deed, key) in deeds.iter().zip(papers(&deeds)) {
        keys[deed.document][deed.mention] = Some((EntityKind::Document, key));
    }
    keys
}

/// The key of a name of the gazetteer.
fn known(document: &Document, kind: MentionKind, mention: &Mention) -> Option<Key> {
    let known = Gazetteer::get()
        .named(document.slice(mention.span))
        .filter(|k| k.kind == kind)?;
    let name = if kind == MentionKind::Nationality {
        known.stands_for?
    } else {
        known.canonical
    };
    Some((entity_kind(kind), format!("={name}")))
}

/// What an entity is whose mentions are of a kind.
pub(super) fn entity_kind(kind: MentionKind) -> EntityKind {
    match kind {
        MentionKind::Person => EntityKind::Person,
        MentionKind::Organisation => EntityKind::Organisation,
        MentionKind::Place | MentionKind::Nationality => EntityKind::Place,
        MentionKind::Document => EntityKind::Document,
        MentionKind::Event => EntityKind::Event,
        MentionKind::Publication => EntityKind::Publication,
    }
}

/// The fullest usual name: of the gazetteer, or else, among the forms at least a third as frequent
/// as the most frequent full one, the one with the most words.
fn name(
    documents: &[Document],
    mentions: &[Vec<Mention>],
    key: &Key,
    at: &[(DocId, u32)],
) -> String {
    if let Some(name) = key.1.strip_prefix('=') {
        return name.to_owned();
    }
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    for (d, m) in at {
        let span = mentions[d.0 as usize][*m as usize].span;
        *forms
            .entry(documents[d.0 as usize].slice(span))
            .or_default() += 1;
    }
    let words = |form: &str| form.split_whitespace().count();
    let full = forms
        .iter()
        .filter(|(f, _)| words(f) > 1)
        .map(|(_, n)| *n)
        .max();
    let usual = full.unwrap_or(0).div_ceil(3);
    let shouted = |form: &str| form.len() > 5 && !form.chars().any(char::is_lowercase);
    let best = forms
        .iter()
        .filter(|(f, n)| full.is_none() || words(f) > 1 && **n >= usual)
        .max_by_key(|(f, n)| (!shouted(f), words(f), **n, std::cmp::Reverse(**f)));
    let name = best.map_or("", |(form, _)| *form).replace(['[', ']'], "");
    let whole = || {
        at.iter().find_map(|(d, m)| {
            with_whole(
                &documents[d.0 as usize],
                &mentions[d.0 as usize],
                *m as usize,
            )
        })
    };
    let part = key.0 == EntityKind::Document && key.1.contains(" of ");
    match key.1.split_once('@') {
        Some((_, place)) if !place.ends_with('#') && !name.contains(place) => {
            format!("{name} ({place})")
        }
        _ => {
            if part {
                whole().unwrap_or(name)
            } else {
                name
            }
        }
    }
}

/// "Article 5 of the Harbour Act", where a numbered part and what it belongs to are named together.
fn with_whole(document: &Document, mentions: &[Mention], at: usize) -> Option<String> {
    let (part, whole) = (mentions.get(at)?.span, mentions.get(at + 1)?.span);
    let between = document.text.get(part.end as usize..whole.start as usize)?;
    let joined = matches!(between, " of " | " of the ") && is_part(document.slice(part));
    joined.then(|| document.slice(part.cover(whole)).to_owned())
}

/// Gives every entity a slug of its name, unique in the corpus.
fn name_slugs(entities: &mut [Entity]) {
    let mut taken = BTreeSet::new();
    for entity in entities {
        let slug = slug(&entity.name);
        let mut id = slug.clone();
        let mut n = 2;
        while !taken.insert(id.clone()) {
            id = format!("{slug}-{n}");
            n += 1;
        }
        entity.id = id;
    }
}

/// "Kim Jong Un" → "kim-jong-un"; letters and digits of any script, accents dropped.
fn slug(name: &str) -> String {
    let tokens = crate::text::tokens(name);
    let words = tokens
        .iter()
        .filter(|t| t.is_word())
        .map(|t| crate::text::fold::fold(t.span.slice(name)).to_lowercase());
    let slug: Vec<String> = words
        .map(|w| {
            w.chars()
                .filter(|c| c.is_alphanumeric())
                .collect::<String>()
        })
        .filter(|w| !w.is_empty())
        .collect();
    if slug.is_empty() {
        "entity".to_owned()
    } else {
        slug.join("-")
    }
}

fn add_roles(
    documents: &[Document],
    mentions: &[Vec<Mention>],
    of: &[Vec<Option<EntityId>>],
    entities: &mut [Entity],
) {
    for (d, (document, row)) in documents.iter().zip(mentions).enumerate() {
        for (m, role) in roles(document, row) {
            if let Some(id) = of[d][m] {
                entities[id.0 as usize].roles.push((DocId(d as u32), role));
            }
        }
    }
}
