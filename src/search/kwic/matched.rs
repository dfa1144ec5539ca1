//! Where does a query match? A pass over the documents that yields its matches block by block, as
//! spans and as ranges of words.

use std::ops::Range;

use fixedbitset::FixedBitSet;

use crate::document::{DocId, Document};
use crate::search::evaluation::{Mark, Plan};
use crate::search::index::Index;
use crate::search::schema::Documents;
use crate::search::term::{IndexToken, index_tokens};
use crate::text::Span;

/// The matches in one block, in text order.
pub struct Matched {
    /// The document.
    pub doc: DocId,
    /// Index of the block.
    pub block: usize,
    /// The words of the block.
    pub tokens: Vec<IndexToken>,
    /// The matches, each with its span and the range of its words in `tokens`.
    pub nodes: Vec<(Span, Range<usize>)>,
}

impl Index {
    /// The blocks in which a query matches, without synonyms, in corpus order.
    pub fn matched<'a>(
        &'a self,
        documents: &'a dyn Documents,
        query: &'a str,
        admitted: Option<&'a FixedBitSet>,
    ) -> impl Iterator<Item = Matched> + 'a {
        let plan = Plan::new(self, documents, query, false);
        let blocks = plan.blocks().into_iter();
        blocks.filter_map(move |spot| {
            let number = spot.doc.0;
            if admitted.is_some_and(|admitted| !admitted.contains(number as usize)) {
                return None;
            }
            let document = documents.document(number)?;
            let local = plan.block(spot);
            let span = document.blocks.get(local)?.span;
            let tokens = index_tokens(&document.text, document.tokens_in(span));
            let places = plan.places_of(spot.segment as usize, spot.local);
            let nodes = joined(&document, &plan.marks(&document, spot, &places))
                .into_iter()
                .map(|node| {
                    let first = tokens.partition_point(|u| u.span.end <= node.start);
                    let last = tokens.partition_point(|u| u.span.start < node.end);
                    (node, first..last.max(first))
                })
                .collect();
            Some(Matched {
                doc: DocId(number),
                block: local,
                tokens,
                nodes,
            })
        })
    }
}

/// Joins adjacent marks into matches.
fn joined(document: &Document, marks: &[Mark]) -> Vec<Span> {
    let mut nodes: Vec<Span> = Vec::new();
    for mark in marks {
        match nodes.last_mut() {
            Some(last)
                if is_narrow(
                    Span {
                        start: last.end,
                        end: mark.span.start,
                    }
                    .slice(&document.text),
                ) =>
            {
                last.end = mark.span.end;
            }
            _ => nodes.push(mark.span),
        }
    }
    nodes
}

fn is_narrow(between: &str) -> bool {
    matches!(between, " " | "-" | "\u{2010}" | "\u{2011}" | "\u{a0}" | "")
}
