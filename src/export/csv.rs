//! How is a table written? As CSV (RFC 4180) that no spreadsheet runs: an accumulator that takes
//! cell after cell.

use std::fmt::Display;

use csv_core::{Terminator, Writer, WriterBuilder};

/// What a CSV file for people begins with: spreadsheets recognise UTF-8 by it.
///
/// Texts of the API do not carry it, since programs read them; whoever writes a file puts it first.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table in writing: the cells of a row from left to right, then [`end`](Self::end).
#[derive(Debug)]
pub struct Csv {
    writer: Writer,
    bytes: Vec<u8>,
    /// Whether the row at hand has a cell.
    is_open: bool,
}

impl Default for Csv {
    fn default() -> Self {
        let mut builder = WriterBuilder::new();
        builder.terminator(Terminator::CRLF);
        // Where the comma is the decimal mark, spreadsheets split cells at semicolons. A "comment"
        // mark is what csv-core calls one more character that needs quotation marks.
        builder.comment(Some(b';'));
        Self {
            writer: builder.build(),
            bytes: Vec::new(),
            is_open: false,
        }
    }
}

impl Csv {
    /// A table with a row of column names and nothing below.
    pub fn new(columns: &[&str]) -> Self {
        let mut table = Self::default();
        for column in columns {
            table.text(column);
        }
        table.end();
        table
    }

    /// Writes a cell that holds a text.
    ///
    /// A spreadsheet takes a cell that opens with `=`, `+`, `-` or `@` for a formula and runs it.
    /// Texts come from articles of anybody, so such a text has an apostrophe before it, as
    /// spreadsheets write text.
    pub fn text(&mut self, text: &str) {
        let is_formula =
            text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
        match is_formula {
            true => self.cell(&format!("'{text}")),
            false => self.cell(text),
        }
    }

    /// Writes a cell that holds a number.
    pub fn number(&mut self, number: impl Display) {
        self.cell(&number.to_string());
    }

    /// Ends the row.
    pub fn end(&mut self) {
        // A quotation mark that closes the last cell, or two for a row of one empty cell; CR, LF.
        let (start, room) = self.grow(4);
        let (_, written) = self.writer.terminator(&mut self.bytes[start..room]);
        self.bytes.truncate(start + written);
        self.is_open = false;
    }

    /// The table as text, without a byte order mark.
    pub fn finish(self) -> String {
        // Cells are whole texts, and what separates them is ASCII.
        String::from_utf8(self.bytes).unwrap_or_default()
    }

    fn cell(&mut self, cell: &str) {
        // A quotation mark that closes the cell before, and the comma; then one that opens this
        // cell and at most two bytes for each of its own.
        let (start, room) = self.grow(3 + 2 * cell.len());
        let mut end = start;
        if self.is_open {
            end += self.writer.delimiter(&mut self.bytes[start..room]).1;
        }
        let (_, _, written) = self
            .writer
            .field(cell.as_bytes(), &mut self.bytes[end..room]);
        self.bytes.truncate(end + written);
        self.is_open = true;
    }

    /// Makes room for `more` bytes; returns where it starts and ends.
    fn grow(&mut self, more: usize) -> (usize, usize) {
        let start = self.bytes.len();
        self.bytes.resize(start + more, 0);
        (start, start + more)
    }
}

#[cfg(test)]
mod tests {
    use super::Csv;

    fn check(cells: &[&str], expected: &str) {
        let mut table = Csv::default();
        cells.iter().for_each(|cell| table.text(cell));
        table.end();
        assert_eq!(table.finish(), format!("{expected}\r\n"), "{cells:?}");
    }

    #[test]
    fn cells_are_text() {
        for (text, expected) in [
            ("Ana Paz", "Ana Paz"),
            ("Paz, Ana", "\"Paz, Ana\""),
            ("Paz; Ana", "\"Paz; Ana\""),
            ("Ana\nPaz", "\"Ana\nPaz\""),
            ("“Paz”", "“Paz”"),
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2", "'-2"),
            ("＝1", "'＝1"),
            ("\rx", "\"'\rx\""),
            ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""),
            ("", "\"\""),
        ] {
            check(&[text], expected);
        }
        check(&["", "", ""], ",,");
        check(&["\"\"\"", "a,", ""], "\"\"\"\"\"\"\"\",\"a,\",");
    }

    #[test]
    fn numbers_are_no_formulas() {
        let mut table = Csv::new(&["word", "count"]);
        table.text("rain");
        table.number(-2.5);
        table.end();
        assert_eq!(table.finish(), "word,count\r\nrain,-2.5\r\n");
    }
}
