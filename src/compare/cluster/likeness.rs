//! How much do two sentences say the same, and in which of their clauses? A measure over stretches of them.
//!
//! Two stretches of clauses are as alike as the weight of what they share, once for each and against
//! all that they say (the coefficient of Dice 1945, with weights). Words of one class that are not
//! the same count for a third.

use super::stretch::Stretch;
use crate::compare::statement::{Clause, Statement, Term};
use crate::order;

/// How alike two stretches are.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(in crate::compare) struct Likeness {
    /// The weight of what they share.
    pub shared: f64,
    /// How much of it is terms that are the same.
    pub exact: f64,
    /// How much of that is no names.
    pub words: f64,
    /// How many terms are the same.
    pub count: usize,
    /// Twice that against the weight of both, 0 to 1.
    pub dice: f64,
}

impl Likeness {
    /// What stretches are ranked by: much shared, little besides. The power weighs the second.
    pub fn strength(self) -> f64 {
        self.shared * self.dice * self.dice.sqrt()
    }
}

/// What a word of the same class counts for.
const CLASSMATE: f64 = 0.3;

/// The most clauses that two parts of a stretch are apart, and that stand together in one.
const REACH: usize = 3;

/// How alike two stretches are.
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

/// The terms of a stretch, each once.
fn distinct<'a>(terms: impl Iterator<Item = &'a Term>) -> Vec<Term> {
    let mut once: Vec<Term> = Vec::with_capacity(16);
    for term in terms {
        if once.iter().all(|t| t.key != term.key) {
            once.push(*term);
        }
    }
    once
}

/// The stretches of two statements that are alike, the most alike pair first, then those of the rest:
/// pairs that share at least `least` and that `is_enough` lets through.
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

/// The stretches of a statement whose first and last clause share a term with another: clauses in a
/// row, and two that have others between them, if they can share at least `least`.
fn stretches(statements: &[Statement], statement: usize, other: usize, least: f64) -> Vec<Stretch> {
    let own = &statements[statement];
    // What a clause shares at most; none when it shares no term.
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
        // A little more, since sums in another order differ.
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
