//! Which index answers queries over some documents? The inverted index: its segments, and what has been made of
//! the documents besides.

use std::sync::OnceLock;

use super::forward::Running;
use super::live::Part;
use super::synonym::Synonyms;
use crate::search::filter::{Annotations, Facets, Head, Selection};
use crate::search::index::segment::Segment;
use crate::search::schema::{Documents, Knowledge, Named, Schema};

/// An inverted index over the blocks of documents.
///
/// It is made of segments that never change: documents join in a segment of their own, leave by a
/// mark, and now and then small segments are laid together (a log-structured merge, as in Lucene).
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(in crate::search) parts: Vec<Part>,
    /// What its documents look like.
    pub(in crate::search) schema: Schema,
    /// How many documents there are.
    pub(in crate::search) count: u32,
    /// For each document, what filters and the order by date ask of it; once somebody asked.
    pub(in crate::search) heads: OnceLock<Vec<Head>>,
    /// What hits are counted by, likewise.
    pub(in crate::search) facets: OnceLock<Facets>,
    /// Facets of names that were found elsewhere, by field.
    pub(in crate::search) named: Vec<(String, Named)>,
    /// What is known of blocks besides their words; `None` when nobody looked.
    pub(in crate::search) annotations: Option<Annotations>,
    /// Which names mean the same.
    pub(in crate::search) synonyms: Synonyms,
    /// The words of the blocks in their order, once collocations have been asked for.
    pub(in crate::search) running: OnceLock<Running>,
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

    pub(in crate::search) fn heads(&self, documents: &dyn Documents) -> &[Head] {
        let heads = || Head::all(documents, &self.schema);
        self.heads.get_or_init(heads)
    }

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

    pub(in crate::search) fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.parts.iter().map(|part| &part.segment)
    }
}
