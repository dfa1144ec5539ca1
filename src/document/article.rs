//! What does a reader of a format return? An article as received: its text and the values that came
//! with it.

use serde::{Deserialize, Serialize};

use super::block::BlockKind;
use super::field::Field;
use super::source::{Given, Source};

/// An article as received. What a person supplied beside the text counts as given, not as found.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// Unique in a corpus.
    pub id: String,
    /// The raw text, decoded. A reader of a format with markup writes one block per line, with a
    /// blank line between blocks, no trailing spaces and no double spaces.
    pub text: String,
    /// The values that a person gave.
    #[serde(flatten)]
    pub given: Given,
    /// What markup says about each line of `text` that is not blank, in order. Empty if there is no
    /// markup; then the layout is derived from the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub layout: Vec<Layout>,
    /// What markup states about the article, the strongest first for each field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Statement>,
    /// Where it came from.
    #[serde(default)]
    pub source: Source,
}

/// What markup says about a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The kind of block that the line is.
    pub kind: BlockKind,
    /// Depth of an item or heading, from 1; 0 for all other kinds.
    #[serde(default)]
    pub level: u8,
    /// Whether it lies outside the main content of the page.
    #[serde(default)]
    pub outside: bool,
}

/// A value that markup states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The field it is a value of.
    pub field: Field,
    /// The value; dates in ISO 8601.
    pub value: String,
    /// The tag or key that states it: `meta property="article:published_time"`, `JSON-LD
    /// NewsArticle.datePublished`.
    pub tag: String,
    /// The text at that place, as received.
    pub text: String,
}

impl Article {
    /// An article with only an id and a text.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            text: text.into(),
            ..Self::default()
        }
    }
}
