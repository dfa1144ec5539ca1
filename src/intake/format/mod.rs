//! Which articles does this file hold? One reader a format, behind one function.
//!
//! A [`Reader`] takes files one after the other, each a name and bytes, tells their format by both,
//! and hands on [`Article`]s. What cannot be read is refused with its reason; the rest goes on.

#[cfg(feature = "readers")]
mod html;
mod plain;

use std::collections::BTreeMap;

use super::Article;
use crate::document::Format;
use crate::error::{ReadError, ReadErrorKind};

/// What a reader accepts, and how it maps the fields of tables.
#[derive(Debug, Clone)]
pub struct Options {
    /// The most bytes that the entries of one archive may expand to.
    pub expanded: u64,
    /// The most entries of an archive.
    pub entries: usize,
    /// How deep archives may stand inside each other; 1: no archive inside an archive.
    pub depth: usize,
    /// The most bytes of one file.
    pub size: u64,
    /// The name of a column or key for each field of an article that goes by another name there.
    pub columns: BTreeMap<String, String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            expanded: 200_000_000,
            entries: 10_000,
            depth: 1,
            size: 200_000_000,
            columns: BTreeMap::new(),
        }
    }
}

/// What was read, and what was refused.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The articles, in the order of their files; their ids are unique.
    pub articles: Vec<Article>,
    /// Why a file, an entry or a line was not read.
    pub refused: Vec<ReadError>,
}

/// Reads files into articles.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    options: Options,
    reading: Reading,
}

impl Reader {
    /// A reader that has read nothing yet.
    pub fn new(options: Options) -> Self {
        Self {
            options,
            reading: Reading::default(),
        }
    }

    /// Reads one file. Returns how many articles it held.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> usize {
        let before = self.reading.articles.len();
        if bytes.len() as u64 > self.options.size {
            let message = format!(
                "{} bytes; at most {} are read",
                bytes.len(),
                self.options.size
            );
            self.refuse(ReadErrorKind::Limit, name, message);
            return 0;
        }
        match format(name, bytes) {
            Some(Format::Text) => self.reading.articles.push(plain::read(name, bytes)),
            #[cfg(feature = "readers")]
            Some(Format::Html) => match html::read(name, bytes) {
                Ok(article) => self.reading.articles.push(article),
                Err(error) => self.reading.refused.push(error),
            },
            Some(_) | None => self.refuse(ReadErrorKind::Format, name, "no format that is known"),
        }
        self.reading.articles.len() - before
    }

    /// Everything that was read, with unique ids.
    pub fn finish(self) -> Reading {
        self.reading
    }

    fn refuse(&mut self, kind: ReadErrorKind, name: &str, message: impl Into<String>) {
        self.reading
            .refused
            .push(ReadError::new(kind, name, message));
    }
}

/// The format of a file, told by its first bytes and its extension; `None` when neither tells.
pub fn format(name: &str, _bytes: &[u8]) -> Option<Format> {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "txt" | "text" => Some(Format::Text),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        _ => None,
    }
}
