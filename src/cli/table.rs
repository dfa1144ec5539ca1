//! In which form are rows printed? As JSON Lines, as CSV, or as text for people.

use corpus_explorer::export::{BYTE_ORDER_MARK, rows_csv};
use serde::Serialize;

use super::argument::{CsvArgs, FormArgs};
use super::outcome::Failure;
use super::output;

/// Prints a table that is CSV.
///
/// # Errors
/// When the output cannot be written.
pub fn print_csv(args: &CsvArgs, table: &str) -> Result<(), Failure> {
    let mark = if args.no_bom { "" } else { BYTE_ORDER_MARK };
    output::print(&[mark, table].concat())
}

/// Prints rows in the form that was chosen; `text` writes them for people.
///
/// # Errors
/// When the output cannot be written.
pub fn print_rows<T: Serialize>(
    form: &FormArgs,
    rows: &[T],
    text: impl FnOnce(&[T]) -> String,
) -> Result<(), Failure> {
    if form.csv {
        return print_csv(&form.table, &rows_csv(rows)?);
    }
    if !form.json {
        return output::print(&text(rows));
    }
    output::print_lines(rows)
}
