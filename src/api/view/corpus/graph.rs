//! Who is named together with whom, and what other programs read of names.

use super::View;
use super::argument::within;
use super::concordance::rounded;
use crate::api::options::*;
use crate::api::shape::*;
use crate::entity::{Entity, EntityId};
use crate::error::ReadError;
use crate::export;
use crate::graph::{Edge, Graph, Node, Options};

impl View {
    /// The entities that are named together.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when the entity that it names is not here, or
    /// `min` is 0.
    pub fn graph(&self, options: &GraphOptions) -> Result<GraphView, ReadError> {
        let graph = self.drawn(options)?;
        let entity = |id: EntityId| &self.corpus.entities()[id.0 as usize];
        let node = |node: &Node| {
            let Entity {
                id,
                name,
                kind,
                mentions,
                ..
            } = &**entity(node.entity);
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
        Ok(GraphView {
            by: graph.by.into(),
            units: graph.units as u32,
            nodes: graph.nodes.iter().map(node).collect(),
            edges: graph.edges.iter().map(edge).collect(),
        })
    }

    /// The same as a file for other programs.
    ///
    /// # Errors
    /// As [`View::graph`].
    pub fn graph_text(&self, form: GraphForm, options: &GraphOptions) -> Result<String, ReadError> {
        let entities = self.corpus.entities();
        Ok(match form {
            GraphForm::Csv => export::graph_csv(&self.drawn(options)?, entities),
            GraphForm::Graphml => export::graphml(&self.drawn(options)?, entities),
            // Strings and numbers alone: their serialisation cannot fail.
            GraphForm::Json => {
                serde_json::to_string_pretty(&self.graph(options)?).unwrap_or_default() + "\n"
            }
        })
    }

    /// All mentions as a file for other programs. Offsets of CoNLL count the unit of this view,
    /// those of JSON-LD code points, as its standard asks.
    pub fn mentions_text(&self, form: MentionForm) -> String {
        let (documents, named) = (self.corpus.documents(), self.corpus.named());
        match form {
            MentionForm::Conll => {
                export::conll(documents, &named, self.corpus.entities(), self.unit)
            }
            MentionForm::JsonLd => {
                let addresses = self.corpus.addresses();
                export::mention_json_ld(documents, &named, self.corpus.entities(), &addresses)
            }
        }
    }

    fn drawn(&self, options: &GraphOptions) -> Result<Graph, ReadError> {
        let usual = Options::default();
        Ok(self.corpus.graph(&Options {
            by: options.by.map_or(usual.by, Into::into),
            min: within("min", options.min, 1..=u32::MAX, usual.min)?,
            kind: options.kind.map(Into::into),
            entity: self.known_entity(options.entity.as_ref())?,
        }))
    }
}
