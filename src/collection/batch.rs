//! Which documents are added together? An accumulator that checks documents one by one.

use std::collections::BTreeSet;

use super::document::StoredDocument;
use super::mapping::Mapping;
use super::stored_fields::StoredFields;
use crate::error::{ReadError, ReadErrorKind, quoted};
use crate::search::day;

/// Documents that will be added to a collection together. Their sources are not needed any more.
#[derive(Debug)]
pub struct Batch {
    pub(super) stored: StoredFields,
    pub(super) ids: BTreeSet<String>,
    /// The expected number of documents.
    expected: usize,
}

impl Batch {
    /// A batch for about `expected` documents.
    pub fn new(mapping: &Mapping, expected: usize) -> Self {
        Self {
            stored: StoredFields::new(mapping),
            ids: BTreeSet::new(),
            expected,
        }
    }

    /// Adds a document.
    ///
    /// # Errors
    /// [`ReadErrorKind::DuplicateId`] if the batch has a document with this id,
    /// [`ReadErrorKind::Argument`] if the day is not a date, [`ReadErrorKind::Limit`] if the texts
    /// would exceed 4 GiB.
    pub fn push(&mut self, document: &StoredDocument) -> Result<(), ReadError> {
        let refuse = |kind, message: &str| Err(ReadError::new(kind, &document.id, message));
        if !self.ids.insert(document.id.clone()) {
            return refuse(
                ReadErrorKind::DuplicateId,
                "expected one document with this id, found two",
            );
        }
        if let Some(date) = document.day.as_deref().filter(|date| day(date).is_none()) {
            let message = format!("expected a date as in “2024-06-21”, found {}", quoted(date));
            return refuse(ReadErrorKind::Argument, &message);
        }
        let more = self.expected.saturating_sub(self.ids.len());
        if !self.stored.add(document, more) {
            return full();
        }
        Ok(())
    }
}

/// The error for texts that are too long together.
pub fn full<T>() -> Result<T, ReadError> {
    let message = "the texts of an index may have at most 4 GiB in total; split them up";
    Err(ReadError::new(ReadErrorKind::Limit, "documents", message))
}
