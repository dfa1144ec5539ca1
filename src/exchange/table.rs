//! The graph as CSV (RFC 4180): a pair a row.

use super::{cell, figure, kind_name};
use crate::entity::Entity;
use crate::graph::Graph;

const COLUMNS: &str = "source,source_name,source_kind,target,target_name,target_kind,count,expected,log_likelihood,npmi";

/// The pairs of a graph, with a row of column names.
pub fn table(graph: &Graph, entities: &[Entity]) -> String {
    let mut table = format!("{COLUMNS}\r\n");
    for edge in &graph.edges {
        let mut cells = Vec::with_capacity(10);
        for id in [edge.entities.0, edge.entities.1] {
            let entity = &entities[id.0 as usize];
            cells.push(cell(&entity.id));
            cells.push(cell(&entity.name));
            cells.push(kind_name(entity.kind).to_owned());
        }
        cells.push(edge.count.to_string());
        cells.extend([edge.expected, edge.log_likelihood, edge.npmi].map(figure));
        table.push_str(&cells.join(","));
        table.push_str("\r\n");
    }
    table
}
