//! What else do the best articles speak of? Words that a long query did not think of.
//!
//! A query of many words describes a subject, and the articles that meet it best name more of
//! that subject. Their rarest common terms then count a little, for the order of what matches
//! alone: nothing is found or marked by them. After Rocchio's relevance feedback with the best
//! answers taken as relevant (Manning, Raghavan & Schütze, "Introduction to Information
//! Retrieval", 9.1); short queries are left as they are typed.

use rustc_hash::FxHashMap;

use super::Index;
use super::best::{Scored, Weighted};
use super::documents::Documents;
use super::index::Segment;
use super::leaf::Leaf;
use super::schema::Schema;
use super::stream::{Fields, Stream};
use super::term::{key, term, units};
use crate::document::Document;
use crate::order;
use crate::text::{EnglishStemmer, is_stop_word};

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

/// A term and what it weighs.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    term: String,
    weight: f32,
}

impl Offer {
    /// The documents of the term in a segment; `None` where it does not stand.
    pub fn stream<'a>(&self, segment: &'a Segment, schema: &Schema) -> Option<Weighted<'a>> {
        let words = segment
            .members(segment.term(&self.term)?)
            .map(|word| word.id)
            .collect();
        let stream = Stream::new(&Leaf::of_words(words), segment, Fields::ALL, schema);
        Some(Weighted {
            stream,
            weight: self.weight,
            asked: false,
        })
    }
}

/// The terms that the best articles share, best first; `known` are the words of the query, `weight`
/// says how rare a term is by its documents, `whole` what the query weighs.
pub fn offers(
    best: &[Scored],
    documents: &dyn Documents,
    index: &Index,
    known: &[&str],
    weight: impl Fn(u32) -> f32,
    whole: f32,
) -> Vec<Offer> {
    let stemmer = EnglishStemmer::new();
    let mut sums: FxHashMap<String, f32> = FxHashMap::default();
    for scored in best {
        let Some(document) = documents.document(scored.document) else {
            continue;
        };
        for (term, frequency) in frequencies(&document, &stemmer) {
            *sums.entry(term).or_default() += scored.score * frequency / (frequency + 2.0);
        }
    }
    for word in known {
        sums.remove(&*term(word, &stemmer));
    }
    let weighed = |(term, sum): (String, f32)| {
        let weight = weight(index.documents_with(&term));
        (
            Offer {
                term,
                weight: sum * weight,
            },
            weight,
        )
    };
    let mut offers: Vec<(Offer, f32)> = sums.into_iter().map(weighed).collect();
    order::sort_by(&mut offers, |(a, _), (b, _)| {
        b.weight
            .total_cmp(&a.weight)
            .then_with(|| a.term.cmp(&b.term))
    });
    offers.truncate(TERMS);
    let best = offers
        .first()
        .map_or(0.0, |(offer, _)| offer.weight)
        .max(f32::MIN_POSITIVE);
    for (offer, weight) in &mut offers {
        offer.weight *= SHARE * *weight / best;
    }
    let sum: f32 = offers.iter().map(|(offer, _)| offer.weight).sum();
    let scale = (MOST * whole / sum.max(f32::MIN_POSITIVE)).min(1.0);
    let scaled = |(offer, _): (Offer, f32)| Offer {
        weight: offer.weight * scale,
        ..offer
    };
    offers.into_iter().map(scaled).collect()
}

/// How often each term stands in a document, stop words left out.
fn frequencies(document: &Document, stemmer: &EnglishStemmer) -> FxHashMap<String, f32> {
    let mut counts: FxHashMap<&str, f32> = FxHashMap::default();
    for unit in units(&document.text, &document.tokens) {
        *counts.entry(unit.span.slice(&document.text)).or_default() += 1.0;
    }
    let mut terms: FxHashMap<String, f32> = FxHashMap::default();
    for (look, count) in counts {
        let key = key(look);
        if !is_stop_word(&key) {
            *terms.entry(term(&key, stemmer).into_owned()).or_default() += count;
        }
    }
    terms
}
