//! Which mentions name the same entity? A pass over a corpus that groups mentions by key.
//!
//! Mentions of the same kind and key are one entity. A name in the gazetteer has its canonical name
//! as key; a demonym has that of its country. `person` distinguishes people, `treaty` legal
//! documents. Everything else is keyed by its folded name, once acronyms and short forms have been
//! replaced by what their document says they mean. Aliases that a text states (`alias`) are linked
//! last.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::alias::Aliases;
use super::canonical_name::canonical_name;
use super::key::{EntityKey, folded_name};
use super::name_core::name_core;
use super::office::{Offices, is_office};
use super::place;
use super::short_form::ShortForms;
use super::slug::name_slugs;
use super::treaty::treaty_keys;
use super::treaty_mention::{TreatyContext, TreatyMention};
use crate::document::{DocId, Document};
use crate::entity::kind::{EntityKind, MentionKind};
use crate::entity::lexicon::known_as;
use crate::entity::mention::Mention;
use crate::entity::resolution::{Entity, EntityId, Resolution};
use crate::entity::resolve::person::{PersonMention, people};
use crate::entity::role::roles;
use crate::order;

/// The entities of a corpus. `mentions` holds the mentions of each document, in the order of
/// `documents`.
pub fn resolve(documents: &[Document], mentions: &[Vec<Mention>]) -> Resolution {
    let keys = keys(documents, mentions);
    let mut groups: BTreeMap<&EntityKey, Vec<(DocId, u32)>> = BTreeMap::new();
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
    let mut entities: Vec<(&EntityKey, Entity)> = groups
        .into_iter()
        .map(|(key, at)| {
            let name = canonical_name(documents, mentions, key, &at);
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
    order::sort_by(&mut entities, |(a, x), (b, y)| {
        y.mentions
            .len()
            .cmp(&x.mentions.len())
            .then_with(|| x.name.cmp(&y.name))
            .then_with(|| a.cmp(b))
    });
    let numbered = entities.iter().enumerate();
    let ids: BTreeMap<&EntityKey, EntityId> =
        order::gathered(numbered.map(|(i, (key, _))| (*key, EntityId(i as u32))));
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
    let entities = entities.into_iter().map(Arc::new).collect();
    Resolution { entities, of }
}

/// The key of each mention; `None` if it has none.
fn keys(documents: &[Document], mentions: &[Vec<Mention>]) -> Vec<Vec<Option<EntityKey>>> {
    let mut keys: Vec<Vec<Option<EntityKey>>> =
        mentions.iter().map(|row| vec![None; row.len()]).collect();
    let (mut person_mentions, mut treaties) = (Vec::new(), Vec::new());
    let (mut context, mut short) = (TreatyContext::default(), ShortForms::default());
    for (d, (document, row)) in documents.iter().zip(mentions).enumerate() {
        let offices = Offices::of(document, row);
        for (m, mention) in row.iter().enumerate() {
            let text = document.slice(mention.span);
            let known = known(text, mention.kind);
            match mention.kind {
                _ if known.is_some() => keys[d][m] = known,
                MentionKind::Person => {
                    person_mentions.push(PersonMention::new(document, (d, m), mention))
                }
                MentionKind::Document => {
                    treaties.push(TreatyMention::new(document, row, (d, m), &mut context))
                }
                MentionKind::Organisation => keys[d][m] = Some(offices.key(document, row, (d, m))),
                MentionKind::Place => keys[d][m] = Some(place::key(text)),
                kind => keys[d][m] = Some((kind.entity(), folded_name(text))),
            }
        }
        short.link(document, row, &mut keys[d]);
        place::link(document, row, &mut keys[d]);
    }
    for row in &mut keys {
        short.link_rest(row);
    }
    let mut aliases = Aliases::default();
    let people = people(&person_mentions, &mut aliases);
    for (person_mention, key) in person_mentions.iter().zip(people) {
        keys[person_mention.document][person_mention.mention] =
            Some((EntityKind::Person, key)).filter(|k| !k.1.is_empty());
    }
    for (treaty, key) in treaties.iter().zip(treaty_keys(&treaties)) {
        keys[treaty.document][treaty.mention] = Some((EntityKind::Document, key));
    }
    for ((document, row), keys) in documents.iter().zip(mentions).zip(&mut keys) {
        aliases.link(document, row, keys);
    }
    for row in &mut keys {
        aliases.link_rest(row);
    }
    keys
}

/// The key of a name in the gazetteer. A publisher may be an organisation or a publication; the
/// kind in the gazetteer wins.
fn known(text: &str, kind: MentionKind) -> Option<EntityKey> {
    use MentionKind::{Nationality, Organisation, Publication};
    let known = known_as(name_core(kind.entity(), text))?;
    let body = |kind| matches!(kind, Organisation | Publication);
    if known.kind != kind && !(body(known.kind) && body(kind)) {
        return None;
    }
    // Many countries have a "Supreme Court"; the document says which is meant.
    if is_office(text) && text.ends_with(" Court") {
        return None;
    }
    let name = if kind == Nationality {
        known.stands_for?
    } else {
        known.canonical
    };
    Some((known.kind.entity(), format!("={name}")))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::recognise::mentions;

    /// Checks the entities of some documents: id, then the text of each mention, in corpus order.
    fn check(texts: &[&str], expected: &[&str]) {
        let documents: Vec<_> = texts
            .iter()
            .map(|text| Document::from_text("a", text))
            .collect();
        let found: Vec<_> = documents.iter().map(mentions).collect();
        let resolution = resolve(&documents, &found);
        let lines: Vec<_> = resolution
            .entities
            .iter()
            .map(|entity| {
                let forms = entity.mentions.iter().map(|(d, m)| {
                    documents[d.0 as usize].slice(found[d.0 as usize][*m as usize].span)
                });
                format!("{}: {}", entity.id, forms.collect::<Vec<_>>().join(", "))
            })
            .collect();
        assert_eq!(lines, expected, "{texts:?}");
    }

    #[test]
    fn people() {
        check(
            &["Ana Paz spoke. Paz left.", "President Ana Paz and Ms. Paz."],
            &["ana-paz: Ana Paz, Paz, Ana Paz, Paz"],
        );
        check(
            &[
                "Kim Dae Ho met Kim Yong Su. Kim said so.",
                "Kim Dae Ho said that Kim left.",
            ],
            &[
                "kim-dae-ho: Kim Dae Ho, Kim Dae Ho, Kim",
                "kim-yong-su: Kim Yong Su, Kim",
            ],
        );
        check(
            &[
                "John Smith said so. Smith left.",
                "Anna Smith said so. Smith left.",
            ],
            &[
                "anna-smith: Anna Smith, Smith",
                "john-smith: John Smith, Smith",
            ],
        );
        check(
            &["Harry S. Truman won. So Harry Truman ruled."],
            &["harry-s-truman: Harry S. Truman, Harry Truman"],
        );
    }

    #[test]
    fn places_and_organisations() {
        check(
            &[
                "North Korean ships left the DPRK. N. Korea denied it.",
                "SEOUL, Seoul",
            ],
            &[
                "north-korea: North Korean, DPRK, N. Korea",
                "seoul: SEOUL, Seoul",
            ],
        );
        check(
            &[
                "The Nordic Fishery Council (NFC) met. The NFC voted.",
                "Only the NFC knew.",
            ],
            &["nordic-fishery-council: Nordic Fishery Council, NFC, NFC, NFC"],
        );
        check(
            &[
                "Chile’s Supreme Council met.",
                "Peru’s Supreme Council met. The Supreme Council voted.",
            ],
            &[
                "supreme-council-peru: Supreme Council, Supreme Council",
                "chile: Chile",
                "peru: Peru",
                "supreme-council-chile: Supreme Council",
            ],
        );
    }

    #[test]
    fn treaty_keys() {
        check(
            &[
                "In 1922 Chile and Peru signed the Treaty of Open Harbours.",
                "The 1922 treaty between Chile and Bolivia ended.",
                "A 1922 pact of Norway and Sweden held.",
            ],
            &[
                "chile: Chile, Chile",
                "treaty-of-open-harbours: Treaty of Open Harbours, 1922 treaty",
                "1922-pact: 1922 pact",
                "bolivia: Bolivia",
                "norway: Norway",
                "peru: Peru",
                "sweden: Sweden",
            ],
        );
        check(
            &[
                "Article 5 of the UN Charter. As Article 5 says.",
                "Article 5 of the pact.",
            ],
            &[
                "article-5-of-the-un-charter: Article 5, Article 5",
                "article-5: Article 5",
                "charter-of-the-united-nations: UN Charter",
            ],
        );
    }
}
