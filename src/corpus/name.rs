//! Whom does each article name and quote? Plain data for the facets and filters of the search.

use std::sync::Arc;

use super::state::Corpus;
use crate::document::DocId;
use crate::search::Named;

/// The entities that each document names and those that it quotes, each under the name of its
/// facet.
pub(super) fn facets(corpus: &Corpus) -> Vec<(String, Named)> {
    let entities = corpus.entities().iter();
    let names: Arc<[_]> = entities.map(|e| (e.id.clone(), e.name.clone())).collect();
    let named = |of: &dyn Fn(DocId) -> Vec<u32>| Named {
        names: names.clone(),
        of: corpus.ids().map(of).collect(),
    };
    let entity = named(&|doc| {
        let mentions = 0..corpus.mentions(doc).len() as u32;
        each_once(corpus, doc, mentions)
    });
    let speaker = named(&|doc| {
        let quotations = corpus.quotations(doc).iter();
        let speakers = quotations.filter_map(|q| q.speaker.as_ref()?.mention);
        each_once(corpus, doc, speakers)
    });
    vec![("entity".into(), entity), ("speaker".into(), speaker)]
}

/// The distinct entities of some mentions of a document, in entity order.
fn each_once(corpus: &Corpus, doc: DocId, mentions: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut entities: Vec<u32> = mentions
        .filter_map(|mention| Some(corpus.entity_of(doc, mention)?.0))
        .collect();
    entities.sort_unstable();
    entities.dedup();
    entities
}
