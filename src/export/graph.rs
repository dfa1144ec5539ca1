//! How is the graph written as a table? As CSV, one pair per row.

use std::sync::Arc;

use super::csv::Csv;
use super::figure;
use crate::entity::Entity;
use crate::graph::Graph;

const COLUMNS: &[&str] = &[
    "source",
    "source_name",
    "source_kind",
    "target",
    "target_name",
    "target_kind",
    "count",
    "expected",
    "log_likelihood",
    "npmi",
];

/// The pairs of a graph, with a row of column names.
pub fn graph_csv(graph: &Graph, entities: &[Arc<Entity>]) -> String {
    let mut table = Csv::new(COLUMNS);
    for edge in &graph.edges {
        for id in [edge.entities.0, edge.entities.1] {
            let entity = &entities[id.0 as usize];
            table.text(&entity.id);
            table.text(&entity.name);
            table.text(entity.kind.name());
        }
        table.number(edge.count);
        for measure in [edge.expected, edge.log_likelihood, edge.npmi] {
            table.number(figure(measure));
        }
        table.end();
    }
    table.finish()
}
