//! What do the articles of a saved corpus share? A writer and a reader of the section `resolved`:
//! the entities, the entity of each mention, and the dates that articles lend each other, in
//! Postcard.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::fit::is_date;
use crate::corpus::timeline::Dated;
use crate::document::{DocId, Document};
use crate::entity::{Entity, EntityId, EntityKind, Mention, Resolution};
use crate::text::Span;

/// What the articles of a corpus share, as it is saved.
#[derive(Debug, Serialize, Deserialize)]
pub struct Resolved {
    entities: Vec<Row>,
    /// For each document and mention, one more than the ordinal of the entity; 0 for none.
    of: Vec<Vec<u32>>,
    inferred: BTreeMap<u32, Vec<Dated>>,
}

/// An entity without its mentions.
#[derive(Debug, Serialize, Deserialize)]
struct Row {
    id: String,
    name: String,
    kind: EntityKind,
    roles: Vec<(DocId, Span)>,
}

impl Resolved {
    /// What the articles of a corpus share: the entities before decisions, and the dates that they
    /// lend each other.
    pub fn new(resolution: &Resolution, inferred: &BTreeMap<u32, Vec<Dated>>) -> Self {
        let Resolution { entities, of } = resolution;
        let row = |entity: &Arc<Entity>| Row {
            id: entity.id.clone(),
            name: entity.name.clone(),
            kind: entity.kind,
            roles: entity.roles.clone(),
        };
        let number = |id: &Option<EntityId>| id.map_or(0, |id| id.0 + 1);
        Self {
            entities: entities.iter().map(row).collect(),
            of: of
                .iter()
                .map(|row| row.iter().map(number).collect())
                .collect(),
            inferred: inferred.clone(),
        }
    }

    /// Whether it fits documents and their mentions.
    pub fn fits(&self, documents: &[Document], mentions: &[Vec<Mention>]) -> bool {
        let count = self.entities.len() as u32;
        let mut named = vec![false; self.entities.len()];
        for &number in self.of.iter().flatten() {
            if let Some(at) = number.checked_sub(1)
                && let Some(named) = named.get_mut(at as usize)
            {
                *named = true;
            }
        }
        let document = |id: u32| documents.get(id as usize);
        let is_role = |(id, span): &(DocId, Span)| {
            document(id.0).is_some_and(|document| span.fits(&document.text))
        };
        let lengths = |of: &[u32], mentions: &[Mention]| of.len() == mentions.len();
        self.of.len() == documents.len()
            && self
                .of
                .iter()
                .zip(mentions)
                .all(|(of, row)| lengths(of, row))
            && self.of.iter().flatten().all(|&number| number <= count)
            && named.into_iter().all(|named| named)
            && self.entities.iter().flat_map(|row| &row.roles).all(is_role)
            && self.inferred.iter().all(|(&id, dates)| {
                let is_date = |document| {
                    let mut dates = dates.iter();
                    dates.all(|dated| is_date(dated, document, documents.len()))
                };
                document(id).is_some_and(is_date)
            })
    }

    /// The entities with their mentions, and the dates that articles lend each other.
    pub fn restore(self) -> (Resolution, BTreeMap<u32, Vec<Dated>>) {
        let entity = |row: Row| Entity {
            id: row.id,
            name: row.name,
            kind: row.kind,
            mentions: Vec::new(),
            roles: row.roles,
        };
        let mut entities: Vec<Entity> = self.entities.into_iter().map(entity).collect();
        let ids = |row: Vec<u32>| row.into_iter().map(|n| n.checked_sub(1).map(EntityId));
        let of: Vec<Vec<_>> = self.of.into_iter().map(|row| ids(row).collect()).collect();
        for (document, row) in (0u32..).zip(&of) {
            for (mention, id) in (0u32..).zip(row) {
                if let Some(id) = id {
                    let mentions = &mut entities[id.0 as usize].mentions;
                    mentions.push((DocId(document), mention));
                }
            }
        }
        let entities = entities.into_iter().map(Arc::new).collect();
        (Resolution { entities, of }, self.inferred)
    }
}
