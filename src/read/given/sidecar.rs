//! What does a table beside the files give for them? A join of `corpus.csv` with the articles.
//!
//! A row names its file by the path from the table's folder, with or without extension. Case is
//! ignored unless two files differ only by it. The values of a row count as given.

use std::collections::{BTreeMap, HashMap};

use super::columns::slots;
use super::row::{Row, quoted};
use super::slot::Slot;
use crate::document::Article;
use crate::error::{ReadError, ReadErrorKind};
use crate::read::budget::ARTICLES;
use crate::read::input::name::{slashed, stem};
use crate::read::input::rows::Rows;
use crate::read::input::source::characters;

/// The most unknown columns that are reported.
const COLUMNS: usize = 100;

/// Whether a file is a table of given values: it is called `corpus.csv` or `corpus.tsv`, and no
/// column contains texts.
pub fn is_sidecar(path: &str, bytes: &[u8], mapped: &BTreeMap<String, String>) -> bool {
    let base = path.rsplit('/').next().unwrap_or(path);
    if !["corpus.csv", "corpus.tsv"]
        .iter()
        .any(|name| base.eq_ignore_ascii_case(name))
    {
        return false;
    }
    let (text, _) = characters(bytes);
    let mut rows = Rows::new(&text);
    let header = rows.next().map(|(_, header)| header).unwrap_or_default();
    let slots = slots(header.into_iter(), mapped);
    slots.iter().all(|(slot, _)| *slot != Slot::Text)
}

/// A table of values for articles in other files.
#[derive(Debug, Clone)]
pub struct Sidecar {
    name: String,
    /// Each row with its line number.
    rows: Vec<(usize, Row)>,
    refused: Vec<ReadError>,
}

impl Sidecar {
    /// Reads a table; its errors are returned by [`Sidecar::join`].
    pub fn read(name: &str, bytes: &[u8]) -> Self {
        let (text, _) = characters(bytes);
        let mut table = Self {
            name: name.to_owned(),
            rows: Vec::new(),
            refused: Vec::new(),
        };
        let mut rows = Rows::new(&text);
        let header = rows.next().map(|(_, header)| header).unwrap_or_default();
        let header: Vec<String> = header.into_iter().map(str::to_owned).collect();
        let slots = slots(header.iter().map(String::as_str), &BTreeMap::new());
        if slots.iter().all(|(slot, _)| *slot != Slot::File) {
            table.refuse(
                1,
                "expected a column “file” with the file that each row describes",
            );
            return table;
        }
        for (at, column) in header.iter().enumerate().take(COLUMNS) {
            if slots.iter().all(|(_, index)| *index != at) {
                let message = format!(
                    "articles have no field {}; the column was left out",
                    quoted(column)
                );
                table.refuse(1, &message);
            }
        }
        while let Some((line, fields)) = rows.next() {
            if table.rows.len() >= ARTICLES {
                table.refuse(line, "has too many rows; the rest was not read");
                break;
            }
            let mut row = Row::default();
            for (slot, at) in &slots {
                row.set(*slot, fields.get(*at).copied().unwrap_or(""));
            }
            table.rows.push((line, row));
        }
        if table.rows.is_empty() {
            table.refuse(1, "contains no row below the header");
        }
        table
    }

    fn refuse(&mut self, line: usize, message: &str) {
        let error = ReadError::new(ReadErrorKind::Format, self.name.as_str(), message);
        self.refused.push(error.at_line(line));
    }

    /// Gives the articles the values of their rows; returns the errors of the table.
    pub fn join(mut self, articles: &mut [Article]) -> Vec<ReadError> {
        let names = Names::of(articles);
        let folder = match self.name.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/"),
            None => String::new(),
        };
        for (line, row) in std::mem::take(&mut self.rows) {
            let Some(file) = row.file.clone() else {
                self.refuse(line, "this row names no file");
                continue;
            };
            let file = slashed(&file);
            let file = file.strip_prefix("./").unwrap_or(&file);
            let found = names.find(&folder, file);
            if found.is_empty() {
                self.refuse(
                    line,
                    &format!("no article was read from a file called {}", quoted(file)),
                );
            }
            for &at in found {
                row.clone().give(&mut articles[at]);
            }
        }
        self.refused
    }
}

/// Articles by the names with which a row may refer to their files.
struct Names(HashMap<String, Vec<usize>>);

impl Names {
    fn of(articles: &[Article]) -> Self {
        let mut names: HashMap<String, Vec<usize>> = HashMap::new();
        let mut add = |name: String, at: usize| {
            let known = names.entry(name).or_default();
            if known.last() != Some(&at) {
                known.push(at);
            }
        };
        for (at, article) in articles.iter().enumerate() {
            let Some(file) = &article.source.file else {
                continue;
            };
            let base = file.rsplit('/').next().unwrap_or(file);
            for name in [file, stem(file)] {
                add(format!("={name}"), at);
                add(format!("~{}", name.to_lowercase()), at);
            }
            // Below any folder: a last resort, and only if one file has this name.
            add(format!("/{}", base.to_lowercase()), at);
            add(format!("/{}", stem(base).to_lowercase()), at);
        }
        Self(names)
    }

    /// The articles of a file below a folder; empty if there are none, or if the name is ambiguous.
    fn find(&self, folder: &str, file: &str) -> &[usize] {
        let base = file.rsplit('/').next().unwrap_or(file);
        let whole = format!("{folder}{file}");
        [
            format!("={whole}"),
            format!("={}", stem(&whole)),
            format!("~{}", whole.to_lowercase()),
            format!("~{}", stem(&whole).to_lowercase()),
            format!("/{}", base.to_lowercase()),
        ]
        .iter()
        .find_map(|name| self.0.get(name).filter(|found| found.len() == 1))
        .map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::document::Source;

    fn article(file: &str) -> Article {
        Article {
            source: Source {
                file: Some(file.to_owned()),
                format: Format::Text,
                ..Source::default()
            },
            ..Article::new(stem(file), "x")
        }
    }

    /// Checks the titles of the articles of `files` after the table was joined, and what was
    /// refused.
    fn check(files: &[&str], name: &str, table: &str, expected: &[Option<&str>], refused: &[&str]) {
        let mut articles: Vec<Article> = files.iter().map(|f| article(f)).collect();
        let errors = Sidecar::read(name, table.as_bytes()).join(&mut articles);
        let titles: Vec<_> = articles.iter().map(|a| a.given.title.as_deref()).collect();
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(
            (titles.as_slice(), errors.len()),
            (expected, refused.len()),
            "{errors:?}"
        );
        for (error, part) in errors.iter().zip(refused) {
            assert!(error.contains(part), "{error}");
        }
    }

    #[test]
    fn rows_find_their_files() {
        check(
            &["a.txt", "in/B.md"],
            "corpus.csv",
            "file;title\na;A\nin\\b.MD;B\n",
            &[Some("A"), Some("B")],
            &[],
        );
        check(
            &["n.zip/a.txt", "a.txt"],
            "n.zip/corpus.csv",
            "file,title\na.txt,A",
            &[Some("A"), None],
            &[],
        );
        check(
            &["a.txt", "b/a.txt"],
            "corpus.csv",
            "file,title\nc/a.txt,A",
            &[None, None],
            &["corpus.csv:2: no article"],
        );
        check(
            &["x/a.txt"],
            "corpus.csv",
            "file,title,views\na,A,3\n,B,",
            &[Some("A")],
            &["\"views\"", "corpus.csv:3: this row names no file"],
        );
        check(
            &["a.txt"],
            "corpus.csv",
            "title\nA",
            &[None],
            &["expected a column “file”"],
        );
        check(
            &["a.txt"],
            "corpus.csv",
            "",
            &[None],
            &["expected a column “file”"],
        );
    }
}
