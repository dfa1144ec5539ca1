//! In which form are rows printed? As JSON Lines, as a table for a spreadsheet, or in words.

use std::io;

use clap::Args;
use corpus_explorer::exchange::cell;
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
    let mut out = io::stdout().lock();
    if form.json {
        for row in rows {
            if !file::write_line(&mut out, row)? {
                break;
            }
        }
    } else if form.csv {
        file::write(&mut out, table(rows)?.as_bytes())?;
    } else {
        file::write(&mut out, words(rows).as_bytes())?;
    }
    Ok(())
}

/// Rows as CSV (RFC 4180), the columns as they are declared; nothing when there are no rows.
///
/// # Errors
/// Never for rows of plain values.
pub fn table<T: Serialize>(rows: &[T]) -> Result<String, Failure> {
    let mut table = String::new();
    for row in rows {
        // By way of the text: a map of values would order the columns by alphabet.
        let text = serde_json::to_string(row)?;
        let columns: Columns = serde_json::from_str(&text)?;
        if table.is_empty() {
            push(&mut table, columns.0.iter().map(|(name, _)| cell(name)));
        }
        push(
            &mut table,
            columns.0.iter().map(|(_, value)| written(value)),
        );
    }
    Ok(table)
}

fn push(table: &mut String, cells: impl Iterator<Item = String>) {
    table.push_str(&cells.collect::<Vec<_>>().join(","));
    table.push_str("\r\n");
}

fn written(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => cell(text),
        other => other.to_string(),
    }
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
