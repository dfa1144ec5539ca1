//! Which rows does a table have? An iterator over CSV or TSV, row by row.
//!
//! The first row determines the separator. Follows RFC 4180, and is as lenient as `csv-core`.

use csv_core::{ReadRecordResult, ReaderBuilder};

/// The most bytes that are read to determine the separator.
const HEAD: usize = 65_536;

/// An iterator over the rows of a table.
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

    /// The next row and the line, from 1, at which it starts; `None` after the last.
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
            // Fields are cut at separators of one byte, so they consist of whole characters.
            std::str::from_utf8(field).unwrap_or_default()
        });
        Some((line, row.collect()))
    }
}

/// The separator of the first row: the most frequent mark outside quotation marks.
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
        // Names of columns do not contain tabs.
        return b'\t';
    }
    // If two are equally frequent, the first listed wins.
    let most = counts.iter().rev().max_by_key(|(_, n)| *n);
    most.map_or(b',', |(mark, _)| *mark)
}
