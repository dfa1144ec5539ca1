//! Which hits say what another already says? Hits of copies are folded under the hit of the article
//! that comes first among those that consist of nearly the same words.
//!
//! Of articles, one of each set remains. Of passages, only those of the same words are folded: what a
//! copy adds or changes is a hit of its own.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::DocId;
use crate::search::evaluation::Plan;
use crate::search::index::HitUnit;
use crate::search::rank::Scored;
use crate::text::fold::fold;

/// Hits that stand for others.
#[derive(Default)]
pub struct Folding {
    /// The documents of the hits that were folded under a hit, by the segment and number of that.
    under: FxHashMap<(u32, u32), Vec<DocId>>,
}

/// What hits have in common that are folded: the set of their documents, and their words.
type Common = (usize, Option<String>);

impl Folding {
    /// Folds hits and removes those that others stand for; `sets` contain documents that consist of
    /// nearly the same words, each in the order in which they stand for the others.
    pub fn new(plan: &Plan, by: HitUnit, sets: &[Vec<DocId>], hits: &mut Vec<Scored>) -> Self {
        let mut places: FxHashMap<u32, (usize, usize)> = FxHashMap::default();
        for (set, documents) in sets.iter().enumerate() {
            let each = documents.iter().enumerate();
            places.extend(each.map(|(at, document)| (document.0, (set, at))));
        }
        let mut folds: FxHashMap<Common, Vec<(usize, Scored)>> = FxHashMap::default();
        for hit in hits.iter() {
            if let Some(&(set, at)) = places.get(&hit.document) {
                let words = (by == HitUnit::Passage).then(|| words(plan, hit));
                folds.entry((set, words)).or_default().push((at, *hit));
            }
        }
        let mut folding = Self::default();
        let mut gone = FxHashSet::default();
        for same in folds.into_values() {
            let Some(&(first, kept)) = same.iter().min_by_key(|(at, hit)| (*at, hit.id)) else {
                continue;
            };
            let others: Vec<_> = same.iter().filter(|(at, _)| *at != first).collect();
            gone.extend(others.iter().map(|(_, hit)| (hit.segment, hit.id)));
            let mut documents: Vec<DocId> =
                others.iter().map(|(_, hit)| DocId(hit.document)).collect();
            documents.sort_unstable();
            documents.dedup();
            if !documents.is_empty() {
                folding.under.insert((kept.segment, kept.id), documents);
            }
        }
        hits.retain(|hit| !gone.contains(&(hit.segment, hit.id)));
        folding
    }

    /// The documents whose hits a hit stands for, in corpus order.
    pub fn under(&self, hit: &Scored) -> Vec<DocId> {
        let documents = self.under.get(&(hit.segment, hit.id));
        documents.cloned().unwrap_or_default()
    }
}

/// The words of a passage, without case, accents and blanks.
fn words(plan: &Plan, hit: &Scored) -> String {
    let segment = &plan.index.live[hit.segment as usize].segment;
    let first = segment.blocks_of(segment.document_of(hit.id)).start;
    let document = plan.documents.document(hit.document);
    let text = document.as_deref().and_then(|document| {
        let block = document.blocks.get((hit.id - first) as usize)?;
        Some(fold(document.slice(block.span)))
    });
    text.unwrap_or_default().split_whitespace().collect()
}
