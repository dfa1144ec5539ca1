//! Do tabs separate the cells of a table? A recognizer of adjacent lines with equally many tabs.

use std::cell::OnceCell;

use crate::line::{ends_sentence, words};
use crate::text::Span;

/// The longest cell, in bytes.
const CELL: usize = 120;

/// The lines of a text that are rows of tables, computed on the first tab.
#[derive(Default)]
pub struct Rows(OnceCell<Vec<Span>>);

impl Rows {
    /// Whether a byte is in a row.
    pub fn hold(&self, text: &str, at: usize) -> bool {
        let rows = self.0.get_or_init(|| rows(text));
        let before = rows.partition_point(|row| row.end as usize <= at);
        rows.get(before)
            .is_some_and(|row| row.contains_offset(at as u32))
    }
}

/// The rows of a text, in order.
fn rows(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        lines.push((tabs(line), Span::new(start, start + line.len())));
        start += line.len() + 1;
    }
    let tables = lines.chunk_by(|a, b| a.0 == b.0).filter(|lines| {
        // Two columns may be a list, or a dialogue.
        match lines[0].0 {
            0 => false,
            1 => lines.len() > 2,
            _ => lines.len() > 1,
        }
    });
    tables.flatten().map(|line| line.1).collect()
}

/// The number of tabs between the cells of a line; 0 if it cannot be a row.
fn tabs(line: &str) -> usize {
    let cells = || line.split('\t').map(str::trim);
    let filled = cells()
        .filter(|cell| cell.contains(char::is_alphanumeric))
        .count();
    let first = cells().next().unwrap_or_default();
    let numbered = first.len() <= 4 && first.ends_with(['.', ')']);
    let fits = filled > 1
        && cells().all(|cell| cell.len() <= CELL)
        && !line.contains('|')
        && !first.ends_with(':')
        && !numbered;
    let tabs = line.matches('\t').count();
    // "Ann", "I think so, yes.": two columns contain values, not sentences.
    let spoken = || cells().any(|cell| words(cell) > 2 && ends_sentence(cell));
    if fits && (tabs > 1 || !spoken()) {
        tabs
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = rows(text).iter().map(|row| row.slice(text)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn tables() {
        check(
            "Ports:\nOslo\t12\t3\nRiga\t9\t\nIt rained.",
            &["Oslo\t12\t3", "Riga\t9\t"],
        );
        check(
            "Oslo\t12\r\nRiga\t9\r\nKiel\t7",
            &["Oslo\t12\r", "Riga\t9\r", "Kiel\t7"],
        );
    }

    #[test]
    fn other_tabs() {
        for text in [
            "",
            "\tIt rained.\n\tIt rained.\n\tIt rained.",
            "1.\tOslo\n2.\tRiga\n3.\tKiel",
            "•\tOslo\n•\tRiga\n•\tKiel",
            "Ann:\tWhere?\nBo:\tHere.\nAnn:\tOh.",
            "Ann\tWhere is it, then?\nBo\tIt is here.\nAnn\tI see it now.",
            "Oslo\t12\t3",
            "Oslo\t12\nRiga\t9",
        ] {
            check(text, &[]);
        }
    }
}
