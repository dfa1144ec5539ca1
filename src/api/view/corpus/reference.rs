//! Words that mean somebody without naming them.

use std::collections::BTreeSet;

use super::View;
use crate::api::options::*;
use crate::api::shape::*;
use crate::document::DocId;
use crate::error::ReadError;
use crate::order;

impl View {
    /// The references that a filter lets through, in corpus and text order.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when the article or the entity that it names is
    /// not here.
    pub fn references(&self, filter: &ReferenceFilter) -> Result<Vec<ReferenceView>, ReadError> {
        let asked = |r: &ReferenceView| filter.entity.as_ref().is_none_or(|e| r.entity == *e);
        let documents = self.documents_of(filter)?.into_iter();
        Ok(documents
            .flat_map(|doc| self.references_of(doc))
            .filter(asked)
            .collect())
    }

    /// The documents that a filter leaves: an entity is meant only where it is named too.
    fn documents_of(&self, filter: &ReferenceFilter) -> Result<Vec<DocId>, ReadError> {
        let mut documents = self.asked(filter.article.as_ref())?;
        if let Some(id) = self.known_entity(filter.entity.as_ref())? {
            let mentions = &self.corpus.entities()[id.0 as usize].mentions;
            let named: BTreeSet<DocId> = order::gathered(mentions.iter().map(|(doc, _)| *doc));
            documents.retain(|doc| named.contains(doc));
        }
        Ok(documents)
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
