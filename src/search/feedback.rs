//! What else do the best articles speak of? Words that a long query did not think of.
//!
//! A query of many words describes a subject, and the articles that meet it best name more of
//! that subject. Their rarest common terms then count a little, for the order of what matches
//! alone: nothing is found or marked by them. After Rocchio's relevance feedback with the best
//! answers taken as relevant (Manning, Raghavan & Schütze, "Introduction to Information
//! Retrieval", 9.1); short queries are left as they are typed.

use std::collections::BTreeMap;

use super::lexicon::{Lexicon, TermId};
use super::posting::Postings;
use super::rank::Scored;
use super::table::Table;
use super::term::{key, units};
use crate::document::Document;
use crate::text::is_stop_word;

/// From how many clauses on a query describes a subject.
pub const LONG: usize = 4;
/// How many of the best articles are read.
pub const READ: usize = 5;
/// How many articles must match for the best to be more than chance.
pub const MATCHED: usize = 50;
/// How many of their terms count.
const TERMS: usize = 20;
/// How much of its rarity the best of these terms weighs.
const SHARE: f32 = 0.6;
/// What all of them may weigh together, in parts of what the query weighs.
const MOST: f32 = 1.0;

/// For each term, how many documents hold it.
pub fn document_frequencies(lexicon: &Lexicon, postings: &Postings, table: &Table) -> Vec<u32> {
    let mut seen = vec![TermId::MAX; table.document_lengths.len()];
    let count = |term: TermId| {
        let mut count = 0;
        for &word in lexicon.members_of(term) {
            for &block in postings.list(word).blocks {
                let document = table.documents[block as usize] as usize;
                count += u32::from(seen[document] != term);
                seen[document] = term;
            }
        }
        count
    };
    (0..lexicon.number_of_terms()).map(count).collect()
}

/// A term and what it weighs.
pub type Offer = (TermId, f32);

/// The terms that the best articles share, best first; `weight` says how rare a term is, `whole`
/// what the query weighs.
pub fn offers(
    best: &[Scored],
    documents: &[Document],
    lexicon: &Lexicon,
    known: &[TermId],
    weight: impl Fn(TermId) -> f32,
    whole: f32,
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
    let best = offers
        .first()
        .map_or(0.0, |offer| offer.1)
        .max(f32::MIN_POSITIVE);
    for (term, sum) in &mut offers {
        *sum *= SHARE * weight(*term) / best;
    }
    let sum: f32 = offers.iter().map(|offer| offer.1).sum();
    let scale = (MOST * whole / sum.max(f32::MIN_POSITIVE)).min(1.0);
    for offer in &mut offers {
        offer.1 *= scale;
    }
    offers
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
