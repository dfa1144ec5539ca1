//! Where did an article come from? Its provenance: its file, its encoding, and what a person gave.

use serde::{Deserialize, Serialize};

use super::field::Field;

/// The file that an article was read from, and how.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Source {
    /// The name of the file as passed. Inside an archive or table, it follows the name of the
    /// container: `news.zip/a.txt`, `news.csv:3`.
    pub file: Option<String>,
    /// The URL of its page, if a column, a key or front matter gives one. Nothing is fetched from
    /// it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The format it was read as.
    pub format: Format,
    /// How bytes became characters; `None` if the text was passed as characters.
    pub encoding: Option<Encoding>,
    /// Warnings for the import report, one sentence each.
    pub warnings: Vec<String>,
}

/// A file format of articles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Format {
    #[default]
    Text,
    Html,
    Markdown,
    Json,
    JsonLines,
    Csv,
    Tsv,
    Docx,
    Pdf,
    Zip,
}

/// How bytes became characters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Encoding {
    /// The name in the WHATWG Encoding Standard, in lower case.
    pub name: String,
    /// The reason for choosing it.
    pub how: Basis,
    /// The confidence of the choice, 0 to 1.
    pub confidence: f64,
    /// The number of bytes or byte sequences that are invalid in this encoding.
    pub malformed: u32,
}

impl Encoding {
    /// UTF-8 without malformed bytes.
    pub fn utf8() -> Self {
        Self {
            name: "utf-8".to_owned(),
            how: Basis::Valid,
            confidence: 1.0,
            malformed: 0,
        }
    }
}

/// The reason for choosing an encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A byte order mark.
    Mark,
    /// The bytes are valid UTF-8, except those counted as malformed.
    Valid,
    /// The document declares it: a `<meta charset>`, an XML declaration.
    Declared,
    /// The frequencies of bytes.
    Detected,
    /// The format allows no other encoding.
    Fixed,
}

/// What a person gives beside a text: front matter, a table next to the files, options, or input in
/// the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[allow(missing_docs)]
pub struct Given {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// BCP 47.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

impl Given {
    /// The value given for a field, trimmed; `None` if there is none or it is blank.
    pub fn get(&self, field: Field) -> Option<&str> {
        let value = match field {
            Field::Title => &self.title,
            Field::Publisher => &self.publisher,
            Field::Author => &self.author,
            Field::Place => &self.place,
            Field::Published => &self.published,
            Field::Updated => &self.updated,
            Field::Kind => &self.kind,
            Field::Language => &self.language,
            Field::Rights => return None,
        };
        value
            .as_deref()
            .map(str::trim)
            .filter(|value| !value.is_empty())
    }

    /// Takes over every value that `other` gives, and appends the tags that are missing.
    pub fn merge(&mut self, other: &Given) {
        let slots = [
            (&mut self.title, &other.title),
            (&mut self.publisher, &other.publisher),
            (&mut self.author, &other.author),
            (&mut self.place, &other.place),
            (&mut self.published, &other.published),
            (&mut self.updated, &other.updated),
            (&mut self.kind, &other.kind),
            (&mut self.language, &other.language),
        ];
        for (slot, value) in slots {
            if value.is_some() {
                slot.clone_from(value);
            }
        }
        for tag in &other.tags {
            if !self.tags.contains(tag) {
                self.tags.push(tag.clone());
            }
        }
    }
}
