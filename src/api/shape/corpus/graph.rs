//! Who is named together with whom?

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

names! {
    /// What two entities share that are named together.
    GraphUnit = graph::Context { Sentence, Paragraph, Article }
}
