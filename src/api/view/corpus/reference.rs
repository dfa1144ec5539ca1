//! Words that mean somebody without naming them.

use super::View;
use crate::api::shape::*;
use crate::document::DocId;
use crate::order;

impl View {
    /// The references that a filter lets through, in corpus and text order.
    pub fn references(&self, filter: &ReferenceFilter) -> Vec<ReferenceView> {
        let asked = |r: &ReferenceView| filter.entity.as_ref().is_none_or(|e| r.entity == *e);
        let documents = self.documents_of(filter).into_iter();
        documents
            .flat_map(|doc| self.references_of(doc))
            .filter(asked)
            .collect()
    }

    /// The documents that a filter leaves: an entity is meant only where it is named too.
    fn documents_of(&self, filter: &ReferenceFilter) -> Vec<DocId> {
        let mut documents: Vec<DocId> = match &filter.entity {
            Some(id) => {
                let entity = self.corpus.entity(id);
                let entity = entity.map(|id| &self.corpus.entities()[id.0 as usize]);
                order::gathered(entity.iter().flat_map(|e| &e.mentions).map(|(doc, _)| *doc))
            }
            None => self.corpus.ids().collect(),
        };
        documents.dedup();
        if let Some(article) = &filter.article {
            documents.retain(|&doc| self.corpus.document(doc).id == *article);
        }
        documents
    }

    pub(super) fn references_of(&self, doc: DocId) -> impl Iterator<Item = ReferenceView> + '_ {
        let references = self.corpus.references(doc).into_iter();
        references.map(move |reference| {
            let [start, end] = self.range(doc, reference.span);
            let entity = &self.corpus.entities()[reference.entity.0 as usize];
            let block = self.corpus.document(doc).block_at(reference.span.start);
            ReferenceView {
                article: self.id(doc),
                block: block as u32,
                start,
                end,
                text: self.slice(doc, reference.span),
                kind: reference.kind.into(),
                entity: entity.id.clone(),
                name: entity.name.clone(),
                confidence: super::concordance::rounded(reference.confidence),
            }
        })
    }
}
