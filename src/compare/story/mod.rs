//! Which articles report one event, and which are copies of another? A pass over all articles of a
//! corpus, linear in their number.
//!
//! A [`Sketch`] of each article enters. Articles near in time that share rare names and words leave as
//! [stories](stories); articles that consist of nearly the same words leave as [copies](copies) of
//! the most complete of them. All sums are of whole numbers, so that every machine finds the same.

mod clustering;
mod copy;
mod neighbour;
mod sketch;
mod vector;
mod vocabulary;

use serde::{Deserialize, Serialize};

pub use clustering::stories;
pub use copy::copies;
pub use sketch::Sketch;

use crate::document::DocId;

/// Articles that report one event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// Its articles, at least two: the earliest first, undated ones before all others.
    pub articles: Vec<DocId>,
    /// The article that is most similar to the others.
    pub central: DocId,
    /// The words and names that hold it together, those of most weight first.
    pub words: Vec<SharedWord>,
}

/// A word that articles of a story share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedWord {
    /// The word as one of the articles writes it.
    pub word: String,
    /// The number of articles for which it is characteristic.
    pub articles: u32,
}

/// Articles that consist of nearly the same words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copies {
    /// The most complete of them.
    pub original: DocId,
    /// The others, in corpus order.
    pub copies: Vec<Copy>,
}

/// An article that consists of nearly the same words as another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copy {
    /// The article.
    pub article: DocId,
    /// How many thousandths of its runs of four words the original contains.
    pub share: u16,
}
