//! Who is named together with whom, how often, and is it more than chance?
//!
//! Two entities are together in a unit (a sentence, a paragraph or an article) that names both. The
//! measures rest on how many units name each of them, and on how many units there are: G² as for
//! words in company, and normalised pointwise mutual information (G. Bouma, "Normalized (pointwise)
//! mutual information in collocation extraction", 2009), which is −1 for entities that never meet, 0
//! for chance, and 1 for two that are only named together.

use std::collections::BTreeMap;

use crate::document::{DocId, Document};
use crate::entity::{EntityId, EntityKind, Mention, Resolution};
use crate::order;
use crate::search::log_likelihood;

/// What two entities must share to be named together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// A sentence.
    Sentence,
    /// A paragraph, or another block.
    #[default]
    Paragraph,
    /// An article.
    Article,
}

/// What is asked of a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What two entities must share.
    pub by: Unit,
    /// How many units must name both.
    pub min: usize,
    /// Only entities of this kind.
    pub kind: Option<EntityKind>,
    /// Only pairs with this entity.
    pub entity: Option<EntityId>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            by: Unit::default(),
            min: 2,
            kind: None,
            entity: None,
        }
    }
}

/// An entity that is named together with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// Which one.
    pub entity: EntityId,
    /// How many units name it.
    pub units: usize,
}

/// Two entities that are named together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// The two; the more mentioned one first.
    pub entities: (EntityId, EntityId),
    /// How many units name both.
    pub count: usize,
    /// How many would by chance.
    pub expected: f64,
    /// G², with a minus where they are together less often than by chance.
    pub log_likelihood: f64,
    /// Normalised pointwise mutual information, −1 to 1.
    pub npmi: f64,
}

/// Entities that are named together, and how often.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    /// What they share.
    pub by: Unit,
    /// How many units the documents have.
    pub units: usize,
    /// Those that an edge leads to, in entity order.
    pub nodes: Vec<Node>,
    /// Highest G² first, then most often together, then in entity order.
    pub edges: Vec<Edge>,
}

/// The graph of the entities of documents.
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
        units += size(document, options.by);
        let row = mentions.get(doc.0 as usize).map_or(&[][..], Vec::as_slice);
        let of = resolution.of.get(doc.0 as usize);
        let mut all: Vec<(usize, EntityId)> = row
            .iter()
            .zip(of.into_iter().flatten())
            .filter_map(|(mention, id)| Some((unit(document, mention, options.by)?, (*id)?)))
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

/// How many units a document has.
fn size(document: &Document, by: Unit) -> usize {
    match by {
        Unit::Sentence => document.sentences.len(),
        Unit::Paragraph => document.blocks.len(),
        Unit::Article => 1,
    }
}

/// The unit of a document where a mention starts.
fn unit(document: &Document, mention: &Mention, by: Unit) -> Option<usize> {
    let at = mention.span.start;
    let before = match by {
        Unit::Sentence => document.sentences.partition_point(|s| s.start <= at),
        Unit::Paragraph => document.blocks.partition_point(|b| b.span.start <= at),
        Unit::Article => 1,
    };
    before.checked_sub(1)
}

fn edge(
    entities: (EntityId, EntityId),
    count: usize,
    (one, other): (usize, usize),
    units: usize,
) -> Edge {
    let expected = one as f64 * other as f64 / units as f64;
    let sure = log_likelihood(count, one, other, units);
    let shared = count as f64 / units as f64;
    let information = (count as f64 / expected).ln();
    Edge {
        entities,
        count,
        expected,
        log_likelihood: if (count as f64) < expected {
            -sure
        } else {
            sure
        },
        // Two that all units name tell nothing of each other.
        npmi: if count == units {
            0.0
        } else {
            information / -shared.ln()
        },
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
            by(Unit::Sentence, 1),
            6,
            &["ana-paz bo-lund 3", "ana-paz chile 1"],
        );
        check(by(Unit::Sentence, 2), 6, &["ana-paz bo-lund 3"]);
        check(
            by(Unit::Paragraph, 2),
            4,
            &["ana-paz bo-lund 2", "ana-paz chile 2"],
        );
        check(by(Unit::Article, 2), 2, &["ana-paz bo-lund 2"]);
    }

    #[test]
    fn narrowed() {
        let people = Options {
            by: Unit::Sentence,
            min: 1,
            kind: Some(EntityKind::Person),
            entity: None,
        };
        check(people, 6, &["ana-paz bo-lund 3"]);
    }

    #[test]
    fn measures_of_known_counts() {
        let ids = (EntityId(0), EntityId(1));
        let apart = edge(ids, 5, (50, 10), 100);
        assert_eq!(apart.expected, 5.0);
        assert!(apart.log_likelihood.abs() < 1e-9 && apart.npmi.abs() < 1e-9);
        let one = edge(ids, 10, (10, 10), 100);
        assert!((one.npmi - 1.0).abs() < 1e-9 && one.log_likelihood > 60.0);
        let shy = edge(ids, 1, (50, 50), 100);
        assert!(shy.npmi < 0.0 && shy.log_likelihood < 0.0);
        assert_eq!(edge(ids, 3, (3, 3), 3).npmi, 0.0);
    }
}
