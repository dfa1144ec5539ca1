//! Which articles are alike? Pairs near in time that share rare terms, found by lists of the articles
//! that have each term.

use std::cmp::Reverse;

use super::sketch::Sketch;
use super::vector::{Vector, limited, percent, thousandths};
use super::vocabulary::Vocabulary;
use crate::order;

/// How many days two reports of one event may be apart.
pub(super) const DAYS: i64 = 10;
/// The least cosine of two reports of one day.
const ALIKE: u64 = percent(19);
/// By how much it rises with each day between them.
pub(super) const A_DAY: u64 = thousandths(2);
/// What rare terms must add to it, and how many of them.
const RARE: u64 = percent(10);
const RARE_TERMS: usize = 2;
/// How many articles with a term, the nearest before, an article is compared with.
const BEFORE: usize = 400;
/// How many similar articles before it are kept for an article.
const KEPT: usize = 10;

/// Two articles that are alike, by ordinal.
pub(super) struct Pair {
    pub similarity: u64,
    pub first: u32,
    pub second: u32,
}

/// The days between two articles; 0 if one of them is not dated.
pub(super) fn days_between(a: Option<i64>, b: Option<i64>) -> u64 {
    a.zip(b).map_or(0, |(a, b)| a.abs_diff(b))
}

/// The pairs of articles that are alike, the most similar first.
pub(super) fn pairs(sketches: &[Sketch], vectors: &[Vector], terms: &Vocabulary) -> Vec<Pair> {
    let mut by_day: Vec<u32> = (0..sketches.len() as u32).collect();
    order::sort_by_key(&mut by_day, |&n| sketches[n as usize].day);
    let mut pairs = Vec::new();
    let mut search = Search {
        sketches,
        vectors,
        terms,
        having: Vec::new(),
        shared: vec![0; sketches.len()],
    };
    for article in by_day {
        pairs.extend(search.before(article));
        search.add(article);
    }
    order::sort_by_key(&mut pairs, |pair| {
        (Reverse(pair.similarity), pair.first, pair.second)
    });
    pairs
}

struct Search<'a> {
    sketches: &'a [Sketch],
    vectors: &'a [Vector],
    terms: &'a Vocabulary,
    /// For each rare term, the articles that have it with its weight, in the order of their days.
    having: Vec<Vec<(u32, u64)>>,
    /// For each article, what it shares with the one that is compared.
    shared: Vec<u64>,
}

impl Search<'_> {
    /// Adds an article to those that later ones are compared with.
    fn add(&mut self, article: u32) {
        for &(number, weight) in &self.vectors[article as usize].0 {
            let at = number as usize;
            if self.terms.is_rare(number) {
                if self.having.len() <= at {
                    self.having.resize_with(at + 1, Vec::new);
                }
                self.having[at].push((article, weight));
            }
        }
    }

    /// An article with the articles before it that are most like it.
    fn before(&mut self, article: u32) -> Vec<Pair> {
        let mut alike: Vec<Pair> = Vec::new();
        for other in self.sharing(article) {
            let pre = std::mem::take(&mut self.shared[other as usize]);
            if let Some(similarity) = (pre >= RARE).then(|| self.similarity(article, other)) {
                alike.extend(similarity.map(|similarity| Pair {
                    similarity,
                    first: article.min(other),
                    second: article.max(other),
                }));
            }
        }
        order::sort_by_key(&mut alike, |pair| {
            (Reverse(pair.similarity), pair.first, pair.second)
        });
        alike.truncate(KEPT);
        alike
    }

    /// The articles before it that share a rare term with an article, with what they share.
    fn sharing(&mut self, article: u32) -> Vec<u32> {
        let day = self.sketches[article as usize].day;
        let mut sharing = Vec::new();
        for &(number, weight) in &self.vectors[article as usize].0 {
            let having = self
                .having
                .get(number as usize)
                .map_or(&[][..], Vec::as_slice);
            for &(other, theirs) in having.iter().rev().take(BEFORE) {
                if days_between(day, self.sketches[other as usize].day) > DAYS as u64 {
                    continue;
                }
                let shared = &mut self.shared[other as usize];
                if *shared == 0 {
                    sharing.push(other);
                }
                *shared += weight * theirs;
            }
        }
        sharing
    }

    /// The cosine of two articles less what the days between them cost; `None` if they are not alike.
    fn similarity(&self, a: u32, b: u32) -> Option<u64> {
        let (mut all, mut rare, mut count) = (0, 0, 0);
        for (number, product) in self.vectors[a as usize].products(&self.vectors[b as usize]) {
            all += limited(product);
            if self.terms.is_rare(number) {
                rare += limited(product);
                count += 1;
            }
        }
        let [a, b] = [a, b].map(|n| self.sketches[n as usize].day);
        let similarity = all.checked_sub(days_between(a, b) * A_DAY)?;
        (similarity >= ALIKE && rare >= RARE && count >= RARE_TERMS).then_some(similarity)
    }
}
