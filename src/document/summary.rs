//! What is listed of an article beside its values and text? A summary of its record.

use serde::{Deserialize, Serialize};

use super::record::Record;

/// What lists of articles show of a record, so that they need not read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The place where it was written.
    pub place: Option<String>,
    /// The holder of the rights.
    pub rights: Option<String>,
    /// The URL of its page.
    pub address: Option<String>,
    /// What a person tagged it with.
    pub tags: Vec<String>,
    /// The number of places where words were lost.
    pub gaps: u32,
    /// The number of changes of wording.
    pub repairs: u32,
    /// The number of words outside blocks about the article.
    pub words: u32,
}

impl Summary {
    /// The summary of a record, without its words: to count them is the business of its document.
    pub fn new(record: &Record) -> Self {
        Self {
            place: record.place.clone(),
            rights: record.rights.clone(),
            address: record.source.address.clone(),
            tags: record.given.tags.clone(),
            gaps: record.gaps.len() as u32,
            repairs: record.repairs().len() as u32,
            words: 0,
        }
    }
}
