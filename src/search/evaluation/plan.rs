//! What does a query mean in this corpus? A query plan: the query bound to an index, with its words
//! looked up, corrected and weighted.

use std::cell::OnceCell;

use super::boolean::fields_of;
use crate::order;
use crate::search::filter::settle;
use crate::search::index::{END, Index, Segment};
use crate::search::lookup::{Clause, Leaf, Resolution, documents_of};
use crate::search::query::{Node, Query, Remark};
use crate::search::rank::{Stream, weights};
use crate::search::schema::{Documents, FieldSet};

/// A query bound to an index.
pub struct Plan<'a> {
    /// The index to search.
    pub index: &'a Index,
    /// The documents of the index.
    pub documents: &'a dyn Documents,
    /// The query as typed.
    pub typed: &'a str,
    /// Whether names are also searched under their other names.
    pub with_synonyms: bool,
    /// The query as an abstract syntax tree.
    pub query: Query,
    /// For each segment, the leaf of each text of the query.
    pub leaves: Vec<Vec<Leaf>>,
    /// The texts that count towards the score, without duplicates.
    pub clauses: Vec<Clause>,
    /// The fields in which clauses count.
    pub fields: FieldSet,
    /// Whether every unit with a clause matches.
    pub is_plain: bool,
    /// The weight of each clause among articles.
    weights: OnceCell<Vec<f32>>,
    /// The whole query with a misspelt phrase corrected; `None` if there is no correction.
    pub mended: Option<String>,
}

impl<'a> Plan<'a> {
    /// Parses a query and resolves it in an index. With `with_synonyms`, names are also searched
    /// under their other names.
    pub fn new(
        index: &'a Index,
        documents: &'a dyn Documents,
        typed: &'a str,
        with_synonyms: bool,
    ) -> Self {
        let mut query = Query::parse(typed, &index.schema);
        settle(&mut query, &|| index.annotations(documents));
        let Resolution {
            leaves,
            clauses,
            mended,
        } = Resolution::new(&mut query, typed, (index, documents), with_synonyms);
        let fields = query
            .root
            .as_ref()
            .and_then(fields_of)
            .unwrap_or(FieldSet::ALL);
        Self {
            index,
            documents,
            typed,
            with_synonyms,
            is_plain: query.root.as_ref().is_none_or(is_plain),
            query,
            leaves,
            clauses,
            fields,
            weights: OnceCell::new(),
            mended,
        }
    }

    /// The remarks on the query, in its order.
    pub fn remarks(&self) -> Vec<Remark> {
        let mut remarks = self.query.remarks.clone();
        order::sort_by_key(&mut remarks, |(at, _)| *at);
        remarks.into_iter().map(|(_, remark)| remark).collect()
    }

    /// The weight of each clause among articles; computed on first use.
    pub fn weights(&self) -> &[f32] {
        self.weights.get_or_init(|| {
            let found = |c: &Clause| {
                let each = self.index.live.iter().zip(&self.leaves);
                each.map(|(live, leaves)| self.documents_with(&live.segment, &leaves[c.text]))
                    .sum()
            };
            let found: Vec<u32> = self.clauses.iter().map(found).collect();
            weights(&self.clauses, &found, self.index.number_of_documents())
        })
    }

    /// The number of documents of a segment in which a leaf occurs; an upper bound if it has
    /// several words.
    fn documents_with(&self, segment: &Segment, leaf: &Leaf) -> u32 {
        let Some(slot) = leaf.words() else {
            let mut stream = Stream::new(leaf, segment, self.fields, &self.index.schema);
            let mut count = 0;
            while stream.document() != END {
                count += 1;
                stream.advance();
            }
            return count;
        };
        let firsts: Option<Vec<_>> = slot
            .iter()
            .map(|&(id, _)| segment.word(id).map(|w| w.first))
            .collect();
        let mut firsts = firsts.unwrap_or_default();
        firsts.sort_unstable();
        firsts.dedup();
        let words: usize = firsts
            .iter()
            .map(|&first| segment.members(first).count())
            .sum();
        let fields = leaf.within(self.fields);
        if words == slot.len() && fields == FieldSet::ALL {
            let all = firsts
                .iter()
                .filter_map(|&first| segment.word(first))
                .map(|w| w.documents);
            all.fold(0, u32::saturating_add).min(segment.documents)
        } else {
            documents_of(slot, segment, fields).min(segment.documents)
        }
    }
}

/// Whether every unit that contains one of a tree's texts matches it.
fn is_plain(node: &Node) -> bool {
    match node {
        Node::Text(_) => true,
        Node::Any(parts) => parts.iter().all(is_plain),
        _ => false,
    }
}
