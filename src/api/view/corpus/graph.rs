//! Who is named together with whom, and what other programs read of names.

use super::View;
use super::concordance::rounded;
use crate::api::shape::*;
use crate::entity::{Entity, EntityId};
use crate::exchange;
use crate::graph::{Edge, Graph, Node, Options};

impl View {
    /// The entities that are named together.
    pub fn graph(&self, options: &GraphOptions) -> GraphView {
        let graph = self.drawn(options);
        let entity = |id: EntityId| &self.corpus.entities()[id.0 as usize];
        let node = |node: &Node| {
            let Entity {
                id,
                name,
                kind,
                mentions,
                ..
            } = entity(node.entity);
            GraphNode {
                id: id.clone(),
                name: name.clone(),
                kind: (*kind).into(),
                mentions: mentions.len() as u32,
                units: node.units as u32,
            }
        };
        let edge = |edge: &Edge| GraphEdge {
            source: entity(edge.entities.0).id.clone(),
            target: entity(edge.entities.1).id.clone(),
            count: edge.count as u32,
            expected: rounded(edge.expected),
            log_likelihood: rounded(edge.log_likelihood),
            npmi: rounded(edge.npmi),
        };
        GraphView {
            by: graph.by.into(),
            units: graph.units as u32,
            nodes: graph.nodes.iter().map(node).collect(),
            edges: graph.edges.iter().map(edge).collect(),
        }
    }

    /// The same as a file for other programs.
    pub fn graph_text(&self, form: GraphForm, options: &GraphOptions) -> String {
        match form {
            GraphForm::Csv => exchange::table(&self.drawn(options), self.corpus.entities()),
            GraphForm::Graphml => exchange::graphml(&self.drawn(options), self.corpus.entities()),
            // Strings and numbers alone: their serialisation cannot fail.
            GraphForm::Json => {
                serde_json::to_string_pretty(&self.graph(options)).unwrap_or_default() + "\n"
            }
        }
    }

    /// All mentions as a file for other programs. Offsets of CoNLL count the unit of this view, those
    /// of JSON-LD code points, as its standard asks.
    pub fn mentions_text(&self, form: MentionForm) -> String {
        let (documents, named) = (self.corpus.documents(), self.corpus.named());
        match form {
            MentionForm::Conll => {
                exchange::conll(documents, &named, self.corpus.entities(), self.unit)
            }
            MentionForm::JsonLd => {
                let records = self.corpus.records().iter();
                let addresses: Vec<_> = records.map(|r| r.source.address.as_deref()).collect();
                exchange::json_ld(documents, &named, self.corpus.entities(), &addresses)
            }
        }
    }

    fn drawn(&self, options: &GraphOptions) -> Graph {
        let usual = Options::default();
        let entity = options.entity.as_deref();
        self.corpus.graph(&Options {
            by: options.by.map_or(usual.by, Into::into),
            min: options.min.map_or(usual.min, |min| min as usize),
            kind: options.kind.map(Into::into),
            // No entity has the number after the last.
            entity: entity.map(|id| self.corpus.entity(id).unwrap_or(EntityId(u32::MAX))),
        })
    }
}
