//! Which articles does a table hold? One a row of CSV or TSV, read row by row.
//!
//! The first row names the columns; the separator is told by it. After RFC 4180, and lenient as
//! `csv-core` is: a row of another length is read and warned about.

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::field::{self, Row, Slot, quoted};
use super::{Reader, characters, source, stem};
use crate::document::{Encoding, Format};
use crate::error::{ReadError, ReadErrorKind};
use crate::intake::Article;

/// How much of a table the separator is told by, in bytes.
const HEAD: usize = 65_536;

/// The rows of a table, one after the other.
pub(super) struct Rows<'a> {
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

impl Reader {
    /// Reads the articles of a table.
    pub(super) fn table(
        &mut self,
        name: &str,
        path: &str,
        bytes: &[u8],
        format: Format,
    ) -> Result<(), ReadError> {
        let (text, encoding) = characters(bytes);
        let mut rows = Rows::new(&text);
        let Some((_, header)) = rows.next() else {
            return Err(ReadError::new(ReadErrorKind::Empty, name, "holds no row"));
        };
        let header: Vec<String> = header.into_iter().map(str::to_owned).collect();
        let slots = field::slots(header.iter().map(String::as_str), &self.options.columns);
        if slots.iter().all(|(slot, _)| *slot != Slot::Text) {
            return Err(ReadError::new(
                ReadErrorKind::Format,
                name,
                no_text(&header),
            ));
        }
        let mut number = 0;
        while let Some((line, fields)) = rows.next() {
            number += 1;
            let row = given(&fields, &slots, header.len());
            let at = Origin {
                name,
                path,
                format,
                line,
                number,
            };
            self.row(row, &at, encoding.clone());
        }
        match number {
            0 => Err(ReadError::new(
                ReadErrorKind::Empty,
                name,
                "holds no row below its first",
            )),
            _ => Ok(()),
        }
    }

    /// Keeps the article of a row, or says why there is none.
    pub(super) fn row(&mut self, mut row: Row, at: &Origin, encoding: Option<Encoding>) {
        if row.text.is_empty() {
            let error = ReadError::new(ReadErrorKind::Empty, at.name, "this row holds no text");
            self.refuse(error.at_line(at.line));
            return;
        }
        let mut article = Article {
            text: std::mem::take(&mut row.text),
            source: source(&format!("{}:{}", at.name, at.line), at.format, encoding),
            ..Article::default()
        };
        if is_markup(&article.text) {
            match self.page(at.name, article.text.as_bytes()) {
                Ok(page) if !page.text.trim().is_empty() => {
                    article.text = page.text;
                    article.layout = page.layout;
                    article.statements = page.statements;
                    article.source.warnings.extend(page.source.warnings);
                }
                _ => article
                    .source
                    .warnings
                    .push("its text holds tags of HTML; they were left in".to_owned()),
            }
        }
        article.id = match row.id.take() {
            Some(id) => id,
            None => format!("{}-{}", stem(at.path), at.number),
        };
        row.give(&mut article);
        if let Err(error) = self.keep(article) {
            self.refuse(error);
        }
    }
}

/// Where a row stands.
pub(super) struct Origin<'a> {
    /// The name of its file.
    pub name: &'a str,
    /// The same inside its archive.
    pub path: &'a str,
    pub format: Format,
    /// Its line, or its ordinal where a file has no lines; from 1.
    pub line: usize,
    /// Its ordinal, from 1.
    pub number: usize,
}

/// What the fields of a row give; `width` is how many there should be.
fn given(fields: &[&str], slots: &[(Slot, usize)], width: usize) -> Row {
    let mut row = Row::default();
    for (slot, at) in slots {
        row.set(*slot, fields.get(*at).copied().unwrap_or(""));
    }
    if fields.len() != width {
        row.warnings.push(format!(
            "its row has {} fields, the first row {width}",
            fields.len()
        ));
    }
    row
}

/// Says what columns there are, none of them known to hold the text.
fn no_text(header: &[String]) -> String {
    let columns: Vec<String> = header.iter().take(12).map(|c| quoted(c)).collect();
    format!(
        "no column is known to hold the text (as text, body or content would); map one of {}",
        columns.join(", ")
    )
}

/// Whether a text is clearly written in HTML: a block is opened and closed by tags.
pub(super) fn is_markup(text: &str) -> bool {
    [
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "blockquote",
        "article",
        "table",
        "section",
    ]
    .iter()
    .any(|tag| {
        let opened = text
            .match_indices(&format!("<{tag}"))
            .any(|(at, found)| text[at + found.len()..].starts_with(['>', ' ', '\n']));
        opened && text.contains(&format!("</{tag}>"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(usize, &[&str])]) {
        let mut rows = Rows::new(text);
        for (line, fields) in expected {
            assert_eq!(rows.next(), Some((*line, fields.to_vec())), "{text:?}");
        }
        assert_eq!(rows.next(), None, "{text:?}");
    }

    #[test]
    fn rows() {
        check(
            "a,b\n1,\"x\ny\"\n2,\"\"\"q\"\", é\"",
            &[
                (1, &["a", "b"]),
                (2, &["1", "x\ny"]),
                (4, &["2", "\"q\", é"]),
            ],
        );
        check(
            "a;b,c;d\r\n\r\n1;2\r\n",
            &[(1, &["a", "b,c", "d"]), (3, &["1", "2"])],
        );
        check("a, b, c\td\n", &[(1, &["a, b, c", "d"])]);
        check("a\tb\n1\n", &[(1, &["a", "b"]), (2, &["1"])]);
        check("a|b", &[(1, &["a", "b"])]);
        check("", &[]);
    }

    #[test]
    fn markup() {
        assert!(is_markup("<p class=x>It rained.</p>"));
        assert!(!is_markup("a <p b"));
        assert!(!is_markup("<b>It</b> rained"));
    }
}
