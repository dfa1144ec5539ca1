//! How much do two sentences say the same, and in which of their clauses? A measure over stretches.
//!
//! The similarity of two stretches is the weight of their shared terms, by itself and relative to
//! all their terms (the coefficient of Dice 1945, with weights). Different words of one class count
//! for a third.

use super::stretch::Stretch;
use crate::compare::statement::{Clause, Statement, Term};
use crate::order;

/// How similar two stretches are.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(in crate::compare) struct Likeness {
    /// The weight of what they share.
    pub shared: f64,
    /// The part of `shared` from terms that are the same.
    pub exact: f64,
    /// The part of `exact` from words that are not names.
    pub words: f64,
    /// The number of terms that are the same.
    pub count: usize,
    /// Twice `shared` relative to the weight of both, from 0 to 1.
    pub dice: f64,
}

impl Likeness {
    /// The rank of a pair: much is shared, and little else is said. The exponent of `dice` is 1.5.
    pub fn strength(self) -> f64 {
        self.shared * self.dice * self.dice.sqrt()
    }
}

/// The share of its weight that a different word of the same class counts.
const CLASSMATE: f64 = 0.3;

/// The most clauses between the ends of two separate parts of a stretch, and in one run.
const REACH: usize = 3;

/// How similar two stretches are.
pub(in crate::compare) fn likeness(statements: &[Statement], a: Stretch, b: Stretch) -> Likeness {
    let (a, b) = (distinct(a.terms(statements)), distinct(b.terms(statements)));
    let weight = |terms: &[Term]| terms.iter().map(|t| t.weight).sum::<f64>();
    let all = weight(&a) + weight(&b);
    let mut taken = vec![false; b.len()];
    let mut found = Likeness::default();
    let mut alone = Vec::new();
    for term in &a {
        match b.iter().position(|other| other.key == term.key) {
            Some(at) => {
                taken[at] = true;
                found.shared += term.weight;
                found.exact += term.weight;
                found.words += if term.name { 0.0 } else { term.weight };
                found.count += 1;
            }
            None if term.class != 0 => alone.push(term),
            None => {}
        }
    }
    for term in alone {
        let mate = (0..b.len()).find(|&at| !taken[at] && b[at].class == term.class);
        if let Some(at) = mate {
            taken[at] = true;
            found.shared += CLASSMATE * term.weight.min(b[at].weight);
        }
    }
    if all > 0.0 {
        found.dice = 2.0 * found.shared / all;
    }
    found
}

/// The distinct terms of a stretch.
fn distinct<'a>(terms: impl Iterator<Item = &'a Term>) -> Vec<Term> {
    let mut once: Vec<Term> = Vec::with_capacity(16);
    for term in terms {
        if once.iter().all(|t| t.key != term.key) {
            once.push(*term);
        }
    }
    once
}

/// The similar stretches of two statements, the most similar pair first, without overlaps: pairs
/// that share at least `least` and that `is_enough` accepts.
pub(in crate::compare) fn alike(
    statements: &[Statement],
    (a, b): (usize, usize),
    least: f64,
    is_enough: impl Fn(Stretch, Stretch, Likeness) -> bool,
) -> Vec<(Stretch, Stretch, Likeness)> {
    let mine = stretches(statements, a, b, least);
    let others = stretches(statements, b, a, least);
    let mut found: Vec<(Stretch, Stretch, Likeness)> = Vec::new();
    for &one in &mine {
        for &other in &others {
            let likeness = likeness(statements, one, other);
            if is_enough(one, other, likeness) {
                found.push((one, other, likeness));
            }
        }
    }
    order::sort_by(&mut found, |x, y| {
        y.2.strength()
            .total_cmp(&x.2.strength())
            .then((x.0, x.1).cmp(&(y.0, y.1)))
    });
    let mut apart: Vec<(Stretch, Stretch, Likeness)> = Vec::new();
    for pair in found {
        if apart
            .iter()
            .all(|taken| !taken.0.overlaps(pair.0) && !taken.1.overlaps(pair.1))
        {
            apart.push(pair);
        }
    }
    apart
}

/// The stretches of a statement whose first and last clauses share a term with `other`: runs of
/// clauses, and pairs of clauses with others between them, if they can share at least `least`.
fn stretches(statements: &[Statement], statement: usize, other: usize, least: f64) -> Vec<Stretch> {
    let own = &statements[statement];
    // The most that a clause can share; `None` if it shares no term.
    let most = |clause: &Clause| {
        let terms = own.terms[clause.first..clause.end].iter();
        let shared = terms.filter_map(|term| {
            let mut others = statements[other].terms.iter();
            let is_mate = |o: &&Term| term.class != 0 && o.class == term.class;
            let found = others.clone().find(|o| o.key == term.key);
            match found.or_else(|| others.find(is_mate))?.key == term.key {
                true => Some(term.weight),
                false => Some(CLASSMATE * term.weight),
            }
        });
        shared.fold(None, |all: Option<f64>, one| Some(all.unwrap_or(0.0) + one))
    };
    let most: Vec<Option<f64>> = own.clauses.iter().map(most).collect();
    let useful: Vec<usize> = (0..most.len()).filter(|&n| most[n].is_some()).collect();
    let mut stretches = Vec::new();
    let mut add = |clauses: u64| {
        let clauses = clauses as u32;
        let stretch = Stretch { statement, clauses };
        let all = stretch
            .ordinals()
            .filter_map(|n| most.get(n).copied().flatten());
        // A small tolerance, since sums in another order differ.
        if all.sum::<f64>() >= least - 1e-9 {
            stretches.push(stretch);
        }
    };
    for (n, &first) in useful.iter().enumerate() {
        for &last in useful[n..]
            .iter()
            .take_while(|&&last| last - first <= REACH)
        {
            let row = (1u64 << (last + 1)) - (1u64 << first);
            let ends = 1u64 << first | 1u64 << last;
            if last - first < REACH {
                add(row);
            }
            if row != ends {
                add(ends);
            }
        }
    }
    stretches
}
