//! A corpus as it is seen from outside, one noun a file.

mod analysis;
mod argument;
mod article;
mod compare;
mod concordance;
mod date;
mod decision;
mod entity;
mod graph;
mod group;
mod overview;
mod quote;
mod reference;
mod related;
mod report;
mod search;
mod speaker;
mod speech;

pub use article::operations;

use std::sync::OnceLock;

use crate::api::shape::Range;
use crate::corpus::Corpus;
use crate::document::DocId;
use crate::error::ReadError;
use crate::text::{OffsetIndex, Span, Unit};

/// A corpus as seen from outside, with offsets in one unit.
#[derive(Debug, Clone)]
pub struct View {
    corpus: Corpus,
    unit: Unit,
    /// The offsets of each document, in `unit`; computed on first use.
    offsets: Vec<OnceLock<OffsetIndex>>,
}

impl View {
    /// The view of a corpus with offsets in `unit`.
    pub fn new(corpus: Corpus, unit: Unit) -> Self {
        let offsets = offsets(&corpus);
        Self {
            corpus,
            unit,
            offsets,
        }
    }

    /// The corpus behind the view.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Takes the articles of these ids out.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when one is not here; all stay then.
    pub fn remove(&mut self, ids: &[String]) -> Result<(), ReadError> {
        self.all_known("ids", ids)?;
        self.change(|corpus| corpus.remove(ids));
        Ok(())
    }

    /// Changes the corpus behind the view: the one way to do so.
    pub fn change<T>(&mut self, change: impl FnOnce(&mut Corpus) -> T) -> T {
        let answer = change(&mut self.corpus);
        self.offsets = offsets(&self.corpus);
        answer
    }

    fn offsets(&self, doc: DocId) -> &OffsetIndex {
        let text = &self.corpus.document(doc).text;
        let offsets = || OffsetIndex::new(text, self.unit);
        self.offsets[doc.0 as usize].get_or_init(offsets)
    }

    fn range(&self, doc: DocId, span: Span) -> Range {
        self.offsets(doc).range(span)
    }

    fn offset(&self, doc: DocId, byte: u32) -> u32 {
        self.offsets(doc).offset(byte)
    }

    fn slice(&self, doc: DocId, span: Span) -> String {
        self.corpus.document(doc).slice(span).to_owned()
    }

    fn id(&self, doc: DocId) -> String {
        self.corpus.document(doc).id.clone()
    }
}

/// Room for the offsets of each document of a corpus.
fn offsets(corpus: &Corpus) -> Vec<OnceLock<OffsetIndex>> {
    corpus.ids().map(|_| OnceLock::new()).collect()
}
