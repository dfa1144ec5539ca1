//! Who is named together with whom.

use super::EntityKind;
use crate::graph;

shapes! {
    /// An entity that is named together with another.
    GraphNode {
        id: String,
        name: String,
        kind: EntityKind,
        mentions: u32,
        /// How many sentences, paragraphs or articles name it.
        units: u32,
    }

    /// Two entities that are named together; fractions have three decimals.
    GraphEdge {
        source: String,
        target: String,
        /// How many sentences, paragraphs or articles name both.
        count: u32,
        /// How many would by chance.
        expected: f64,
        /// G² of Dunning (1993), with a minus where they are together less often than by chance.
        log_likelihood: f64,
        /// Normalised pointwise mutual information of Bouma (2009), −1 to 1.
        npmi: f64,
    }

    /// Entities that are named together, those surest of no chance first.
    GraphView {
        by: GraphUnit,
        /// How many sentences, paragraphs or articles there are.
        units: u32,
        nodes: Vec<GraphNode>,
        edges: Vec<GraphEdge>,
    }
}

options! {
    /// Options of `graph`.
    GraphOptions {
        /// What two entities must share; paragraphs unless said.
        by: GraphUnit,
        /// How many must name both, from 1; 2 unless said.
        min: u32,
        /// Only entities of this kind.
        kind: EntityKind,
        /// Only pairs with the entity of this id, which is here.
        entity: String,
    }
}

names! {
    /// What two entities share that are named together.
    GraphUnit = graph::Context { Sentence, Paragraph, Article }
}

/// How a graph is written for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum GraphForm {
    /// A pair a row.
    Csv,
    /// The answer of `graph`.
    Json,
    /// For Gephi, yEd, NetworkX and others.
    Graphml,
}

/// How mentions are written for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum MentionForm {
    /// A token a line, BIO tags.
    Conll,
    /// W3C Web Annotations.
    JsonLd,
}
