//! What is shown of a hit? A builder of hits: passages with their marks and snippets, scores and
//! explanations.

use super::explain::{explanation, score_parts};
use super::options::Options;
use super::shape::{Explanation, Hit};
use crate::document::DocId;
use crate::search::evaluation::{Plan, Spot};
use crate::search::index::HitUnit;
use crate::search::rank::Scored;

impl Plan<'_> {
    /// A hit with its passages; it stands for hits in `copies`.
    pub fn hit(&self, scored: Scored, copies: Vec<DocId>, options: &Options) -> Hit {
        let segment = &self.index.live[scored.segment as usize].segment;
        let local = match options.by {
            HitUnit::Article => scored.id,
            HitUnit::Passage => segment.document_of(scored.id),
        };
        let spot = |block| Spot {
            segment: scored.segment,
            local,
            block,
            doc: DocId(scored.document),
        };
        let is_shown = options.by == HitUnit::Passage || options.passages > 0;
        let places = if is_shown {
            self.places_of(scored.segment as usize, local)
        } else {
            Vec::new()
        };
        let blocks = match options.by {
            HitUnit::Passage => vec![scored.id],
            HitUnit::Article if !is_shown => Vec::new(),
            HitUnit::Article => {
                self.passages_of(scored.segment as usize, local, options.passages, &places)
            }
        };
        let document = match blocks.as_slice() {
            [] => None,
            _ => self.documents.document(scored.document),
        };
        let passage = |block| {
            let document = document.as_deref()?;
            Some(self.passage(document, spot(block), &places, options.snippets))
        };
        Hit {
            doc: DocId(scored.document),
            score: f64::from(scored.score),
            passages: blocks.into_iter().filter_map(passage).collect(),
            copies,
            score_parts: if options.explain {
                score_parts(self, scored, options.by)
            } else {
                Vec::new()
            },
        }
    }

    /// How the query was understood, and what of it occurs in the corpus; `None` for a query
    /// without a tree.
    pub fn explanation(&self) -> Option<Explanation> {
        Some(explanation(self, self.query.root.as_ref()?))
    }

    /// For a query without hits, a whole query that has some: with a misspelt phrase corrected, or
    /// with its words alone.
    pub fn suggestion(&self, by: HitUnit) -> Option<String> {
        let finds = |query: &String| {
            let plan = Plan::new(self.index, self.documents, query, self.with_synonyms);
            query != self.typed && !plan.ranked(by, 0).is_empty()
        };
        let words = self
            .clauses
            .iter()
            .map(|c| self.query.texts[c.text].typed.as_str());
        let words: Vec<&str> = words.collect();
        [self.mended.clone(), Some(words.join(" "))]
            .into_iter()
            .flatten()
            .find(finds)
    }
}
