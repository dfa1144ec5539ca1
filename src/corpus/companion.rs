//! Who is named, and together with whom? Queries of a corpus about entities in the same block.

use std::collections::BTreeMap;

use super::state::Corpus;
use crate::document::DocId;
use crate::entity::EntityId;
use crate::export::Named;
use crate::graph::{self, Graph};
use crate::order;
use crate::text::Span;

impl Corpus {
    /// The entities named in the same blocks as `entity`, with the number of those blocks, most
    /// first, then in entity order.
    pub fn companions(&self, entity: EntityId) -> Vec<(EntityId, usize)> {
        let mut counts: BTreeMap<EntityId, usize> = BTreeMap::new();
        let mut last = None;
        for &(doc, mention) in &self.entities()[entity.0 as usize].mentions {
            let at = self.mentions(doc)[mention as usize].span.start;
            let block = self.document(doc).block_at(at);
            if last.replace((doc, block)) == Some((doc, block)) {
                continue;
            }
            for other in self.entities_in(doc, self.document(doc).blocks[block].span) {
                *counts.entry(other).or_default() += usize::from(other != entity);
            }
        }
        let mut companions: Vec<_> = counts.into_iter().filter(|&(_, n)| n > 0).collect();
        order::sort_by_key(&mut companions, |&(id, n)| (std::cmp::Reverse(n), id));
        companions
    }

    /// The distinct entities named inside a span, in entity order.
    fn entities_in(&self, doc: DocId, span: Span) -> Vec<EntityId> {
        let mentions = self.mentions(doc);
        let first = mentions.partition_point(|m| m.span.start < span.start);
        let mut found: Vec<EntityId> = mentions[first..]
            .iter()
            .take_while(|m| m.span.end <= span.end)
            .enumerate()
            .filter_map(|(n, _)| self.entity_of(doc, (first + n) as u32))
            .collect();
        order::sort(&mut found);
        found.dedup();
        found
    }

    /// The graph of entities that are named together.
    pub fn graph(&self, options: &graph::Options) -> Graph {
        graph::graph(&self.documents, &self.mentions, self.resolution(), options)
    }

    /// The mentions of each document with their entities, without those that people ignore.
    pub fn named(&self) -> Vec<Vec<Named>> {
        let of = |doc: DocId| {
            let numbered = (0u32..).zip(self.mentions(doc));
            let kept = numbered.filter(|(n, _)| !self.is_ignored(doc, *n));
            kept.map(|(n, mention)| Named {
                span: mention.span,
                kind: mention.kind,
                entity: self.entity_of(doc, n),
            })
            .collect()
        };
        self.ids().map(of).collect()
    }
}
