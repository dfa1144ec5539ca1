//! Which entities are named together, and how often? A co-occurrence graph, counted unit by unit.

use std::collections::BTreeMap;

use super::context::Context;
use super::edge::{Edge, edge};
use crate::document::{DocId, Document};
use crate::entity::{EntityId, EntityKind, Mention, Resolution};
use crate::order;

/// Options of [`graph`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The unit that must name both entities.
    pub by: Context,
    /// The minimum number of units that name both; 0 counts as 1.
    pub min: usize,
    /// Only entities of this kind; `None` for all.
    pub kind: Option<EntityKind>,
    /// Only pairs with this entity; `None` for all.
    pub entity: Option<EntityId>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            by: Context::default(),
            min: 2,
            kind: None,
            entity: None,
        }
    }
}

/// An entity that is named together with at least one other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// The entity.
    pub entity: EntityId,
    /// The number of units that name it.
    pub units: usize,
}

/// A graph of the entities that are named together.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    /// The unit that was counted.
    pub by: Context,
    /// The number of units in all documents.
    pub units: usize,
    /// The entities with an edge, in entity order.
    pub nodes: Vec<Node>,
    /// In descending order of G², then of count, then in entity order.
    pub edges: Vec<Edge>,
}

/// Builds the graph of the entities in `documents`. `mentions` and `resolution.of` have one row for
/// each document; a document without a row names nothing.
pub fn graph(
    documents: &[Document],
    mentions: &[Vec<Mention>],
    resolution: &Resolution,
    options: &Options,
) -> Graph {
    let mut units = 0;
    let mut named: Vec<usize> = vec![0; resolution.entities.len()];
    let mut together: BTreeMap<(EntityId, EntityId), usize> = BTreeMap::new();
    let is_asked = |id: &EntityId| {
        let kind = resolution.entities[id.0 as usize].kind;
        options.kind.is_none_or(|wanted| wanted == kind)
    };
    for (doc, document) in (0u32..).map(DocId).zip(documents) {
        units += options.by.size(document);
        let row = mentions.get(doc.0 as usize).map_or(&[][..], Vec::as_slice);
        let of = resolution.of.get(doc.0 as usize);
        let mut all: Vec<(usize, EntityId)> = row
            .iter()
            .zip(of.into_iter().flatten())
            .filter_map(|(mention, id)| Some((options.by.unit(document, mention)?, (*id)?)))
            .filter(|(_, id)| is_asked(id))
            .collect();
        order::sort(&mut all);
        all.dedup();
        for here in all.chunk_by(|a, b| a.0 == b.0) {
            for &(_, one) in here {
                named[one.0 as usize] += 1;
            }
            let mut pair = |one: EntityId, other: EntityId| {
                *together
                    .entry((one.min(other), one.max(other)))
                    .or_default() += 1;
            };
            match options.entity {
                Some(id) if here.iter().any(|(_, one)| *one == id) => {
                    let others = here.iter().filter(|(_, other)| *other != id);
                    others.for_each(|&(_, other)| pair(id, other));
                }
                Some(_) => {}
                None => {
                    for (n, &(_, one)) in here.iter().enumerate() {
                        here[n + 1..]
                            .iter()
                            .for_each(|&(_, other)| pair(one, other));
                    }
                }
            }
        }
    }
    let often = together
        .into_iter()
        .filter(|(_, n)| *n >= options.min.max(1));
    let mut edges: Vec<Edge> = often
        .map(|((one, other), count)| {
            let of = (named[one.0 as usize], named[other.0 as usize]);
            edge((one, other), count, of, units)
        })
        .collect();
    let mut met = vec![false; named.len()];
    for (one, other) in edges.iter().map(|edge| edge.entities) {
        met[one.0 as usize] = true;
        met[other.0 as usize] = true;
    }
    let node = |(n, units): (u32, &usize)| Node {
        entity: EntityId(n),
        units: *units,
    };
    let nodes = (0u32..).zip(&named).filter(|(n, _)| met[*n as usize]);
    let nodes = nodes.map(node).collect();
    order::sort_by(&mut edges, |a, b| {
        let measured = b.log_likelihood.total_cmp(&a.log_likelihood);
        measured.then(b.count.cmp(&a.count))
    });
    Graph {
        by: options.by,
        units,
        nodes,
        edges,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::{mentions, resolve};

    const TEXTS: [&str; 2] = [
        "Ana Paz met Bo Lund. Chile voted.\n\nAna Paz and Chile agreed.\n\nPeru waited.",
        "Bo Lund and Ana Paz left. Bo Lund left Ana Paz.",
    ];

    /// Checks the edges of [`TEXTS`]: "one other count", highest G² first.
    fn check(options: Options, units: usize, expected: &[&str]) {
        let documents: Vec<_> = TEXTS.iter().map(|t| Document::from_text("a", t)).collect();
        let found: Vec<_> = documents.iter().map(mentions).collect();
        let resolution = resolve(&documents, &found);
        let graph = graph(&documents, &found, &resolution, &options);
        let id = |id: EntityId| resolution.entities[id.0 as usize].id.as_str();
        let edges = graph.edges.iter();
        let lines: Vec<_> = edges
            .map(|e| format!("{} {} {}", id(e.entities.0), id(e.entities.1), e.count))
            .collect();
        assert_eq!(
            (graph.units, lines),
            (units, expected.iter().map(|e| e.to_string()).collect())
        );
        assert!(graph.nodes.iter().all(|node| {
            let at = |e: &Edge| e.entities.0 == node.entity || e.entities.1 == node.entity;
            graph.edges.iter().any(at)
        }));
    }

    #[test]
    fn pairs_by_unit() {
        let by = |by, min| Options {
            by,
            min,
            ..Options::default()
        };
        check(
            by(Context::Sentence, 1),
            6,
            &["ana-paz bo-lund 3", "ana-paz chile 1"],
        );
        check(by(Context::Sentence, 2), 6, &["ana-paz bo-lund 3"]);
        check(
            by(Context::Paragraph, 2),
            4,
            &["ana-paz bo-lund 2", "ana-paz chile 2"],
        );
        check(by(Context::Article, 2), 2, &["ana-paz bo-lund 2"]);
    }

    #[test]
    fn narrowed() {
        let people = Options {
            by: Context::Sentence,
            min: 1,
            kind: Some(EntityKind::Person),
            entity: None,
        };
        check(people, 6, &["ana-paz bo-lund 3"]);
    }
}
