//! What is the canonical name of an entity? A choice among the forms of its mentions.

use std::collections::BTreeMap;

use super::key::EntityKey;
use super::name_core::name_core;
use super::treaty_mention::is_numbered_part;
use crate::document::{DocId, Document};
use crate::entity::kind::EntityKind;
use crate::entity::lexicon::transliteration_key;
use crate::entity::mention::Mention;

/// The name in the gazetteer; otherwise the longest, in words, of the forms at least a third as
/// frequent as the most frequent form of several words.
pub fn canonical_name(
    documents: &[Document],
    mentions: &[Vec<Mention>],
    key: &EntityKey,
    at: &[(DocId, u32)],
) -> String {
    if let Some(name) = key.1.strip_prefix('=') {
        return name.to_owned();
    }
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    for (d, m) in at {
        let span = mentions[d.0 as usize][*m as usize].span;
        *forms
            .entry(name_core(key.0, documents[d.0 as usize].slice(span)))
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
    // "the Paz family" is not a person called Paz.
    if key.0 == EntityKind::Person
        && key.1.strip_suffix(" family") == Some(&*transliteration_key(&name))
    {
        return format!("{name} family");
    }
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

/// "Article 5 of the Harbour Act", if a numbered part and what it belongs to are named together.
fn with_whole(document: &Document, mentions: &[Mention], at: usize) -> Option<String> {
    let (part, whole) = (mentions.get(at)?.span, mentions.get(at + 1)?.span);
    let between = document.text.get(part.end as usize..whole.start as usize)?;
    let joined = matches!(between, " of " | " of the ") && is_numbered_part(document.slice(part));
    joined.then(|| document.slice(part.cover(whole)).to_owned())
}
