//! How are documents of other shapes searched? Sections, weights and filters of one's own over the
//! engine that searches articles; documents join and leave, and all is kept as bytes.

mod earlier;
mod pack;
mod shape;
mod shelf;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use crate::document::{DocId, Document};
use crate::error::{ReadError, ReadErrorKind, quoted};
use crate::search::{Answer, Documents, Index, Knowledge, Options, day};
use crate::text::Span;
pub use shape::{Part, Shape};
pub use shelf::Entry;
use shelf::Shelf;

/// Documents of one shape, and the index over them. Documents keep the order they came in.
#[derive(Debug, Clone)]
pub struct Store {
    shape: Shape,
    shelf: Shelf,
    index: Index,
    /// The number of each id, once somebody asked.
    numbers: OnceLock<HashMap<String, u32>>,
}

/// Documents of a shape that are to join a store together. What they were read from may go meanwhile.
#[derive(Debug)]
pub struct Batch {
    shelf: Shelf,
    ids: BTreeSet<String>,
    /// How many documents are expected.
    expected: usize,
}

impl Batch {
    /// A batch for about so many documents.
    pub fn new(shape: &Shape, expected: usize) -> Self {
        Self {
            shelf: Shelf::new(shape),
            ids: BTreeSet::new(),
            expected,
        }
    }

    /// Adds a document.
    ///
    /// # Errors
    /// [`ReadErrorKind::DuplicateId`] when one of them has its id already, [`ReadErrorKind::Argument`] for a
    /// day that is no date, [`ReadErrorKind::Limit`] when their texts would exceed 4 GiB.
    pub fn push(&mut self, entry: &Entry) -> Result<(), ReadError> {
        let refuse = |kind, message: &str| Err(ReadError::new(kind, &entry.id, message));
        if !self.ids.insert(entry.id.clone()) {
            return refuse(
                ReadErrorKind::DuplicateId,
                "expected one document of this id, found two",
            );
        }
        if let Some(date) = entry.day.as_deref().filter(|date| day(date).is_none()) {
            let message = format!("expected a date as in “2024-06-21”, found {}", quoted(date));
            return refuse(ReadErrorKind::Argument, &message);
        }
        let more = self.expected.saturating_sub(self.ids.len());
        if !self.shelf.add(entry, more) {
            return full();
        }
        Ok(())
    }
}

fn full<T>() -> Result<T, ReadError> {
    let message = "the texts of an index may have 4 GiB together; part them";
    Err(ReadError::new(ReadErrorKind::Limit, "documents", message))
}

impl Store {
    /// A store of no documents.
    ///
    /// # Errors
    /// [`ReadErrorKind::Argument`] for a shape that no document can have; see [`Shape`].
    pub fn new(shape: Shape) -> Result<Self, ReadError> {
        let index = Index::of(shape.schema()?);
        Ok(Self::over(Shelf::new(&shape), index, shape))
    }

    fn over(shelf: Shelf, mut index: Index, shape: Shape) -> Self {
        index.learn(Knowledge {
            names: shape.synonyms.clone(),
            ..Knowledge::default()
        });
        Self {
            shape,
            shelf,
            index,
            numbers: OnceLock::new(),
        }
    }

    /// What its documents look like.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.shelf.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The id of the document of a hit; empty for one that is not there.
    pub fn id(&self, id: DocId) -> &str {
        self.shelf.id(id.0)
    }

    /// The document called `id`.
    pub fn get(&self, id: &str) -> Option<Entry> {
        self.number(id).map(|number| self.shelf.entry(number))
    }

    /// Puts documents behind those that are here, in their order; one whose id is known takes the place
    /// of the document that had it, at the end.
    ///
    /// # Errors
    /// Those of [`Batch::push`] and [`Store::join`]; nothing is added then.
    pub fn add(&mut self, entries: &[Entry]) -> Result<(), ReadError> {
        let mut batch = Batch::new(&self.shape, entries.len());
        entries.iter().try_for_each(|entry| batch.push(entry))?;
        self.join(batch)
    }

    /// The same for documents that were gathered one by one.
    ///
    /// # Errors
    /// [`ReadErrorKind::Limit`] when all texts together would exceed 4 GiB; nothing is added then.
    pub fn join(&mut self, batch: Batch) -> Result<(), ReadError> {
        if !self.shelf.has_room(&batch.shelf) {
            return full();
        }
        if !self.is_empty() {
            self.remove(&batch.ids.into_iter().collect::<Vec<_>>());
        }
        self.shelf.join(batch.shelf);
        self.numbers = OnceLock::new();
        self.index.append(&self.shelf);
        Ok(())
    }

    /// Takes the documents of these ids out; an id that is not here is passed over.
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
        self.shelf.remove(&gone);
        self.numbers = OnceLock::new();
        let gone: Vec<DocId> = gone.into_iter().map(DocId).collect();
        self.index.remove(&gone, &self.shelf);
    }

    /// What `query` finds; see [`Index::search`]. A passage is a paragraph, by its ordinal in the
    /// document; its spans are bytes of [`Store::document`].
    pub fn search(&self, query: &str, options: &Options) -> Answer {
        self.index.search(&self.shelf, query, options)
    }

    /// A document as answers count it: its sections, a line each, and their paragraphs as blocks; `None`
    /// for one that is not there.
    pub fn document(&self, id: DocId) -> Option<Document> {
        self.shelf.document(id.0).map(Cow::into_owned)
    }

    /// The section that a block of a document lies in: its ordinal in the shape, where it starts in the
    /// text of [`Store::document`], and its own text; then where the block stands in that of the document.
    /// Offsets are bytes; `None` for a block that is not there.
    pub fn section(&self, id: DocId, block: usize) -> Option<(usize, u32, &str, Span)> {
        self.shelf.section_of(id.0, block)
    }

    /// Words that start with `prefix`; see [`Index::suggest`].
    pub fn suggest(&self, prefix: &str, limit: usize) -> Vec<(String, usize)> {
        self.index.suggest(prefix, limit)
    }

    fn number(&self, id: &str) -> Option<u32> {
        let all = || {
            let numbers = 0..self.shelf.len() as u32;
            numbers.map(|n| (self.shelf.id(n).to_owned(), n)).collect()
        };
        self.numbers.get_or_init(all).get(id).copied()
    }
}
