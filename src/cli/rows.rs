//! In which form are rows printed? As JSON Lines, as a table for a spreadsheet, or in words.

use std::io;

use clap::Args;
use corpus_explorer::export::{BYTE_ORDER_MARK, rows_csv};
use serde::Serialize;

use super::{Failure, file};

/// The form of the output.
#[derive(Debug, Args)]
pub struct FormArgs {
    /// Print JSON Lines: one object a row, offsets in UTF-16 units
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Print a table with a line of column names: CSV in UTF-8
    #[arg(long)]
    csv: bool,
    #[command(flatten)]
    table: CsvArgs,
}

/// How CSV is printed, whichever command prints it.
#[derive(Debug, Args)]
pub struct CsvArgs {
    /// Leave out the byte order mark before CSV, by which spreadsheets tell UTF-8: for pipes
    #[arg(long)]
    no_bom: bool,
}

impl CsvArgs {
    /// Prints a table that is CSV.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn print(&self, table: &str) -> Result<(), Failure> {
        let mark = if self.no_bom { "" } else { BYTE_ORDER_MARK };
        let text = [mark, table].concat();
        file::write(&mut io::stdout().lock(), text.as_bytes())?;
        Ok(())
    }
}

/// Prints rows in the form asked for; `words` says them to people.
///
/// # Errors
/// When the output cannot be written.
pub fn print<T: Serialize>(
    form: &FormArgs,
    rows: &[T],
    words: impl FnOnce(&[T]) -> String,
) -> Result<(), Failure> {
    if form.csv {
        return form.table.print(&rows_csv(rows)?);
    }
    let mut out = io::stdout().lock();
    if form.json {
        for row in rows {
            if !file::write_line(&mut out, row)? {
                break;
            }
        }
    } else {
        file::write(&mut out, words(rows).as_bytes())?;
    }
    Ok(())
}
