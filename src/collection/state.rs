//! What does a collection contain? A state with one owner: the texts of documents and the index
//! over them, and the methods that change and query both.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use super::batch::{Batch, full};
use super::document::StoredDocument;
use super::mapping::Mapping;
use super::stored_fields::StoredFields;
use crate::document::{DocId, Document};
use crate::error::ReadError;
use crate::search::{Answer, Documents, Index, Options};
use crate::text::Span;

/// Documents of one shape and the index over them. Documents keep the order in which they were
/// added.
#[derive(Debug, Clone)]
pub struct Collection {
    pub(super) mapping: Mapping,
    pub(super) stored: StoredFields,
    pub(super) index: Index,
    /// The number of each id; built on first use.
    numbers: OnceLock<HashMap<String, u32>>,
}

impl Collection {
    /// An empty collection.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] for an invalid mapping; see [`Mapping`].
    pub fn new(mapping: Mapping) -> Result<Self, ReadError> {
        let index = Index::of(mapping.schema()?);
        Ok(Self::over(StoredFields::new(&mapping), index, mapping))
    }

    pub(super) fn over(stored: StoredFields, index: Index, mapping: Mapping) -> Self {
        Self {
            mapping,
            stored,
            index,
            numbers: OnceLock::new(),
        }
    }

    /// The description of its documents.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// The number of documents.
    pub fn len(&self) -> usize {
        self.stored.len()
    }

    /// Whether there are no documents.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The id of the document of a hit; empty if there is no such document.
    pub fn id(&self, id: DocId) -> &str {
        self.stored.id(id.0)
    }

    /// The document with an id.
    pub fn get(&self, id: &str) -> Option<StoredDocument> {
        self.number(id).map(|number| self.stored.stored(number))
    }

    /// Adds documents at the end, in their order. A document with the same id is removed.
    ///
    /// # Errors
    /// As for [`Batch::push`] and [`Collection::join`]; then nothing is added.
    pub fn add(&mut self, documents: &[StoredDocument]) -> Result<(), ReadError> {
        let mut batch = Batch::new(&self.mapping, documents.len());
        documents
            .iter()
            .try_for_each(|document| batch.push(document))?;
        self.join(batch)
    }

    /// Adds the documents of a batch in the same way.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Limit`] if all texts together would exceed 4 GiB; then
    /// nothing is added.
    pub fn join(&mut self, batch: Batch) -> Result<(), ReadError> {
        if !self.stored.has_room(&batch.stored) {
            return full();
        }
        if !self.is_empty() {
            self.remove(&batch.ids.into_iter().collect::<Vec<_>>());
        }
        self.stored.join(batch.stored);
        self.numbers = OnceLock::new();
        self.index.append(&self.stored);
        Ok(())
    }

    /// Removes the documents with these ids; unknown ids are ignored.
    pub fn remove<Id: AsRef<str>>(&mut self, ids: &[Id]) {
        let mut gone: Vec<u32> = ids
            .iter()
            .filter_map(|id| self.number(id.as_ref()))
            .collect();
        gone.sort_unstable();
        gone.dedup();
        if gone.is_empty() {
            return;
        }
        self.stored.remove(&gone);
        self.numbers = OnceLock::new();
        let gone: Vec<DocId> = gone.into_iter().map(DocId).collect();
        self.index.remove(&gone, &self.stored);
    }

    /// The answer to a query; see [`Index::search`]. Passages are paragraphs, numbered within the
    /// document; their spans index the text of [`Collection::document`].
    pub fn search(&self, query: &str, options: &Options) -> Answer {
        self.index.search(&self.stored, query, options)
    }

    /// A document as answers refer to it: its fields, one per line, with their paragraphs as
    /// blocks; `None` if there is no such document.
    pub fn document(&self, id: DocId) -> Option<Document> {
        self.stored.document(id.0).map(Cow::into_owned)
    }

    /// The field that contains a block of a document: its ordinal in the mapping, its start in the
    /// text of [`Collection::document`] in bytes, and its text; then the span of the block in the
    /// text of the document. `None` if there is no such block.
    pub fn field(&self, id: DocId, block: usize) -> Option<(usize, u32, &str, Span)> {
        self.stored.field_of(id.0, block)
    }

    /// Words that start with `prefix`; see [`Index::suggest`].
    pub fn suggest(&self, prefix: &str, limit: usize) -> Vec<(String, usize)> {
        self.index.suggest(prefix, limit)
    }

    fn number(&self, id: &str) -> Option<u32> {
        let all = || {
            let numbers = 0..self.stored.len() as u32;
            numbers.map(|n| (self.stored.id(n).to_owned(), n)).collect()
        };
        self.numbers.get_or_init(all).get(id).copied()
    }
}
