//! How are entities changed? Drafts: mutable entities while decisions are replayed.

use std::collections::BTreeSet;

use super::Address;
use super::locate::Places;
use crate::document::DocId;
use crate::entity::{Entity, EntityId, EntityKind, Resolution, slug};
use crate::order;
use crate::text::{Span, UniqueNames, fold::fold};

/// A mention, by document and index.
pub(super) type At = (DocId, u32);

/// An entity, with the address under which it was found and the decisions that touched it.
pub(super) struct Draft {
    pub found: Address,
    folded: String,
    pub name: String,
    pub kind: EntityKind,
    pub mentions: Vec<At>,
    pub roles: Vec<(DocId, Span)>,
    pub by: Vec<usize>,
}

/// All entities; one without mentions is removed at the end.
pub(super) struct Drafts {
    pub all: Vec<Draft>,
    of: Vec<Vec<Option<EntityId>>>,
    ids: UniqueNames,
}

impl Drafts {
    pub fn new(found: &Resolution) -> Self {
        let draft = |entity: &Entity| Draft {
            found: Address::of(entity),
            folded: fold(&entity.name),
            name: entity.name.clone(),
            kind: entity.kind,
            mentions: entity.mentions.clone(),
            roles: entity.roles.clone(),
            by: Vec::new(),
        };
        Self {
            all: found.entities.iter().map(draft).collect(),
            of: found.of.clone(),
            ids: found.entities.iter().map(|e| e.id.as_str()).collect(),
        }
    }

    /// The entity that an address fits best; `None` if none fits, or two fit equally well.
    pub fn find(&self, address: &Address) -> Option<usize> {
        let here = self
            .all
            .iter()
            .enumerate()
            .filter(|(_, d)| !d.mentions.is_empty());
        let folded = address.folded();
        let mut best: Option<(u8, usize)> = None;
        let mut is_tied = false;
        for (n, draft) in here {
            let Some(fit) = address.fit(folded.as_deref(), (&draft.found, &draft.folded)) else {
                continue;
            };
            match best {
                Some((most, _)) if fit < most => {}
                Some((most, _)) if fit == most => is_tied = true,
                _ => (best, is_tied) = (Some((fit, n)), false),
            }
        }
        best.filter(|_| !is_tied).map(|(_, n)| n)
    }

    /// The entity that a mention names.
    pub fn of(&self, (doc, mention): At) -> Option<usize> {
        let id = *self.of.get(doc.0 as usize)?.get(mention as usize)?;
        id.map(|id| id.0 as usize)
    }

    /// Moves all mentions, roles and decisions of one entity to another.
    pub fn merge(&mut self, from: usize, into: usize) {
        let mentions = std::mem::take(&mut self.all[from].mentions);
        let roles = std::mem::take(&mut self.all[from].roles);
        let by = std::mem::take(&mut self.all[from].by);
        self.point(&mentions, Some(into));
        let to = &mut self.all[into];
        to.mentions.extend(mentions);
        to.roles.extend(roles);
        to.by.extend(by);
        order::sort(&mut to.mentions);
        order::sort(&mut to.roles);
    }

    /// Removes some mentions from an entity, with the roles nearest to them, and returns them as a
    /// draft.
    pub fn take(&mut self, entity: usize, gone: &BTreeSet<At>, places: &Places) -> Draft {
        let draft = &mut self.all[entity];
        let nearest = |&(doc, role): &(DocId, Span)| {
            let first = draft.mentions.partition_point(|at| at.0 < doc);
            let here = draft.mentions[first..].iter().take_while(|at| at.0 == doc);
            here.min_by_key(|at| distance(places.span(**at), role))
                .copied()
        };
        let leaves: Vec<bool> = draft
            .roles
            .iter()
            .map(|role| nearest(role).is_some_and(|at| gone.contains(&at)))
            .collect();
        let (mut kept, mut taken) = (Vec::new(), Vec::new());
        for (role, leaves) in draft.roles.drain(..).zip(leaves) {
            if leaves { &mut taken } else { &mut kept }.push(role);
        }
        draft.roles = kept;
        draft.mentions.retain(|at| !gone.contains(at));
        let mentions: Vec<At> = gone.iter().copied().collect();
        let (found, kind) = (draft.found.clone(), draft.kind);
        let name = draft.name.clone();
        self.point(&mentions, None);
        Draft {
            found,
            folded: String::new(),
            name,
            kind,
            mentions,
            roles: taken,
            by: Vec::new(),
        }
    }

    /// Adds an entity with a new id, and returns its index.
    pub fn add(&mut self, mut draft: Draft) -> usize {
        draft.found = Address {
            id: self.ids.take(&slug(&draft.name)),
            name: Some(draft.name.clone()),
            kind: Some(draft.kind),
        };
        draft.folded = fold(&draft.name);
        let number = self.all.len();
        self.point(&draft.mentions, Some(number));
        self.all.push(draft);
        number
    }

    fn point(&mut self, mentions: &[At], to: Option<usize>) {
        for &(doc, mention) in mentions {
            self.of[doc.0 as usize][mention as usize] = to.map(|n| EntityId(n as u32));
        }
    }

    /// The entities that have mentions left, in the order of entities, each with its address and
    /// the decisions that touched it.
    pub fn finish(self) -> (Resolution, Vec<Address>, Vec<Vec<usize>>) {
        let mut places: Vec<usize> = (0..self.all.len())
            .filter(|&n| !self.all[n].mentions.is_empty())
            .collect();
        order::sort_by(&mut places, |&a, &b| {
            let (a, b) = (&self.all[a], &self.all[b]);
            b.mentions
                .len()
                .cmp(&a.mentions.len())
                .then_with(|| a.name.cmp(&b.name))
        });
        let mut now: Vec<Option<EntityId>> = vec![None; self.all.len()];
        for (place, &n) in (0u32..).zip(&places) {
            now[n] = Some(EntityId(place));
        }
        let moved = |id: Option<EntityId>| now[id?.0 as usize];
        let of = self.of.into_iter();
        let of = of.map(|row| row.into_iter().map(moved).collect()).collect();
        let mut all: Vec<Option<Draft>> = self.all.into_iter().map(Some).collect();
        let (mut entities, mut found, mut by) = (Vec::new(), Vec::new(), Vec::new());
        for draft in places.into_iter().filter_map(|n| all[n].take()) {
            entities.push(Entity {
                id: draft.found.id.clone(),
                name: draft.name,
                kind: draft.kind,
                mentions: draft.mentions,
                roles: draft.roles,
            });
            found.push(draft.found);
            by.push(draft.by);
        }
        (Resolution { entities, of }, found, by)
    }
}

/// The number of bytes between two spans; 0 if they overlap.
fn distance(one: Span, other: Span) -> u32 {
    let gap = one
        .start
        .max(other.start)
        .saturating_sub(one.end.min(other.end));
    if one.overlaps(other) { 0 } else { gap }
}
