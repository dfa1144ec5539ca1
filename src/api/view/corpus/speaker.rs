//! Speakers: in a list, with how often each outlet quotes them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::View;
use super::argument::portion;
use crate::api::options::*;
use crate::api::shape::*;
use crate::document::DocId;
use crate::entity::EntityId;
use crate::error::ReadError;
use crate::order;

/// How many outlets a speaker lists.
const OUTLETS: usize = 5;

impl View {
    /// The speakers of the quotations that a filter lets through, most quoted first, then by name;
    /// those whom nothing names come last, in one row.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when the article that it names is not here.
    pub fn speakers(&self, filter: &SpeakerFilter) -> Result<SpeakerList, ReadError> {
        let asked = self.asked(filter.article.as_ref())?.into_iter();
        let mut places: BTreeMap<Option<EntityId>, Vec<DocId>> = BTreeMap::new();
        for row in asked.flat_map(|doc| self.held(doc)) {
            let is_counted = match filter.kind {
                Some(kind) => kind == row.quotation.kind.into(),
                None => row.holder.is_none(),
            };
            if is_counted {
                let entity = self.speaking(row.doc, row.quotation);
                places.entry(entity).or_default().push(row.doc);
            }
        }
        let name = |id: EntityId| &self.corpus.entities()[id.0 as usize].name;
        let mut speakers: Vec<(Option<EntityId>, Vec<DocId>)> = places.into_iter().collect();
        order::sort_by_key(&mut speakers, |(id, at)| {
            (id.is_none(), Reverse(at.len()), id.map(name))
        });
        Ok(SpeakerList {
            quotations: speakers.iter().map(|(_, at)| at.len() as u32).sum(),
            named: speakers.iter().filter(|(id, _)| id.is_some()).count() as u32,
            total: speakers.len() as u32,
            speakers: portion(speakers.iter(), filter.offset, filter.limit)
                .map(|(id, at)| self.speaker_summary(*id, at))
                .collect(),
        })
    }

    /// A speaker who is quoted once in each of these documents, which may recur.
    fn speaker_summary(&self, id: Option<EntityId>, at: &[DocId]) -> SpeakerSummary {
        let entity = id.map(|id| &self.corpus.entities()[id.0 as usize]);
        let role = entity.and_then(|entity| entity.roles.first());
        let outlets = self.outlets(at);
        SpeakerSummary {
            entity: entity.map(|entity| entity.id.clone()),
            name: entity.map(|entity| entity.name.clone()),
            kind: entity.map(|entity| entity.kind.into()),
            role: role.map(|&(doc, span)| self.slice(doc, span)),
            quotations: at.len() as u32,
            outlet_count: outlets.len() as u32,
            outlets: outlets.into_iter().take(OUTLETS).collect(),
        }
    }

    /// How many of some documents each outlet has, most first, then by name.
    fn outlets(&self, at: &[DocId]) -> Vec<OutletCount> {
        // An article without an outlet stands for itself.
        let mut counts: BTreeMap<(Option<&str>, Option<DocId>), OutletCount> = BTreeMap::new();
        for &doc in at {
            let publisher = self.corpus.document(doc).publisher.as_deref();
            let new = || OutletCount {
                publisher: publisher.map(str::to_owned),
                article: self.id(doc),
                count: 0,
            };
            let key = (publisher, publisher.is_none().then_some(doc));
            counts.entry(key).or_insert_with(new).count += 1;
        }
        let mut outlets: Vec<OutletCount> = counts.into_values().collect();
        order::sort_by_key(&mut outlets, |outlet| Reverse(outlet.count));
        outlets
    }
}
