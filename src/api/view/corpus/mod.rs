//! A corpus as it is seen from outside, one noun a file.

mod analysis;
mod article;
mod compare;
mod concordance;
mod date;
mod decision;
mod entity;
mod graph;
mod group;
mod quote;
mod reference;
mod report;
mod search;
mod speech;

pub use article::operations;

use std::sync::OnceLock;

use crate::api::shape::Range;
use crate::compare::{Event, Group};
use crate::corpus::Corpus;
use crate::document::DocId;
use crate::text::{OffsetIndex, Span, Unit};

/// A corpus as seen from outside, with offsets in one unit.
#[derive(Debug, Clone)]
pub struct View {
    corpus: Corpus,
    unit: Unit,
    offsets: Vec<OffsetIndex>,
    /// The groups of all articles, once they were asked for.
    groups: OnceLock<Vec<Group>>,
    /// The events of all articles, likewise.
    events: OnceLock<Vec<Event>>,
}

impl View {
    /// The view of a corpus with offsets in `unit`.
    pub fn new(corpus: Corpus, unit: Unit) -> Self {
        let offsets = Vec::new();
        let mut view = Self {
            corpus,
            unit,
            offsets,
            groups: OnceLock::new(),
            events: OnceLock::new(),
        };
        view.change(|_| ());
        view
    }

    /// The corpus behind the view.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Changes the corpus behind the view.
    pub fn change<T>(&mut self, change: impl FnOnce(&mut Corpus) -> T) -> T {
        let answer = change(&mut self.corpus);
        self.groups = OnceLock::new();
        self.events = OnceLock::new();
        let documents = self.corpus.documents().iter();
        self.offsets = documents
            .map(|document| OffsetIndex::new(&document.text, self.unit))
            .collect();
        answer
    }

    fn range(&self, doc: DocId, span: Span) -> Range {
        self.offsets[doc.0 as usize].range(span)
    }

    fn offset(&self, doc: DocId, byte: u32) -> u32 {
        self.offsets[doc.0 as usize].offset(byte)
    }

    fn slice(&self, doc: DocId, span: Span) -> String {
        self.corpus.document(doc).slice(span).to_owned()
    }

    fn id(&self, doc: DocId) -> String {
        self.corpus.document(doc).id.clone()
    }
}
