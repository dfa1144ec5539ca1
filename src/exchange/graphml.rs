//! The graph as GraphML (graphml.graphdrawing.org), which Gephi, yEd, NetworkX and igraph read.

use super::xml::escaped;
use super::{figure, kind_name};
use crate::entity::Entity;
use crate::graph::{Context, Graph};

/// Attributes by element, name, type and what they say.
const KEYS: &[(&str, &str, &str, &str)] = &[
    ("node", "label", "string", "its name"),
    ("node", "kind", "string", "what it is"),
    ("node", "mentions", "int", "how often it is named"),
    ("node", "units", "int", "how many units name it"),
    ("edge", "weight", "int", "how many units name both"),
    ("edge", "expected", "double", "how many would by chance"),
    (
        "edge",
        "logLikelihood",
        "double",
        "G² (Dunning 1993), with a minus below chance",
    ),
    (
        "edge",
        "npmi",
        "double",
        "normalised pointwise mutual information (Bouma 2009)",
    ),
];

/// An undirected graph; the ids of its nodes are those of entities, each edge weighs its count.
pub fn graphml(graph: &Graph, entities: &[Entity]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns \
         http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n",
    );
    for (element, name, kind, said) in KEYS {
        xml.push_str(&format!(
            "  <key id=\"{name}\" for=\"{element}\" attr.name=\"{name}\" attr.type=\"{kind}\"><desc>{said}</desc></key>\n"
        ));
    }
    let by = match graph.by {
        Context::Sentence => "sentences",
        Context::Paragraph => "paragraphs",
        Context::Article => "articles",
    };
    xml.push_str(&format!(
        "  <graph id=\"names\" edgedefault=\"undirected\">\n    <desc>names together in {by}, of {}</desc>\n",
        graph.units
    ));
    for node in &graph.nodes {
        let entity = &entities[node.entity.0 as usize];
        let (label, mentions) = (escaped(&entity.name), entity.mentions.len().to_string());
        let values = [
            ("label", label.as_str()),
            ("kind", kind_name(entity.kind)),
            ("mentions", &mentions),
            ("units", &node.units.to_string()),
        ];
        xml.push_str(&format!(
            "    <node id=\"{}\">{}</node>\n",
            escaped(&entity.id),
            told(&values)
        ));
    }
    for edge in &graph.edges {
        let id = |id: crate::entity::EntityId| escaped(&entities[id.0 as usize].id);
        let values = [
            ("weight", &*edge.count.to_string()),
            ("expected", &figure(edge.expected)),
            ("logLikelihood", &figure(edge.log_likelihood)),
            ("npmi", &figure(edge.npmi)),
        ];
        xml.push_str(&format!(
            "    <edge source=\"{}\" target=\"{}\">{}</edge>\n",
            id(edge.entities.0),
            id(edge.entities.1),
            told(&values)
        ));
    }
    xml.push_str("  </graph>\n</graphml>\n");
    xml
}

fn told(values: &[(&str, &str)]) -> String {
    let one = |(key, value): &(&str, &str)| format!("<data key=\"{key}\">{value}</data>");
    values.iter().map(one).collect()
}
