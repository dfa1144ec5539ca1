//! Which stretches belong together? A clustering of similar pairs.
//!
//! Pairs are processed from the most similar on, and each stretch joins a cluster whose members it
//! resembles on average, so that clusters do not chain together. Statements of different people are
//! never joined. Copies are one stretch with a count, and a cluster may have any number of members.

use super::average::sample;
use super::candidate::candidates;
use super::comparison::Comparison;
use super::copies::{Copies, copies};
use super::growth::Clusters;
use super::pair::Pair;
use super::stretch::Stretch;
use super::threshold::{EXACT, EXACT_BY_ONE};
use crate::order;

/// Stretches that say the same, by statement.
pub(in crate::compare) struct Cluster {
    /// One stretch for all copies of its statement.
    pub first: Vec<Stretch>,
    /// All stretches, by statement, each with the index in `first` of the one that stands for it.
    pub all: Vec<(Stretch, usize)>,
}

/// The clusters of all statements, each of at least two statements, and each statement once per
/// cluster.
pub(in crate::compare) fn clusters(comparison: &Comparison) -> Vec<Cluster> {
    let copies = copies(comparison);
    let least = |a: usize, b: usize| {
        comparison.count();
        match comparison.are_spoken(a, b) {
            true => EXACT_BY_ONE,
            false => EXACT,
        }
    };
    let pairs = candidates(comparison.statements, &copies.first, least);
    let mut pairs: Vec<Pair> = pairs
        .into_iter()
        .flat_map(|(a, b)| comparison.pairs(&copies, a, b))
        .collect();
    pairs.extend(copies.first.iter().filter_map(|&n| {
        let one = comparison.whole(n);
        (copies.count(n) > 1).then(|| Pair {
            a: one,
            b: one,
            likeness: comparison.likeness(one, one),
        })
    }));
    order::sort_by(&mut pairs, |x, y| {
        let strength = y.likeness.strength().total_cmp(&x.likeness.strength());
        strength.then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut clusters = Clusters::default();
    for pair in &pairs {
        clusters.join(comparison, &copies, pair);
    }
    let found = clusters.all().map(|one| comparison.trimmed(&copies, one));
    found.filter(|cluster| cluster.all.len() > 1).collect()
}

impl Comparison<'_> {
    /// Trims a cluster to one stretch per statement: its clauses are reduced while that makes it
    /// more similar to the others, and it is dropped if it no longer says the same as any of them.
    fn trimmed(&self, copies: &Copies, cluster: &[Stretch]) -> Cluster {
        let mut trimmed = cluster.to_vec();
        order::sort(&mut trimmed);
        trimmed.dedup_by(|next, last| {
            let same = next.statement == last.statement;
            last.clauses |= if same { next.clauses } else { 0 };
            same
        });
        for n in 0..trimmed.len() {
            let own = trimmed[n];
            let counted = |other: &Stretch| {
                let count = copies.count(other.statement);
                (
                    *other,
                    count.saturating_sub(usize::from(*other == own)) as f64,
                )
            };
            let mut others: Vec<(Stretch, f64)> = sample(&trimmed).map(counted).collect();
            if others.iter().all(|other| other.0 != own) {
                others.push(counted(&own));
            }
            let mut best = (self.average(own, &others), own);
            while let Some(better) = best
                .1
                .ordinals()
                .filter_map(|clause| best.1.without(clause))
                .map(|less| (self.average(less, &others), less))
                .filter(|less| less.0 > best.0)
                .max_by(|a, b| a.0.total_cmp(&b.0))
            {
                best = better;
            }
            trimmed[n] = best.1;
        }
        let holds = |one: Stretch, other: Stretch| {
            let found = self.likeness(one, other);
            let are_kin = || self.are_kin(one.statement, other.statement);
            (one != other || copies.count(one.statement) > 1)
                && self.say_the_same(one, other, found, are_kin)
        };
        let all = trimmed.clone();
        trimmed.retain(|&one| all.iter().any(|&other| holds(one, other)));
        let copied = (0..).zip(&trimmed);
        let copied = copied.flat_map(|(n, &one)| copies.stretches(one).map(move |copy| (copy, n)));
        let mut all: Vec<(Stretch, usize)> = copied.collect();
        order::sort(&mut all);
        Cluster {
            first: trimmed,
            all,
        }
    }
}
