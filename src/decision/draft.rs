//! How are entities changed? Drafts: mutable entities while decisions are replayed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Address;
use super::locate::Places;
use super::trace::Traces;
use crate::document::DocId;
use crate::entity::{Entity, EntityId, EntityKind, Resolution, slug};
use crate::order;
use crate::text::{Span, UniqueNames};

/// A mention, by document and index.
pub(super) type At = (DocId, u32);

/// An entity that decisions touch, with the address under which it was found and the decisions that
/// touched it.
pub(super) struct Draft {
    pub found: Address,
    pub name: String,
    pub kind: EntityKind,
    pub mentions: Vec<At>,
    pub roles: Vec<(DocId, Span)>,
    pub by: Vec<usize>,
}

/// The entities that were found, and drafts of those that decisions touch; one without mentions is
/// removed at the end. Untouched entities are not copied.
pub(super) struct Drafts<'a> {
    resolution: &'a Resolution,
    /// By number; those that a split added come after those that were found.
    drafts: BTreeMap<usize, Draft>,
    /// How many entities there are, removed ones included.
    count: usize,
    /// The entities of those mentions whose entity changed.
    moved: BTreeMap<At, Option<usize>>,
    ids: Option<UniqueNames>,
}

impl<'a> Drafts<'a> {
    pub fn new(resolution: &'a Resolution) -> Self {
        Self {
            resolution,
            drafts: BTreeMap::new(),
            count: resolution.entities.len(),
            moved: BTreeMap::new(),
            ids: None,
        }
    }

    /// The draft of an entity.
    pub fn draft(&mut self, n: usize) -> &mut Draft {
        let resolution = self.resolution;
        self.drafts.entry(n).or_insert_with(|| {
            let entity = &resolution.entities[n];
            Draft {
                found: Address::of(entity),
                name: entity.name.clone(),
                kind: entity.kind,
                mentions: entity.mentions.clone(),
                roles: entity.roles.clone(),
                by: Vec::new(),
            }
        })
    }

    /// The entity that an address fits best; `None` if none fits, or two fit equally well.
    pub fn find(&self, address: &Address) -> Option<usize> {
        let folded = address.folded();
        let whole = self.by_id(&address.id);
        if let Some(n) =
            whole.filter(|&n| self.fit(address, folded.as_deref(), n) == Some(Address::BEST))
        {
            return Some(n);
        }
        let mut best: Option<(u8, usize)> = None;
        let mut is_tied = false;
        for n in (0..self.count).filter(|&n| self.is_here(n)) {
            let Some(fit) = self.fit(address, folded.as_deref(), n) else {
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

    /// The entity that was found under an id, if it is still here.
    fn by_id(&self, id: &str) -> Option<usize> {
        let added = self.drafts.range(self.resolution.entities.len()..);
        let mut added = added.filter(|(_, draft)| draft.found.id == id);
        let found = || {
            self.resolution
                .entities
                .iter()
                .position(|entity| entity.id == id)
        };
        let n = added.next().map(|(n, _)| *n).or_else(found);
        n.filter(|&n| self.is_here(n))
    }

    /// Whether an entity has mentions left.
    fn is_here(&self, n: usize) -> bool {
        self.drafts
            .get(&n)
            .is_none_or(|draft| !draft.mentions.is_empty())
    }

    fn fit(&self, address: &Address, folded: Option<&str>, n: usize) -> Option<u8> {
        match self.drafts.get(&n) {
            Some(Draft { found, .. }) => address.fit(
                folded,
                (
                    &found.id,
                    found.name.as_deref().unwrap_or_default(),
                    found.kind,
                ),
            ),
            None => {
                let entity = self.resolution.entities.get(n)?;
                address.fit(folded, (&entity.id, &entity.name, Some(entity.kind)))
            }
        }
    }

    /// The entity that a mention names.
    pub fn of(&self, at: At) -> Option<usize> {
        let found = || {
            let (doc, mention) = at;
            let id = *self
                .resolution
                .of
                .get(doc.0 as usize)?
                .get(mention as usize)?;
            id.map(|id| id.0 as usize)
        };
        self.moved.get(&at).copied().unwrap_or_else(found)
    }

    /// Moves all mentions, roles and decisions of one entity to another.
    pub fn merge(&mut self, from: usize, into: usize) {
        let gone = self.draft(from);
        let mentions = std::mem::take(&mut gone.mentions);
        let roles = std::mem::take(&mut gone.roles);
        let by = std::mem::take(&mut gone.by);
        self.point(&mentions, Some(into));
        let to = self.draft(into);
        to.mentions.extend(mentions);
        to.roles.extend(roles);
        to.by.extend(by);
        order::sort(&mut to.mentions);
        order::sort(&mut to.roles);
    }

    /// Removes some mentions from an entity, with the roles nearest to them, and returns them as a
    /// draft.
    pub fn take(&mut self, entity: usize, gone: &BTreeSet<At>, places: &Places) -> Draft {
        let draft = self.draft(entity);
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
            name,
            kind,
            mentions,
            roles: taken,
            by: Vec::new(),
        }
    }

    /// Adds an entity with a new id, and returns its number.
    pub fn add(&mut self, mut draft: Draft) -> usize {
        let found = self.resolution.entities.iter();
        let ids = self
            .ids
            .get_or_insert_with(|| found.map(|e| e.id.as_str()).collect());
        draft.found = Address {
            id: ids.take(&slug(&draft.name)),
            name: Some(draft.name.clone()),
            kind: Some(draft.kind),
        };
        let number = self.count;
        self.count += 1;
        self.point(&draft.mentions, Some(number));
        self.drafts.insert(number, draft);
        number
    }

    fn point(&mut self, mentions: &[At], to: Option<usize>) {
        self.moved.extend(mentions.iter().map(|&at| (at, to)));
    }

    /// The entities that have mentions left, in the order of entities, with the traces of decisions.
    pub fn finish(self) -> (Resolution, Traces) {
        let Self {
            resolution,
            mut drafts,
            count,
            moved,
            ..
        } = self;
        let mut traces = Traces::default();
        let mut all: Vec<(usize, Arc<Entity>)> = Vec::with_capacity(count);
        for n in 0..count {
            let entity = match drafts.get_mut(&n) {
                None => resolution.entities[n].clone(),
                Some(draft) if draft.mentions.is_empty() => continue,
                Some(draft) => Arc::new(Entity {
                    id: draft.found.id.clone(),
                    name: std::mem::take(&mut draft.name),
                    kind: draft.kind,
                    mentions: std::mem::take(&mut draft.mentions),
                    roles: std::mem::take(&mut draft.roles),
                }),
            };
            all.push((n, entity));
        }
        order::sort_by(&mut all, |(_, a), (_, b)| {
            let longest = b.mentions.len().cmp(&a.mentions.len());
            longest.then_with(|| a.name.cmp(&b.name))
        });
        let mut now: Vec<Option<EntityId>> = vec![None; count];
        for (place, (n, _)) in (0u32..).zip(&all) {
            now[*n] = Some(EntityId(place));
            if let Some(mut draft) = drafts.remove(n) {
                order::sort(&mut draft.by);
                draft.by.dedup();
                traces.0.insert(EntityId(place), (draft.found, draft.by));
            }
        }
        let moved_id = |id: &Option<EntityId>| now[(*id)?.0 as usize];
        let rows = resolution.of.iter();
        let mut of: Vec<Vec<_>> = rows.map(|row| row.iter().map(moved_id).collect()).collect();
        for ((doc, mention), to) in moved {
            of[doc.0 as usize][mention as usize] = to.and_then(|n| now[n]);
        }
        let entities = all.into_iter().map(|(_, entity)| entity).collect();
        (Resolution { entities, of }, traces)
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
