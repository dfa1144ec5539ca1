//! How does a text score for the words of a query? The ranking formulas: BM25 over weighted fields,
//! the share of the query that is covered, and the proximity of its words.
//!
//! BM25 follows Robertson & Zaragoza, "The Probabilistic Relevance Framework" (2009), with the
//! simple field weights of section 3.6: a word in a headline counts several times.

use crate::search::index::{HitUnit, Index};
use crate::search::lookup::{Clause, Place};
use crate::search::schema::{Frequency, Most};

/// How slowly repetitions of a word saturate. The literature uses 1.2 to 2; the upper end does best
/// on Cranfield, CISI and Medline.
const K1: f32 = 2.0;
/// The strength of length normalisation, 0 to 1; the literature uses 0.75.
const B: f32 = 0.75;

/// What a word in the headline earns in addition, relative to its weight: a headline states the
/// topic.
const HEADLINE: f32 = 2.0;
/// Queries of up to this many clauses look for something specific, longer ones describe a subject:
/// people who search type two or three words (Jansen & Spink 2006).
const SHORT: usize = 4;
/// How much all words of the query together raise a score, relative to their sum.
const COVERAGE: f32 = 1.0;
/// What two neighbouring clauses add if they are adjacent in the text, relative to the weight of
/// the rarer one.
const NEARNESS: f32 = 0.5;
/// Neighbouring clauses further apart than this many tokens add nothing.
const NEAR: u32 = 8;
/// Compensates for rounding in sums of bounds, so that no document falls below one with which it
/// ties.
pub const SLACK: f32 = 1.0 + 1e-5;

/// In queries with more clauses, adjacent words are not a phrase, and their proximity is chance.
const CLOSE: usize = 8;

/// The number of best documents whose order coverage and feedback may change.
pub const CANDIDATES: usize = 64;
/// The number of best documents that are checked for proximity: more than a person looks at.
pub const LOOKED_AT: usize = 24;

/// Length normalisation, relative to the mean length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Norm {
    fixed: f32,
    each: f32,
    headline: f32,
}

impl Norm {
    /// The normalisation for texts with `mean` tokens on average.
    pub fn new(mean: f32) -> Self {
        Self {
            fixed: K1 * (1.0 - B),
            each: K1 * B / mean.max(1.0),
            headline: 0.0,
        }
    }

    /// The same for a query with this many clauses. In a short query, a word in the headline is
    /// meant as such; in a long one, it is chance.
    pub fn of_query(self, clauses: usize) -> Self {
        let headline = if clauses <= SHORT { HEADLINE } else { 0.0 };
        Self { headline, ..self }
    }

    /// The share of a clause's weight that a frequency earns in a text of `length` tokens.
    pub fn earned(self, frequency: Frequency, length: u32) -> f32 {
        let Frequency { all, headline } = frequency;
        all * (K1 + 1.0) / (all + self.fixed + self.each * length as f32)
            + self.headline * headline.min(1.0)
    }

    /// The maximum contribution of a clause with a weight.
    pub fn most(self, most: Most, weight: f32) -> f32 {
        if most.frequency.all > 0.0 {
            self.earned(most.frequency, most.length) * weight * SLACK
        } else {
            0.0
        }
    }
}

/// The sum over the clauses that a text contains.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sum {
    /// The score so far.
    pub score: f32,
    /// The weights of the clauses that it contains.
    pub covered: f32,
}

impl Sum {
    /// The sum of both.
    pub fn and(self, other: Self) -> Self {
        Self {
            score: self.score + other.score,
            covered: self.covered + other.covered,
        }
    }

    /// Adds a clause with its weight and the share of it that is earned.
    pub fn add(&mut self, weight: f32, earned: f32) {
        self.score += weight * earned;
        self.covered += weight;
    }
}

/// The factor for a text with clauses of weight `covered` out of `whole`: 1 for none, 2 for all.
/// The share is raised to the power of the number of clauses: all of three words are intended, half
/// of twenty are coincidence.
pub fn lift(covered: f32, whole: f32, clauses: usize) -> f32 {
    if whole <= 0.0 {
        return 1.0;
    }
    let share = (covered / whole).min(1.0);
    1.0 + COVERAGE * share.powi(clauses.max(2) as i32)
}

/// Whether the proximity of words counts in a query with this many clauses.
pub fn is_close(clauses: usize) -> bool {
    (2..=CLOSE).contains(&clauses)
}

/// What neighbouring clauses add by their proximity, which decreases with the square of their
/// distance; after Rasolofo & Savoy, "Term Proximity Scoring for Keyword-Based Retrieval Systems"
/// (2003). `places` are those of each clause, in the order of the query. 0 unless [`is_close`].
pub fn nearness(weights: &[f32], places: &[Vec<Place>]) -> f32 {
    if !is_close(weights.len()) {
        return 0.0;
    }
    let pairs = weights.windows(2).zip(places.windows(2));
    let near = |(weights, places): (&[f32], &[Vec<Place>])| {
        let step = (least_distance(&places[0], &places[1])? + 1) as f32;
        Some(NEARNESS * weights[0].min(weights[1]) / (step * step))
    };
    pairs.filter_map(near).sum()
}

/// The minimum number of tokens between two clauses; `None` if it exceeds [`NEAR`] or one is
/// absent. The wrong order costs one token.
fn least_distance(before: &[Place], after: &[Place]) -> Option<u32> {
    let mut least: Option<u32> = None;
    for a in before {
        let next = after.partition_point(|b| b.0 < a.1);
        let right = after.get(next).map(|b| b.0 - a.1);
        let left = next
            .checked_sub(1)
            .and_then(|at| Some(a.0.checked_sub(after[at].1)? + 1));
        least = [least, right, left].into_iter().flatten().min();
    }
    least.filter(|distance| *distance <= NEAR)
}

/// The weight of each clause: its inverse document frequency times how often it was typed.
pub fn weights(clauses: &[Clause], found: &[u32], all: u32) -> Vec<f32> {
    let weight = |(clause, &found): (&Clause, &u32)| clause.weight * inverse_frequency(all, found);
    clauses.iter().zip(found).map(weight).collect()
}

/// Robertson's inverse document frequency, kept above 0; `found` of `all` documents contain the
/// term.
pub fn inverse_frequency(all: u32, found: u32) -> f32 {
    let (all, found) = (all as f32, found.min(all) as f32);
    (1.0 + (all - found + 0.5) / (found + 0.5)).ln()
}

impl Index {
    /// The normalisation for articles.
    pub(in crate::search) fn norm(&self) -> Norm {
        self.norm_of(HitUnit::Article)
    }

    /// The normalisation for articles or passages.
    pub(in crate::search) fn norm_of(&self, unit: HitUnit) -> Norm {
        let number = match unit {
            HitUnit::Article => self.number_of_documents(),
            HitUnit::Passage => self.number_of_blocks(),
        };
        let tokens: u64 = self.segments().map(|segment| segment.tokens).sum();
        Norm::new(tokens as f32 / number.max(1) as f32)
    }
}
