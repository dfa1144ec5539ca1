//! Which rows does a table have? An iterator over CSV or TSV, row by row.
//!
//! The separator is told by the first row. After RFC 4180, and lenient as `csv-core` is.

use csv_core::{ReadRecordResult, ReaderBuilder};

/// How much of a table the separator is told by, in bytes.
const HEAD: usize = 65_536;

/// The rows of a table, one after the other.
pub struct Rows<'a> {
    input: &'a [u8],
    reader: csv_core::Reader,
    fields: Vec<u8>,
    ends: Vec<usize>,
}

impl<'a> Rows<'a> {
    /// The rows of a text.
    pub fn new(text: &'a str) -> Self {
        let delimiter = separator(text);
        Self {
            input: text.as_bytes(),
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            fields: vec![0; 4096],
            ends: vec![0; 64],
        }
    }

    /// The next row and the line that it starts at; `None` behind the last.
    pub fn next(&mut self) -> Option<(usize, Vec<&str>)> {
        let blank = |b: &&u8| matches!(b, b'\n' | b'\r');
        let skipped = self.input.iter().take_while(blank);
        let line = self.reader.line() as usize + skipped.filter(|b| **b == b'\n').count();
        let (mut written, mut count) = (0, 0);
        loop {
            let (result, read, wrote, ended) = self.reader.read_record(
                self.input,
                &mut self.fields[written..],
                &mut self.ends[count..],
            );
            self.input = &self.input[read..];
            written += wrote;
            count += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.fields.resize(self.fields.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return None,
            }
        }
        let mut start = 0;
        let row = self.ends[..count].iter().map(|&end| {
            let field = self.fields.get(start..end).unwrap_or_default();
            start = end;
            // Fields are cut from a text at separators of one byte: always whole characters.
            std::str::from_utf8(field).unwrap_or_default()
        });
        Some((line, row.collect()))
    }
}

/// What parts the fields of the first row: the mark that it has most often outside quotation marks.
fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut inside = false;
    for &byte in text.as_bytes().iter().take(HEAD) {
        match byte {
            b'"' => inside = !inside,
            b'\n' | b'\r' if !inside && counts.iter().any(|(_, n)| *n > 0) => break,
            _ if inside => {}
            _ => counts
                .iter_mut()
                .filter(|(mark, _)| *mark == byte)
                .for_each(|(_, n)| *n += 1),
        }
    }
    if counts[2].1 > 0 {
        // No name of a column holds a tab.
        return b'\t';
    }
    // Of two equally frequent marks the first listed.
    let most = counts.iter().rev().max_by_key(|(_, n)| *n);
    most.map_or(b',', |(mark, _)| *mark)
}
