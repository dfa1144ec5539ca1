//! Which sentences may say the same? An index of shared words, built as it is queried.
//!
//! A word in few sentences leads to all of them; a word in many leads to others only together with
//! a second such word. No word is skipped for being frequent, so that what is said most is found
//! too. Of the sentences found, only the nearest are kept, so that the work grows with the number
//! of sentences and not with its square.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::compare::statement::{Bag, Statement, shared};
use crate::order;

/// A term in more sentences than this leads to others only together with a second such term.
const FREQUENT: usize = 128;
/// How many frequent terms of a sentence, the rarest, are paired.
const PAIRED: usize = 8;
/// How many sentences, the latest before it, a pair of frequent terms leads to.
const WINDOW: usize = 32;
/// The most earlier sentences with which a sentence is compared: those that share most.
const NEAREST: usize = 64;

/// Pairs of `chosen` statements whose shared terms have at least the weight `least`, ordered by the
/// later statement, which is second.
pub(in crate::compare) fn candidates(
    statements: &[Statement],
    chosen: &[usize],
    least: impl Fn(usize, usize) -> f64,
) -> Vec<(usize, usize)> {
    let bags: Vec<Bag> = chosen.iter().map(|&n| bag(&statements[n])).collect();
    let mut index = Index::new(&bags);
    let mut pairs = Vec::new();
    for (n, &statement) in chosen.iter().enumerate() {
        let met = index.met(n as u32, &bags[n]);
        let shared = met.into_iter().filter_map(|other| {
            let earlier = chosen[other as usize];
            let shared = shared(&bags[other as usize], &bags[n], |weight, _| weight);
            (shared >= least(earlier, statement)).then_some((earlier, shared))
        });
        let mut near: Vec<(usize, f64)> = shared.collect();
        if near.len() > NEAREST {
            order::sort_by(&mut near, |a, b| {
                b.1.total_cmp(&a.1).then(Reverse(a.0).cmp(&Reverse(b.0)))
            });
            near.truncate(NEAREST);
        }
        order::sort_by_key(&mut near, |&(earlier, _)| earlier);
        pairs.extend(near.into_iter().map(|(earlier, _)| (earlier, statement)));
    }
    pairs
}

/// The distinct terms of a statement with their weights, sorted by key.
fn bag(statement: &Statement) -> Bag {
    let terms = statement.terms.iter().map(|term| (term.key, term.weight));
    let mut bag: Bag = terms.collect();
    order::sort_by_key(&mut bag, |&(key, _)| key);
    bag.dedup_by_key(|&mut (key, _)| key);
    bag
}

/// The statements read so far, indexed by their terms and pairs of terms.
struct Index {
    /// How many statements have each term.
    frequency: FxHashMap<u32, u32>,
    by_term: FxHashMap<u32, Vec<u32>>,
    by_pair: FxHashMap<(u32, u32), Vec<u32>>,
    /// For each statement, 1 + the last statement that found it.
    met_by: Vec<u32>,
}

impl Index {
    fn new(bags: &[Bag]) -> Self {
        let mut frequency = FxHashMap::default();
        for &(key, _) in bags.iter().flatten() {
            *frequency.entry(key).or_default() += 1;
        }
        Self {
            frequency,
            by_term: FxHashMap::default(),
            by_pair: FxHashMap::default(),
            met_by: vec![0; bags.len()],
        }
    }

    /// The distinct earlier statements that the terms of statement `n` lead to; adds `n` to the
    /// index.
    fn met(&mut self, n: u32, bag: &[(u32, f64)]) -> Vec<u32> {
        let mut met = Vec::new();
        let met_by = &mut self.met_by;
        let mut meet = |posting: &[u32]| {
            for &other in posting {
                if std::mem::replace(&mut met_by[other as usize], n + 1) != n + 1 {
                    met.push(other);
                }
            }
        };
        let mut frequent = Vec::new();
        for &(key, _) in bag {
            let held = self.frequency[&key];
            if held as usize > FREQUENT {
                frequent.push((held, key));
            } else {
                let posting = self.by_term.entry(key).or_default();
                meet(posting);
                posting.push(n);
            }
        }
        order::sort(&mut frequent);
        frequent.truncate(PAIRED);
        for (at, &(_, a)) in frequent.iter().enumerate() {
            for &(_, b) in &frequent[at + 1..] {
                let posting = self.by_pair.entry((a.min(b), a.max(b))).or_default();
                meet(&posting[posting.len().saturating_sub(WINDOW)..]);
                posting.push(n);
            }
        }
        met
    }
}
