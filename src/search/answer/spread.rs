//! How are the hits of a query distributed over articles? An accumulator of hits by document, and
//! the articles that match only as a whole or only in a passage.
//!
//! A query is evaluated for articles or for passages, and this unit must satisfy its conditions: "a
//! AND b" matches an article in which the two are far apart, "a -b" matches a passage of an article
//! that contains b elsewhere. An answer lists one unit and never mixes their numbers. A remark
//! states what the other unit would find in addition.

use fixedbitset::FixedBitSet;

use crate::document::DocId;
use crate::order;
use crate::search::evaluation::{Plan, empty, include, numbers};
use crate::search::index::HitUnit;
use crate::search::query::{Node, Remark};

/// The maximum number of articles that are listed as those with the most hits.
const RICHEST: usize = 30;

/// The number of hits in each document of the index.
pub struct Spread {
    /// By the number of the document.
    pub hits: Vec<usize>,
    /// The number of documents with hits.
    pub articles: usize,
}

impl Spread {
    /// Counts hits; `found` lists the document of each hit.
    pub fn new(documents: u32, found: &[u32]) -> Self {
        let mut hits = vec![0; documents as usize];
        for &document in found {
            hits[document as usize] += 1;
        }
        Self {
            articles: hits.iter().filter(|&&hits| hits > 0).count(),
            hits,
        }
    }

    /// The documents with the most hits, at most 30: in descending order, then in corpus order.
    pub fn richest(&self) -> Vec<(DocId, usize)> {
        let each = (0u32..).zip(&self.hits).filter(|(_, hits)| **hits > 0);
        let mut each: Vec<_> = each.map(|(number, &hits)| (DocId(number), hits)).collect();
        order::sort_by_key(&mut each, |(_, hits)| std::cmp::Reverse(*hits));
        each.truncate(RICHEST);
        each
    }
}

impl Plan<'_> {
    /// The documents that match as a whole although none of their passages is a hit, ascending.
    pub fn apart(&self, passages: &Spread, admitted: Option<&FixedBitSet>) -> Vec<DocId> {
        let mut apart = self.documents_matched();
        apart.retain(|&number| {
            let number = number as usize;
            passages.hits[number] == 0 && admitted.is_none_or(|admitted| admitted.contains(number))
        });
        apart.sort_unstable();
        apart.into_iter().map(DocId).collect()
    }

    /// A remark on passages that match although their article as a whole does not, because it
    /// contains what is excluded elsewhere. `None` if there are none.
    pub fn lone_passages(&self, found: &[u32], admitted: Option<&FixedBitSet>) -> Option<Remark> {
        self.query.root.as_ref().filter(|root| excludes(root))?;
        let mut whole = empty(self.index.count);
        found.iter().for_each(|&number| include(&mut whole, number));
        let lone = self.passages_matched().into_iter().filter(|&number| {
            !whole.contains(number as usize)
                && admitted.is_none_or(|admitted| admitted.contains(number as usize))
        });
        let lone: Vec<u32> = lone.collect();
        let spread = Spread::new(self.index.count, &lone);
        (!lone.is_empty()).then(|| {
            let passages = counted(lone.len(), "passage", "passages");
            let articles = counted(spread.articles, "more article", "more articles");
            let verb = if lone.len() == 1 { "matches" } else { "match" };
            let said = format!(
                "{passages} in {articles} {verb} the query, but not the article as a whole, which contains an excluded word elsewhere"
            );
            Remark::new("lone-passages", &said)
        })
    }

    /// The document of each matching passage, in any order.
    fn passages_matched(&self) -> Vec<u32> {
        let parts = self.index.live.iter().enumerate();
        let matched = parts.flat_map(|(number, live)| {
            let blocks: Vec<u32> = numbers(&self.matched_in(number, HitUnit::Passage)).collect();
            let document = |block| live.document(live.segment.document_of(block));
            blocks.into_iter().filter_map(document)
        });
        matched.collect()
    }
}

/// A remark on articles that match as a whole although none of their passages does; `None` if there
/// are none.
pub fn apart_remark(apart: &[DocId]) -> Option<Remark> {
    let articles = counted(apart.len(), "more article", "more articles");
    let verb = if apart.len() == 1 { "matches" } else { "match" };
    let said = format!("{articles} {verb} the query as a whole, but not in any single passage");
    (!apart.is_empty()).then(|| Remark::new("whole-articles", &said))
}

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Whether a tree excludes anything.
fn excludes(node: &Node) -> bool {
    match node {
        Node::Not(_) => true,
        Node::All(parts) | Node::Any(parts) | Node::Optional(parts) => parts.iter().any(excludes),
        Node::Text(_) | Node::Near { .. } | Node::Filter(_) => false,
    }
}
