//! What does this foreign text say once its dirt is off? The only readers of foreign input.
//!
//! An [`Article`] as received enters, a [`Record`] leaves; every change made on the way is recorded
//! in it, and nothing is invented.

use serde::{Deserialize, Serialize};

use crate::document::Record;

/// An article as received. What a person gives besides the text counts as given, not as found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// Unique in a corpus.
    pub id: String,
    /// A headline given apart from the text.
    #[serde(default)]
    pub title: Option<String>,
    /// The raw text, decoded.
    pub text: String,
    /// The outlet, if given.
    #[serde(default)]
    pub publisher: Option<String>,
    /// The author, if given.
    #[serde(default)]
    pub author: Option<String>,
    /// ISO 8601 date of publication, if given.
    #[serde(default)]
    pub published: Option<String>,
}

/// The normalised record of an article; total, deterministic.
pub fn normalize(article: &Article) -> Record {
    Record::as_is(&article.id, &article.text)
}

/// The record of an article whose text is taken unchanged; what is given counts as given.
pub fn as_is(article: &Article) -> Record {
    Record {
        title: article.title.clone(),
        publisher: article.publisher.clone(),
        author: article.author.clone(),
        published: article.published.clone(),
        ..Record::as_is(&article.id, &article.text)
    }
}

/// The characters of foreign bytes.
pub fn decode(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
