//! What does a text earn by the words of the query? The formulas of the ranking: BM25 over weighted fields, the
//! share of the query that is there, and the nearness of its words.
//!
//! BM25 after Robertson & Zaragoza, "The Probabilistic Relevance Framework" (2009), with the simple
//! field weights of their section 3.6: a word in a headline counts as several.

use crate::search::index::{HitUnit, Index};
use crate::search::lookup::{Clause, Place};
use crate::search::schema::{Frequency, Most};

/// How soon more of the same word stops to count; 1.2 to 2 in the literature, and the upper
/// end does best on Cranfield, CISI and Medline.
const K1: f32 = 2.0;
/// How much a long text is held against it, 0 to 1; .75 in the literature.
const B: f32 = 0.75;

/// What a word of the headline earns besides, in parts of the word's weight: a headline says what the
/// article is about.
const HEADLINE: f32 = 2.0;
/// Queries of up to so many clauses look for something, longer ones describe a subject: readers who
/// search type two or three words (Jansen & Spink 2006).
const SHORT: usize = 4;
/// By how much a text with all words of the query outranks the sum of its words.
const COVERAGE: f32 = 1.0;
/// How much two neighbours of the query side by side add, in parts of the rarer one's weight.
const NEARNESS: f32 = 0.5;
/// Neighbours of the query further apart than this add nothing, in tokens.
const NEAR: u32 = 8;
/// What rounding may take from a sum of bounds, so that no answer falls below one it ties with.
pub const SLACK: f32 = 1.0 + 1e-5;

/// Queries of more clauses are no phrase: that neighbours of theirs stand together is chance.
const CLOSE: usize = 8;

/// How many of the best may be moved by the share of the query they hold, and by what the very best
/// speak of.
pub const CANDIDATES: usize = 64;
/// How many of the best are looked at for nearness: more than a reader looks at.
pub const LOOKED_AT: usize = 24;

/// How the lengths of texts weigh, relative to their mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Norm {
    fixed: f32,
    each: f32,
    headline: f32,
}

impl Norm {
    /// The norm of texts with some tokens on the average.
    pub fn new(mean: f32) -> Self {
        Self {
            fixed: K1 * (1.0 - B),
            each: K1 * B / mean.max(1.0),
            headline: 0.0,
        }
    }

    /// The same for a query of some clauses: in a short one a word of the headline is meant as such, in
    /// a long one it is chance.
    pub fn of_query(self, clauses: usize) -> Self {
        let headline = if clauses <= SHORT { HEADLINE } else { 0.0 };
        Self { headline, ..self }
    }

    /// The part of a clause's weight that a frequency earns in a text of some tokens.
    pub fn earned(self, frequency: Frequency, length: u32) -> f32 {
        let Frequency { all, headline } = frequency;
        all * (K1 + 1.0) / (all + self.fixed + self.each * length as f32)
            + self.headline * headline.min(1.0)
    }

    /// What a clause of a weight can earn at the most.
    pub fn most(self, most: Most, weight: f32) -> f32 {
        if most.frequency.all > 0.0 {
            self.earned(most.frequency, most.length) * weight * SLACK
        } else {
            0.0
        }
    }
}

/// What a text gathers from the clauses it holds.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sum {
    /// Its score so far.
    pub score: f32,
    /// The weights of the clauses it holds.
    pub covered: f32,
}

impl Sum {
    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Self {
            score: self.score + other.score,
            covered: self.covered + other.covered,
        }
    }

    /// Adds a clause: its weight, and the part that is earned.
    pub fn add(&mut self, weight: f32, earned: f32) {
        self.score += weight * earned;
        self.covered += weight;
    }
}

/// By how much a text that holds clauses of the weight `covered`, out of `whole`, outranks what it
/// earns: 1 for none of them, 2 for all. The share is raised to the number of clauses: all of three
/// words are a wish, half of twenty a coincidence.
pub fn lift(covered: f32, whole: f32, clauses: usize) -> f32 {
    if whole <= 0.0 {
        return 1.0;
    }
    let share = (covered / whole).min(1.0);
    1.0 + COVERAGE * share.powi(clauses.max(2) as i32)
}

/// Whether the nearness of a query's words counts.
pub fn is_close(clauses: usize) -> bool {
    (2..=CLOSE).contains(&clauses)
}

/// What neighbours of the query add that stand near each other, in the order of the query; falls
/// with the square of their distance, after Rasolofo & Savoy, "Term Proximity Scoring for
/// Keyword-Based Retrieval Systems" (2003); 0 where [`is_close`] says no. `places` has those of each
/// clause.
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

/// How many tokens part two neighbours of a query where they are nearest; `None` when too many
/// or when one is absent. The wrong order costs one token.
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

/// The weight of each clause: how rare it is among texts, how often it was typed.
pub fn weights(clauses: &[Clause], found: &[u32], all: u32) -> Vec<f32> {
    let weight = |(clause, &found): (&Clause, &u32)| clause.weight * inverse_frequency(all, found);
    clauses.iter().zip(found).map(weight).collect()
}

/// Robertson's inverse document frequency, kept above 0.
pub fn inverse_frequency(all: u32, found: u32) -> f32 {
    let (all, found) = (all as f32, found.min(all) as f32);
    (1.0 + (all - found + 0.5) / (found + 0.5)).ln()
}

impl Index {
    /// The norm of articles.
    pub(in crate::search) fn norm(&self) -> Norm {
        self.norm_of(HitUnit::Article)
    }

    /// The norm of articles or passages.
    pub(in crate::search) fn norm_of(&self, unit: HitUnit) -> Norm {
        let number = match unit {
            HitUnit::Article => self.number_of_documents(),
            HitUnit::Passage => self.number_of_blocks(),
        };
        let tokens: u64 = self.segments().map(|segment| segment.tokens).sum();
        Norm::new(tokens as f32 / number.max(1) as f32)
    }
}
