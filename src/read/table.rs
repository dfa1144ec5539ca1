//! Which articles does a table contain? A reader of CSV and TSV, one article per row.
//!
//! The first row names the columns and determines the separator. Follows RFC 4180, and is as
//! lenient as `csv-core`: a row of a different length is read, with a warning.

use super::given::{Row, Slot, quoted, slots};
use super::input::name::stem;
use super::input::rows::Rows;
use super::input::source::{characters, source};
use super::reader::Reader;
use crate::document::{Article, Encoding, Format};
use crate::error::{ReadError, ReadErrorKind};

impl Reader {
    /// Reads the articles of a table.
    pub fn table(
        &mut self,
        name: &str,
        path: &str,
        bytes: &[u8],
        format: Format,
    ) -> Result<(), ReadError> {
        let (text, encoding) = characters(bytes);
        let mut rows = Rows::new(&text);
        let Some((_, header)) = rows.next() else {
            return Err(ReadError::new(
                ReadErrorKind::Empty,
                name,
                "contains no row",
            ));
        };
        let header: Vec<String> = header.into_iter().map(str::to_owned).collect();
        let slots = slots(header.iter().map(String::as_str), &self.options.columns);
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
                "contains no row below the header",
            )),
            _ => Ok(()),
        }
    }

    /// Keeps the article of a row, or refuses a row without one.
    pub fn row(&mut self, mut row: Row, at: &Origin, encoding: Option<Encoding>) {
        if row.text.is_empty() {
            let error = ReadError::new(ReadErrorKind::Empty, at.name, "this row contains no text");
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
                    .push("its text contains HTML tags, which were left in".to_owned()),
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

/// Where a row comes from.
pub struct Origin<'a> {
    /// The name of its file.
    pub name: &'a str,
    /// The path of the file inside its archive.
    pub path: &'a str,
    pub format: Format,
    /// Its line, or its ordinal if the format has no lines; from 1.
    pub line: usize,
    /// Its ordinal, from 1.
    pub number: usize,
}

/// The values that the fields of a row give; `width` is the expected number of fields.
fn given(fields: &[&str], slots: &[(Slot, usize)], width: usize) -> Row {
    let mut row = Row::default();
    for (slot, at) in slots {
        row.set(*slot, fields.get(*at).copied().unwrap_or(""));
    }
    if fields.len() != width {
        row.warnings.push(format!(
            "its row has {} fields, but the header has {width}",
            fields.len()
        ));
    }
    row
}

/// The message that no column contains the text, with the columns that exist.
fn no_text(header: &[String]) -> String {
    let columns: Vec<String> = header.iter().take(12).map(|c| quoted(c)).collect();
    format!(
        "no column is known to contain the text (such as text, body or content); map one of {}",
        columns.join(", ")
    )
}

/// Whether a text is clearly HTML: it has a block with opening and closing tags.
pub fn is_markup(text: &str) -> bool {
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
