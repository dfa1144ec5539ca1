//! The graph as CSV (RFC 4180): a pair a row.

use super::{figure, kind_name};
use crate::entity::Entity;
use crate::graph::Graph;

const COLUMNS: &str = "source,source_name,source_kind,target,target_name,target_kind,count,expected,log_likelihood,npmi";

/// The pairs of a graph, with a row of column names.
///
/// A spreadsheet takes a cell that opens with `=`, `+`, `-` or `@` for a formula and runs it. Names come
/// from articles of anybody, so such a name has an apostrophe before it, as spreadsheets write text.
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

/// A text that no spreadsheet runs.
fn cell(text: &str) -> String {
    let is_formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let text = if is_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', '"', '\n', '\r', ';', '\t']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_are_text() {
        for (text, expected) in [
            ("Ana Paz", "Ana Paz"),
            ("Paz, Ana", "\"Paz, Ana\""),
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2", "'-2"),
            ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
