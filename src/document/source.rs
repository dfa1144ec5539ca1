//! Where did an article come from, and who says what about it? Its provenance: its file, what a person gave, what its markup states.

use serde::{Deserialize, Serialize};

use super::field::Field;

/// The file that an article was read from, and how.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Source {
    /// Its name as it was handed over; inside an archive or a table, behind the name of that: `news.zip/a.txt`, `news.csv:3`.
    pub file: Option<String>,
    /// The address of its page, where a column, a key or front matter gives one; nothing is fetched from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The format it was read as.
    pub format: Format,
    /// How its bytes became characters; `None` when characters were handed over.
    pub encoding: Option<Encoding>,
    /// What a reader of the import report should know, one sentence each.
    pub warnings: Vec<String>,
}

/// A format of files that articles come in.
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
    /// The name of the encoding in the WHATWG Encoding Standard, in lower case.
    pub name: String,
    /// What decided for it.
    pub how: Decision,
    /// How sure the choice is, 0 to 1.
    pub confidence: f64,
    /// How many bytes or sequences of bytes mean nothing in it.
    pub malformed: u32,
}

impl Encoding {
    /// UTF-8 without a flaw.
    pub fn utf8() -> Self {
        Self {
            name: "utf-8".to_owned(),
            how: Decision::Valid,
            confidence: 1.0,
            malformed: 0,
        }
    }
}

/// What decided for an encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// A byte order mark.
    Mark,
    /// The bytes are valid UTF-8, but for those that are counted as malformed.
    Valid,
    /// The document says so: a `<meta charset>`, an XML declaration.
    Declared,
    /// The frequencies of bytes.
    Detected,
    /// The format allows no other.
    Fixed,
}

/// What a person gives besides a text: front matter, a table beside the files, options, what is typed in the page.
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
    /// The value given for a field, without blanks around it; `None` when there is none, or only blanks.
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

    /// Takes over every value of `other` that it gives; tags are joined.
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
