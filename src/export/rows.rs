//! How are rows of any shape written as a table? As CSV whose columns are the fields of the shape.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::Serialize;
use serde_json::Value;

use super::csv::Csv;

/// Rows as CSV, the columns as they are declared; nothing when there are no rows.
///
/// # Errors
/// When a row is no object.
pub fn rows_csv<T: Serialize>(rows: &[T]) -> Result<String, serde_json::Error> {
    let mut table = Csv::default();
    for (at, row) in rows.iter().enumerate() {
        // By way of JSON text: a map of values would sort the columns.
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

impl<'de> Deserialize<'de> for Columns {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = Columns;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Columns, A::Error> {
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
    use super::rows_csv;

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
        let found = rows_csv(&rows).unwrap_or_default();
        let expected = "word,count,also\r\n\"a, “b”\",1,1.5\r\n\"say \"\"c\"\"\n\",,1.5\r\n";
        assert_eq!(found, expected);
        assert_eq!(rows_csv::<Row>(&[]).unwrap_or_default(), "");
        let formulas = [row("=1+1", None), row("@SUM(A1)", None), row("-2;\t", None)];
        let found = rows_csv(&formulas).unwrap_or_default();
        let expected = "word,count,also\r\n'=1+1,,1.5\r\n'@SUM(A1),,1.5\r\n\"'-2;\t\",,1.5\r\n";
        assert_eq!(found, expected);
    }
}
