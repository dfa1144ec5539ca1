//! Whom does each article name and quote? Handed to the index as plain data, for facets and filters.

use super::Corpus;
use crate::document::DocId;
use crate::search::Named;

impl Corpus {
    /// Hands the entities of each document to the index, and those that it quotes.
    pub(super) fn name_in_index(&mut self) {
        let entities = self.entities().iter();
        let names: Vec<_> = entities.map(|e| (e.id.clone(), e.name.clone())).collect();
        let named = |of: &dyn Fn(DocId) -> Vec<u32>| Named {
            names: names.clone(),
            of: self.ids().map(of).collect(),
        };
        let entity = named(&|doc| {
            let mentions = 0..self.mentions(doc).len() as u32;
            self.each_once(doc, mentions)
        });
        let speaker = named(&|doc| {
            let quotations = self.quotations(doc).iter();
            let speakers = quotations.filter_map(|q| q.speaker.as_ref()?.mention);
            self.each_once(doc, speakers)
        });
        self.index.name("entity", entity);
        self.index.name("speaker", speaker);
    }

    /// The entities of some mentions of a document, each once, in entity order.
    fn each_once(&self, doc: DocId, mentions: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut entities: Vec<u32> = mentions
            .filter_map(|mention| Some(self.entity_of(doc, mention)?.0))
            .collect();
        entities.sort_unstable();
        entities.dedup();
        entities
    }
}
