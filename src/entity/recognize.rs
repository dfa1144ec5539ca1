//! Which spans name something?

use super::Mention;
use crate::document::Document;

/// The mentions of a document, in text order, without overlaps.
pub fn mentions(document: &Document) -> Vec<Mention> {
    let _ = document;
    Vec::new()
}
