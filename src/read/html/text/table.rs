//! Does a table show data? A classifier that rejects tables used only for page layout.

use crate::read::html::tree::Tree;

/// The most characters of a cell.
const CELL: usize = 300;

/// Whether a table is a grid: at least two rows and two columns, short cells, no nested table.
pub fn is_grid(tree: &Tree, at: usize) -> bool {
    if matches!(tree.attribute(at, "role"), Some("presentation" | "none")) {
        return false;
    }
    let (mut rows, mut cells, mut chars, mut widest) = (0, 0, 0, 0);
    for node in at + 1..tree.nodes[at].end {
        match tree.tag(node) {
            "table" | "h1" | "h2" | "form" | "article" | "blockquote" => return false,
            "tr" => {
                rows += 1;
                cells = 0;
            }
            "td" | "th" => {
                cells += 1;
                widest = widest.max(cells);
                chars = 0;
            }
            "" => {
                chars += tree.nodes[node].text.trim().len();
                if chars > CELL {
                    return false;
                }
            }
            _ => {}
        }
    }
    rows >= 2 && widest >= 2
}
