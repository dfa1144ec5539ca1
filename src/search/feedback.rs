//! What else do the best articles speak of? Words that a long query did not think of.
//!
//! A query of many words describes a subject, and the articles that meet it best name more of
//! that subject. Their rarest common terms then count a little, for the order of what matches
//! alone: nothing is found or marked by them. After Rocchio's relevance feedback with the best
//! answers taken as relevant (Manning, Raghavan & Schütze, "Introduction to Information
//! Retrieval", 9.1); short queries are left as they are typed.

use std::collections::BTreeMap;

use super::lexicon::{Lexicon, TermId};
use super::rank::Scored;
use super::term::{key, units};
use crate::document::Document;
use crate::text::is_stop_word;

/// From how many clauses on a query describes a subject.
pub const LONG: usize = 4;
/// How many of the best articles are read.
pub const READ: usize = 5;
/// How many of their terms count.
const TERMS: usize = 20;
/// How much of its weight the best of these terms has.
const SHARE: f32 = 0.6;

/// A term and the part of its weight with which it counts.
pub type Offer = (TermId, f32);

/// The terms that the best articles share, best first; `weight` says how rare a term is.
pub fn offers(
    best: &[Scored],
    documents: &[Document],
    lexicon: &Lexicon,
    known: &[TermId],
    weight: impl Fn(TermId) -> f32,
) -> Vec<Offer> {
    let mut sums: BTreeMap<TermId, f32> = BTreeMap::new();
    for scored in best {
        let Some(document) = documents.get(scored.id as usize) else {
            continue;
        };
        for (term, frequency) in frequencies(document, lexicon) {
            *sums.entry(term).or_default() += scored.score * frequency / (frequency + 2.0);
        }
    }
    let is_new = |(term, _): &(TermId, f32)| known.binary_search(term).is_err();
    let weighed = |(term, sum)| (term, sum * weight(term));
    let mut offers: Vec<Offer> = sums.into_iter().filter(is_new).map(weighed).collect();
    offers.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    offers.truncate(TERMS);
    let most = offers
        .first()
        .map_or(1.0, |offer| offer.1.max(f32::MIN_POSITIVE));
    offers
        .iter()
        .map(|&(term, sum)| (term, SHARE * sum / most))
        .collect()
}

/// How often each term stands in a document, stop words left out.
fn frequencies(document: &Document, lexicon: &Lexicon) -> BTreeMap<TermId, f32> {
    let mut counts: BTreeMap<TermId, f32> = BTreeMap::new();
    for unit in units(&document.text, &document.tokens) {
        let key = key(unit.span.slice(&document.text));
        if is_stop_word(&key) {
            continue;
        }
        if let Some(word) = lexicon.find(&key) {
            *counts.entry(lexicon.term_of(word)).or_default() += 1.0;
        }
    }
    counts
}
