//! What does a reader of a format hand on? An article as received, a value: its text, and what is known besides.

use serde::{Deserialize, Serialize};

use super::block::BlockKind;
use super::field::Field;
use super::source::{Given, Source};

/// An article as received. What a person gives besides the text counts as given, not as found.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// Unique in a corpus.
    pub id: String,
    /// The raw text, decoded. A reader of a format with markup lays it out one block a line, a blank
    /// line between two, no blanks at the ends of lines nor two beside each other.
    pub text: String,
    /// What a person gives.
    #[serde(flatten)]
    pub given: Given,
    /// What markup says of each line of `text` that is not blank, in order; empty where there is no
    /// markup, and the text itself must tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub layout: Vec<Layout>,
    /// What markup states about the article, strongest first for each field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Statement>,
    /// Where it came from.
    #[serde(default)]
    pub source: Source,
}

/// What markup says of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// What block the line is.
    pub kind: BlockKind,
    /// Depth of an item or heading, from 1; 0 for everything else.
    #[serde(default)]
    pub level: u8,
    /// Whether it stands outside the main content of the page.
    #[serde(default)]
    pub outside: bool,
}

/// A value that markup states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// What it is a value of.
    pub field: Field,
    /// The value; dates in ISO 8601.
    pub value: String,
    /// The tag or key that states it: `meta property="article:published_time"`, `JSON-LD NewsArticle.datePublished`.
    pub tag: String,
    /// What stands there, as received.
    pub text: String,
}

impl Article {
    /// An article of which nothing is given but its text.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            text: text.into(),
            ..Self::default()
        }
    }
}
