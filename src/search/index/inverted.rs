//! Which index answers queries over documents? An inverted index: its segments, and caches of what
//! was derived from the documents.

use std::sync::OnceLock;

use fixedbitset::FixedBitSet;

use super::forward::ForwardIndex;
use super::live::LiveSegment;
use super::synonym::Synonyms;
use crate::search::filter::{Annotations, DocumentValues, Facets, Selection};
use crate::search::index::segment::Segment;
use crate::search::schema::{Documents, Schema};

/// An inverted index over the blocks of documents.
///
/// It consists of immutable segments: new documents form a segment of their own, removed documents
/// are marked, and small segments are merged now and then (a log-structured merge, as in Lucene).
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// The segments, with the numbers of their present documents.
    pub(in crate::search) live: Vec<LiveSegment>,
    /// The sections and columns of the documents.
    pub(in crate::search) schema: Schema,
    /// The number of documents.
    pub(in crate::search) count: u32,
    /// For each document, its values for filters and sorting by date; computed on first use.
    pub(in crate::search) values: OnceLock<Vec<DocumentValues>>,
    /// The facets of hits; computed on first use.
    pub(in crate::search) facets: OnceLock<Facets>,
    /// The annotations by what they refer to, if anybody looked; computed on first use.
    pub(in crate::search) annotations: OnceLock<Option<Annotations>>,
    /// Groups of names that mean the same; computed on first use.
    pub(in crate::search) synonyms: OnceLock<Synonyms>,
    /// The words of the blocks in reading order; computed on first use.
    pub(in crate::search) forward: OnceLock<ForwardIndex>,
}

impl Index {
    /// Discards what other rooms found in the documents: it will be asked for again.
    pub fn unlearn(&mut self) {
        self.annotations = OnceLock::new();
        self.synonyms = OnceLock::new();
        self.facets = OnceLock::new();
    }

    /// What was found in the blocks, by what it refers to; `None` if nobody looked.
    pub(in crate::search) fn annotations(&self, documents: &dyn Documents) -> Option<&Annotations> {
        let annotations = || documents.annotations().map(|all| Annotations::new(&all));
        self.annotations.get_or_init(annotations).as_ref()
    }

    /// Groups of names that mean the same.
    pub(in crate::search) fn synonyms(&self, documents: &dyn Documents) -> &Synonyms {
        let synonyms = || Synonyms::new(&documents.synonyms());
        self.synonyms.get_or_init(synonyms)
    }

    /// For each document, its values for filters and sorting by date; computed on first use.
    pub(in crate::search) fn values(&self, documents: &dyn Documents) -> &[DocumentValues] {
        let values = || DocumentValues::all(documents, &self.schema);
        self.values.get_or_init(values)
    }

    /// The facets of hits; computed on first use.
    pub(in crate::search) fn facets(&self, documents: &dyn Documents) -> &Facets {
        let facets = || Facets::build(documents, &self.schema);
        self.facets.get_or_init(facets)
    }

    /// The documents that a selection admits; `None` if nothing is selected.
    pub(in crate::search) fn admitted(
        &self,
        documents: &dyn Documents,
        selection: &Selection,
    ) -> Option<FixedBitSet> {
        (!selection.is_open()).then(|| self.facets(documents).admitted(selection))
    }

    /// Whether a hit can show a block.
    pub(in crate::search) fn is_shown(&self, segment: &Segment, block: u32) -> bool {
        self.schema.is_shown(segment.field(block))
    }

    /// The segments, in order.
    pub(in crate::search) fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.live.iter().map(|live| &live.segment)
    }
}
