//! In which form are rows printed? As JSON Lines, as a table for a spreadsheet, or in words.

use std::io;

use clap::Args;
use corpus_explorer::exchange::{BYTE_ORDER_MARK, Csv};
use serde::Serialize;
use serde_json::Value;

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
        return form.table.print(&table(rows)?);
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

/// Rows as CSV, the columns as they are declared; nothing when there are no rows.
///
/// # Errors
/// Never for rows of plain values.
pub fn table<T: Serialize>(rows: &[T]) -> Result<String, Failure> {
    let mut table = Csv::default();
    for (at, row) in rows.iter().enumerate() {
        // By way of the text: a map of values would order the columns by alphabet.
        let text = serde_json::to_string(row)?;
        let columns: Columns = serde_json::from_str(&text)?;
        if at == 0 {
            columns.0.iter().for_each(|(name, _)| table.text(name));
            table.end();
        }
        for (_, value) in &columns.0 {
            match value {
                Value::Null => table.text(""),
                Value::String(text) => table.text(text),
                other => table.number(other),
            }
        }
        table.end();
    }
    Ok(table.finish())
}

/// The fields of an object in their order.
struct Columns(Vec<(String, Value)>);

impl<'de> serde::Deserialize<'de> for Columns {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;

        impl<'de> serde::de::Visitor<'de> for Fields {
            type Value = Columns;

            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<Columns, A::Error> {
                let mut columns = Vec::new();
                while let Some(column) = map.next_entry()? {
                    columns.push(column);
                }
                Ok(Columns(columns))
            }
        }

        deserializer.deserialize_map(Fields)
    }
}

#[cfg(test)]
mod tests {
    use super::table;

    #[derive(serde::Serialize)]
    struct Row {
        word: &'static str,
        count: Option<u32>,
        also: f64,
    }

    #[test]
    fn cells_are_quoted_and_columns_keep_their_order() {
        let row = |word, count| Row {
            word,
            count,
            also: 1.5,
        };
        let rows = [row("a, “b”", Some(1)), row("say \"c\"\n", None)];
        let found = table(&rows).unwrap_or_default();
        let expected = "word,count,also\r\n\"a, “b”\",1,1.5\r\n\"say \"\"c\"\"\n\",,1.5\r\n";
        assert_eq!(found, expected);
        assert_eq!(table::<Row>(&[]).unwrap_or_default(), "");
        let formulas = [row("=1+1", None), row("@SUM(A1)", None), row("-2;\t", None)];
        let found = table(&formulas).unwrap_or_default();
        let expected = "word,count,also\r\n'=1+1,,1.5\r\n'@SUM(A1),,1.5\r\n\"'-2;\t\",,1.5\r\n";
        assert_eq!(found, expected);
    }
}
