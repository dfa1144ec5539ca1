//! How much there is, of everything.

use super::View;
use crate::api::shape::*;
use crate::entity;
use crate::quote;

impl View {
    /// How many articles, words, entities, quotations and dates there are.
    pub fn overview(&self) -> Overview {
        let corpus = &self.corpus;
        let days = corpus.documents().iter().filter_map(|document| {
            let day = document.published.as_ref().or(document.updated.as_ref())?;
            day.get(..10)
        });
        let (first, last) = (days.clone().min(), days.max());
        let entities = entity::EntityKind::ALL.map(|kind| EntityKindCount {
            kind: kind.into(),
            count: corpus.entities().iter().filter(|e| e.kind == kind).count() as u32,
        });
        let quotations = quote::QuotationKind::ALL.map(|kind| {
            let quotations = corpus.ids().flat_map(|doc| corpus.quotations(doc));
            QuotationKindCount {
                kind: kind.into(),
                count: quotations.filter(|q| q.kind == kind).count() as u32,
            }
        });
        Overview {
            articles: corpus.documents().len() as u32,
            words: corpus.ids().map(|doc| corpus.summary(doc).words).sum(),
            first: first.map(str::to_owned),
            last: last.map(str::to_owned),
            entities: entities.into_iter().filter(|e| e.count > 0).collect(),
            quotations: quotations.into(),
            dates: corpus.ids().map(|doc| corpus.dated(doc).len() as u32).sum(),
        }
    }
}
