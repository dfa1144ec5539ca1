//! What does this foreign text say once its dirt is off? The only readers of foreign input.
//!
//! An [`Article`] as received enters, a [`Record`](crate::document::Record) leaves; every change made
//! on the way is recorded in it, and nothing is invented. The way of a text (`record`): wrongly
//! decoded characters are repaired (`mojibake`), the rest made canonical (`trace`), lines read
//! (`block`, `margin`, `page`), furniture told from the article (`furniture`, `picture`, `head`), lines about
//! the article asked what they prove (`metadata` with `author`, `copyright`, `credit`, `stamp`),
//! its language told (`language`), blocks put together (`compose`), all of it until nothing changes (`reading`), and places marked
//! where words are missing (`gap`).

mod author;
mod block;
mod clock;
mod compose;
mod copyright;
mod credit;
mod encoding;
mod furniture;
mod gap;
mod head;
mod language;
mod margin;
mod metadata;
mod mojibake;
mod page;
mod picture;
mod reading;
mod record;
mod stamp;
mod trace;

use serde::{Deserialize, Serialize};

pub use encoding::{Decoded, Encoding, How, decode, decode_as};
pub use mojibake::repair;
pub use record::{as_is, normalize};

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

impl Article {
    /// An article of which nothing is given but its text.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: None,
            text: text.into(),
            publisher: None,
            author: None,
            published: None,
        }
    }
}
