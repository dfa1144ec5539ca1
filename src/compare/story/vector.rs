//! How similar are two articles? Vectors of terms in whole numbers, and their cosine.

use super::sketch::{Sketch, TermCount};
use super::vocabulary::Vocabulary;
use crate::order;

/// The length of a vector.
const UNIT: f64 = 4096.0;
/// A cosine of 1: the product of two equal vectors.
const ONE: u64 = (UNIT * UNIT) as u64;

/// How many terms of an article are kept.
const TERMS: usize = 64;
/// How many times as much as another word a name counts.
const NAME: f64 = 2.0;
/// How many times as much as elsewhere a word counts that is in the headline.
const TITLE: f64 = 1.5;
/// What a single term adds to a cosine at most: articles that share one name do not report one event.
const SINGLE: u64 = percent(5);

/// A cosine in hundredths, as a whole number.
pub(super) const fn percent(hundredths: u64) -> u64 {
    thousandths(10 * hundredths)
}

/// A cosine in thousandths, as a whole number.
pub(super) const fn thousandths(thousandths: u64) -> u64 {
    ONE * thousandths / 1000
}

/// The terms of one article or of several, by number, with their weights; that of one article has
/// length 1.
#[derive(Debug, Clone, Default)]
pub(super) struct Vector(pub Vec<(u32, u64)>);

impl Vector {
    /// The vector of an article: the terms of most weight.
    pub fn new(sketch: &Sketch, vocabulary: &Vocabulary) -> Self {
        let terms = sketch.terms.iter().filter_map(|(key, count)| {
            let number = vocabulary.number(*key)?;
            Some((number, weight(*count, vocabulary.rarity(number))))
        });
        let mut terms: Vec<(u32, f64)> = terms.collect();
        order::sort_by(&mut terms, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        terms.truncate(TERMS);
        let norm = terms.iter().map(|(_, w)| w * w).sum::<f64>().sqrt();
        let whole = |(number, weight): (u32, f64)| (number, (weight / norm * UNIT).round() as u64);
        let mut terms: Vec<_> = terms.into_iter().map(whole).collect();
        order::sort_by_key(&mut terms, |(number, _)| *number);
        Self(terms)
    }

    /// The products of the terms that two vectors share, by number.
    pub fn products<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (u32, u64)> + 'a {
        let (few, many) = if self.0.len() <= other.0.len() {
            (&self.0, &other.0)
        } else {
            (&other.0, &self.0)
        };
        let mut from = 0;
        few.iter().filter_map(move |&(number, weight)| {
            from += many[from..].partition_point(|&(other, _)| other < number);
            let &(other, theirs) = many.get(from)?;
            (other == number).then_some((number, weight * theirs))
        })
    }

    /// The mean cosine between the articles of two vectors, of which there are `pairs` pairs; what a
    /// single term adds is limited.
    pub fn similarity(&self, other: &Self, pairs: u64) -> u64 {
        let limited = self
            .products(other)
            .map(|(_, product)| product.min(SINGLE * pairs));
        limited.sum::<u64>() / pairs
    }

    /// Adds another vector.
    pub fn add(&mut self, other: &Self) {
        let mut sum = Vec::with_capacity(self.0.len() + other.0.len());
        let (mut own, mut theirs) = (self.0.iter().peekable(), other.0.iter().peekable());
        while let (Some(&&a), Some(&&b)) = (own.peek(), theirs.peek()) {
            sum.push(match a.0.cmp(&b.0) {
                std::cmp::Ordering::Less => *own.next().unwrap_or(&a),
                std::cmp::Ordering::Greater => *theirs.next().unwrap_or(&b),
                std::cmp::Ordering::Equal => {
                    own.next();
                    theirs.next();
                    (a.0, a.1 + b.1)
                }
            });
        }
        sum.extend(own.chain(theirs));
        self.0 = sum;
    }
}

/// What a product of one term counts in a cosine.
pub(super) fn limited(product: u64) -> u64 {
    product.min(SINGLE)
}

fn weight(count: TermCount, rarity: f64) -> f64 {
    let name = if count.named * 2 >= count.all {
        NAME
    } else {
        1.0
    };
    let title = if count.is_in_title { TITLE } else { 1.0 };
    (1.0 + f64::from(count.all).ln()) * rarity * rarity.sqrt() * name * title
}
