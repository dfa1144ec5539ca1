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

use crate::api::shape::Range;
use crate::corpus::Corpus;
use crate::document::DocId;
use crate::error::{ReadError, ReadErrorKind};
use crate::text::{OffsetIndex, Span, Unit};

/// A corpus as seen from outside, with offsets in one unit.
#[derive(Debug, Clone)]
pub struct View {
    corpus: Corpus,
    unit: Unit,
    /// The offsets of each document, in `unit`.
    offsets: Vec<OffsetIndex>,
}

impl View {
    /// The view of a corpus with offsets in `unit`.
    pub fn new(corpus: Corpus, unit: Unit) -> Self {
        let offsets = offsets(&corpus, unit);
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

    /// Changes the corpus behind the view: the one way to do so.
    pub fn change<T>(&mut self, change: impl FnOnce(&mut Corpus) -> T) -> T {
        let answer = change(&mut self.corpus);
        self.offsets = offsets(&self.corpus, self.unit);
        answer
    }

    /// The articles of some ids in their order, each once; `argument` is what named them.
    ///
    /// # Errors
    /// [`ReadErrorKind::Argument`] when one is not here.
    fn found(&self, argument: &str, ids: &[String]) -> Result<Vec<DocId>, ReadError> {
        let mut found: Vec<DocId> = Vec::new();
        for id in ids {
            let doc = self.corpus.find(id).ok_or_else(|| {
                let words = format!("there is no article {id:?}; articles() lists their ids");
                ReadError::new(ReadErrorKind::Argument, argument, words)
            })?;
            if !found.contains(&doc) {
                found.push(doc);
            }
        }
        Ok(found)
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

/// The offsets of each document of a corpus.
fn offsets(corpus: &Corpus, unit: Unit) -> Vec<OffsetIndex> {
    let documents = corpus.documents().iter();
    documents
        .map(|document| OffsetIndex::new(&document.text, unit))
        .collect()
}
