//! How is the graph written for Gephi, yEd, NetworkX and igraph? As GraphML
//! (graphml.graphdrawing.org).

use std::sync::Arc;

use super::figure;
use super::xml::Xml;
use crate::entity::{Entity, EntityId};
use crate::graph::{Context, Graph};

const NAMESPACES: [(&str, &str); 3] = [
    ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    (
        "xsi:schemaLocation",
        "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
    ),
];

/// Attributes by element, name, type and meaning.
const KEYS: &[(&str, &str, &str, &str)] = &[
    ("node", "label", "string", "name"),
    ("node", "kind", "string", "kind of entity"),
    ("node", "mentions", "int", "number of mentions"),
    ("node", "units", "int", "number of units that name it"),
    ("edge", "weight", "int", "number of units that name both"),
    ("edge", "expected", "double", "number expected by chance"),
    (
        "edge",
        "logLikelihood",
        "double",
        "G² (Dunning 1993), negative below chance",
    ),
    (
        "edge",
        "npmi",
        "double",
        "normalised pointwise mutual information (Bouma 2009)",
    ),
];

/// An undirected graph; the ids of its nodes are those of entities, each edge weighs its count.
pub fn graphml(graph: &Graph, entities: &[Arc<Entity>]) -> String {
    let mut xml = Xml::new();
    xml.open("graphml", &NAMESPACES);
    for (element, name, kind, meaning) in KEYS {
        let attributes = [
            ("id", *name),
            ("for", element),
            ("attr.name", name),
            ("attr.type", kind),
        ];
        xml.open("key", &attributes);
        xml.element("desc", &[], meaning);
        xml.close();
    }
    let by = match graph.by {
        Context::Sentence => "sentences",
        Context::Paragraph => "paragraphs",
        Context::Article => "articles",
    };
    xml.open("graph", &[("id", "names"), ("edgedefault", "undirected")]);
    let scope = format!("names that occur together in {} {by}", graph.units);
    xml.element("desc", &[], &scope);
    for node in &graph.nodes {
        let entity = &entities[node.entity.0 as usize];
        xml.open("node", &[("id", entity.id.as_str())]);
        values(
            &mut xml,
            [
                ("label", entity.name.clone()),
                ("kind", entity.kind.name().to_owned()),
                ("mentions", entity.mentions.len().to_string()),
                ("units", node.units.to_string()),
            ],
        );
        xml.close();
    }
    for edge in &graph.edges {
        let id = |id: EntityId| entities[id.0 as usize].id.as_str();
        let (source, target) = edge.entities;
        xml.open("edge", &[("source", id(source)), ("target", id(target))]);
        values(
            &mut xml,
            [
                ("weight", edge.count.to_string()),
                ("expected", figure(edge.expected)),
                ("logLikelihood", figure(edge.log_likelihood)),
                ("npmi", figure(edge.npmi)),
            ],
        );
        xml.close();
    }
    xml.finish()
}

/// The values of a node or an edge by their keys.
fn values(xml: &mut Xml, values: [(&str, String); 4]) {
    for (key, value) in &values {
        xml.element("data", &[("key", *key)], value);
    }
}
