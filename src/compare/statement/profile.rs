//! Do two articles report one event? A profile: a vector of the most frequent words and names of an
//! article.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::bag::{Bag, shared};
use crate::document::Document;
use crate::order;
use crate::text::{EnglishStemmer, TokenKind, fold::fold, is_stop_word};

/// How many times as much as another word a name counts.
const NAME_WEIGHT: f64 = 2.0;

/// How many terms of an article are kept: enough to recognise its event, few enough to compare.
const TERMS: usize = 48;

/// The most frequent terms of an article, weighted by the logarithm of their frequency, names more,
/// as a vector of length 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile(Vec<(String, f64)>);

impl Profile {
    /// The profile of a document; an empty text has no terms.
    pub fn new(document: &Document) -> Self {
        let stemmer = EnglishStemmer::new();
        let mut counts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
        for sentence in document.sentences() {
            let tokens = document.tokens_in(*sentence).iter();
            for (n, token) in tokens.filter(|t| t.kind == TokenKind::Word).enumerate() {
                let word = document.slice(token.span);
                let folded = fold(word);
                if folded.chars().count() > 1 && !is_stop_word(&folded) {
                    let (all, named) = counts
                        .entry(stemmer.stem(&folded).into_owned())
                        .or_default();
                    *all += 1;
                    *named += u32::from(n > 0 && word.starts_with(char::is_uppercase));
                }
            }
        }
        let mut terms: Vec<_> = counts.into_iter().collect();
        order::sort_by(&mut terms, |a, b| {
            b.1.0.cmp(&a.1.0).then_with(|| a.0.cmp(&b.0))
        });
        terms.truncate(TERMS);
        order::sort(&mut terms);
        let weight = |(all, named): (u32, u32)| {
            let name = if named * 2 >= all { NAME_WEIGHT } else { 1.0 };
            name * (1.0 + f64::from(all).ln())
        };
        let squares = terms.iter().map(|(_, n)| weight(*n).powi(2));
        let norm = squares.sum::<f64>().sqrt();
        let terms = terms.into_iter();
        Self(terms.map(|(term, n)| (term, weight(n) / norm)).collect())
    }

    /// Its terms with their weights, sorted by term.
    pub fn terms(&self) -> &[(String, f64)] {
        &self.0
    }

    /// The cosine of two profiles, from 0 to 1. Of 220,000 pairs of Reuters stories from one month,
    /// 0.12 % reach 0.5, nearly all of them on one affair; reports of one event are between 0.54
    /// and 0.7.
    pub fn cosine(&self, other: &Self) -> f64 {
        let weight = |term: &str| {
            let found = other.0.binary_search_by(|(own, _)| own.as_str().cmp(term));
            found.map_or(0.0, |at| other.0[at].1)
        };
        self.0.iter().map(|(term, w)| w * weight(term)).sum()
    }
}

/// The profiles of several articles, prepared for many comparisons.
pub(in crate::compare) struct Profiles(Vec<Bag>);

impl Profiles {
    /// The profiles of some documents, in their order.
    pub fn new<'a>(documents: impl Iterator<Item = &'a Document>) -> Self {
        let profiles: Vec<Profile> = documents.map(Profile::new).collect();
        let terms = profiles.iter().flat_map(|profile| profile.terms());
        let mut terms: Vec<&str> = terms.map(|(term, _)| term.as_str()).collect();
        order::sort(&mut terms);
        terms.dedup();
        let numbers: FxHashMap<&str, u32> = terms.into_iter().zip(0..).collect();
        let numbered = |profile: &Profile| {
            let terms = profile.terms().iter();
            terms
                .map(|(term, w)| (numbers[term.as_str()], *w))
                .collect()
        };
        Self(profiles.iter().map(numbered).collect())
    }

    /// The [`Profile::cosine`] of two profiles, by ordinal.
    pub fn cosine(&self, a: usize, b: usize) -> f64 {
        shared(&self.0[a], &self.0[b], |one, other| one * other)
    }
}
