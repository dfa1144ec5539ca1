//! Which index answers queries over some documents? The inverted index: its segments, and what has been made of
//! the documents besides.

use std::sync::OnceLock;

use super::forward::ForwardIndex;
use super::live::LiveSegment;
use super::synonym::Synonyms;
use crate::search::filter::{Annotations, DocumentValues, Facets, Selection};
use crate::search::index::segment::Segment;
use crate::search::schema::{Documents, Knowledge, Named, Schema};

/// An inverted index over the blocks of documents.
///
/// It is made of segments that never change: documents join in a segment of their own, leave by a
/// mark, and now and then small segments are laid together (a log-structured merge, as in Lucene).
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// Its segments, each with those of its documents that are there.
    pub(in crate::search) live: Vec<LiveSegment>,
    /// What its documents look like.
    pub(in crate::search) schema: Schema,
    /// How many documents there are.
    pub(in crate::search) count: u32,
    /// For each document, what filters and the order by date ask of it; once somebody asked.
    pub(in crate::search) values: OnceLock<Vec<DocumentValues>>,
    /// What hits are counted by, likewise.
    pub(in crate::search) facets: OnceLock<Facets>,
    /// Facets of names that were found elsewhere, by field.
    pub(in crate::search) named: Vec<(String, Named)>,
    /// What is known of blocks besides their words; `None` when nobody looked.
    pub(in crate::search) annotations: Option<Annotations>,
    /// Which names mean the same.
    pub(in crate::search) synonyms: Synonyms,
    /// The words of the blocks in their order, once collocations have been asked for.
    pub(in crate::search) forward: OnceLock<ForwardIndex>,
}

impl Index {
    /// Takes over what others know of the documents. It replaces all that was taken over before, and
    /// holds until the documents change.
    pub fn learn(&mut self, knowledge: Knowledge) {
        self.annotations = Some(Annotations::new(&knowledge.annotations));
        self.synonyms = Synonyms::new(&knowledge.names);
        self.named = knowledge.facets;
        self.facets = OnceLock::new();
    }

    /// For each document what filters and the order by date ask of it, made when first asked for.
    pub(in crate::search) fn values(&self, documents: &dyn Documents) -> &[DocumentValues] {
        let values = || DocumentValues::all(documents, &self.schema);
        self.values.get_or_init(values)
    }

    /// What hits are counted by, made when first asked for.
    pub(in crate::search) fn facets(&self, documents: &dyn Documents) -> &Facets {
        let facets = || Facets::build(documents, &self.schema, &self.named);
        self.facets.get_or_init(facets)
    }

    /// For each document whether a selection admits it; `None` when nothing is selected.
    pub(in crate::search) fn admitted(
        &self,
        documents: &dyn Documents,
        selection: &Selection,
    ) -> Option<Vec<bool>> {
        (!selection.is_open()).then(|| self.facets(documents).admitted(selection))
    }

    /// Whether a hit can show a block.
    pub(in crate::search) fn is_shown(&self, segment: &Segment, block: u32) -> bool {
        self.schema.is_shown(segment.field(block))
    }

    /// Its segments, in order.
    pub(in crate::search) fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.live.iter().map(|live| &live.segment)
    }
}
