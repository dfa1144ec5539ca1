//! What may a description refer to? The candidates of coreference: the people of a document by
//! stated role, and its organisations by noun.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::document::{DocId, Document};
use crate::entity::kind::EntityKind;
use crate::entity::lexicon::{Class, Lexicon};
use crate::entity::mention::Mention;
use crate::entity::resolution::{Entity, EntityId, Resolution};
use crate::entity::role::country_of_role;
use crate::order;
use crate::text::Span;

/// A person of the document, with a role that it states.
pub struct OfficeHolder {
    pub entity: EntityId,
    pub country: Option<&'static str>,
    /// The words of the role, in lower case.
    pub role: String,
}

/// An organisation that the document names.
pub struct NamedBody {
    pub entity: EntityId,
    /// Its noun: the last word of its name, or the first of a name that continues with "of" or
    /// "for".
    pub noun: String,
    /// The byte offsets of its mentions.
    pub at: Vec<u32>,
}

/// The people of the document, once for each role that it states.
pub fn people(
    document: &Document,
    id: DocId,
    mentions: &[Mention],
    resolution: &Resolution,
) -> Vec<OfficeHolder> {
    let mut people = Vec::new();
    let of = resolution.of.get(id.0 as usize);
    for entity in present(of.map_or(&[], Vec::as_slice)) {
        let person = &resolution.entities[entity.0 as usize];
        if person.kind != EntityKind::Person {
            continue;
        }
        let here = person.roles.iter().filter(|(d, _)| *d == id);
        people.extend(here.map(|(_, role)| OfficeHolder {
            entity,
            country: country_of_role(document, mentions, *role),
            role: document.slice(*role).to_lowercase(),
        }));
    }
    people
}

/// The entities that the mentions of a document name, in order of id.
fn present(of: &[Option<EntityId>]) -> BTreeSet<EntityId> {
    order::gathered(of.iter().flatten().copied())
}

/// The organisations of a document that have a noun; `of` are the entities of its mentions.
pub fn bodies(
    document: &Document,
    mentions: &[Mention],
    of: &[Option<EntityId>],
    entities: &[Arc<Entity>],
) -> Vec<NamedBody> {
    let mut at: BTreeMap<EntityId, Vec<Span>> = BTreeMap::new();
    for (mention, entity) in mentions.iter().zip(of) {
        if let Some(id) = entity.filter(|id| {
            let kind = entities.get(id.0 as usize).map(|entity| entity.kind);
            kind == Some(EntityKind::Organisation)
        }) {
            at.entry(id).or_default().push(mention.span);
        }
    }
    let body = |(entity, spans): (EntityId, Vec<Span>)| {
        let noun = spans
            .iter()
            .find_map(|span| noun_of(document.slice(*span)))?;
        let at = order::gathered(spans.iter().map(|span| span.start));
        Some(NamedBody { entity, noun, at })
    };
    order::gathered(at.into_iter().filter_map(body))
}

/// "Foreign Ministry", "Ministry of Defence" → "ministry".
fn noun_of(name: &str) -> Option<String> {
    let mut words = name.split_whitespace();
    let first = words.next()?;
    let noun = match words.next() {
        Some("of" | "for") => first,
        Some(second) => words.last().unwrap_or(second),
        None => return None,
    };
    let lexicon = Lexicon::get();
    (lexicon.is(noun, Class::OrganisationOf) || lexicon.is(noun, Class::OfficeBody))
        .then(|| noun.to_lowercase())
}
