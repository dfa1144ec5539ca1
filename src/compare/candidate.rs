//! Which sentences may say the same? Those that share enough words that are not everywhere.

use rustc_hash::FxHashMap;

use super::statement::Statement;
use crate::order;

/// A term in more sentences than this leads to no other sentence.
const FREQUENT: usize = 400;

/// Pairs of statements that share terms of at least `weight`, the later one second, in order of it.
pub(super) fn candidates(
    statements: &[Statement],
    terms: usize,
    weight: f64,
) -> Vec<(usize, usize)> {
    let mut frequency = vec![0usize; terms];
    for term in statements.iter().flat_map(|statement| &statement.terms) {
        frequency[term.key as usize] += 1;
    }
    let mut postings: Vec<Vec<u32>> = vec![Vec::new(); terms];
    let mut pairs = Vec::new();
    let mut shared: FxHashMap<u32, f64> = FxHashMap::default();
    let mut seen = Vec::new();
    for (n, statement) in (0u32..).zip(statements) {
        shared.clear();
        seen.clear();
        for term in &statement.terms {
            if frequency[term.key as usize] > FREQUENT || seen.contains(&term.key) {
                continue;
            }
            seen.push(term.key);
            let posting = &mut postings[term.key as usize];
            for &other in posting.iter() {
                *shared.entry(other).or_default() += term.weight;
            }
            posting.push(n);
        }
        let enough = shared.iter().filter(|(_, shared)| **shared >= weight);
        let mut found: Vec<u32> = enough.map(|(&other, _)| other).collect();
        order::sort(&mut found);
        pairs.extend(found.into_iter().map(|other| (other as usize, n as usize)));
    }
    pairs
}
