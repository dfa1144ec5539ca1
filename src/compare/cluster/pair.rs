//! Which stretches of two sentences say the same? Pairs with their likeness.

use std::cell::Cell;

use super::average::sample;
use super::comparison::Comparison;
use super::copies::Copies;
use super::likeness::{Likeness, alike};
use super::stretch::Stretch;
use super::threshold::{SHARED, SHARED_BY_ONE, SHARED_BY_OTHERS};

/// Two similar stretches, or one and its copies.
pub(super) struct Pair {
    pub a: Stretch,
    pub b: Stretch,
    /// How similar they are.
    pub likeness: Likeness,
}

impl Comparison<'_> {
    /// The pairs of stretches of two statements that stand for their copies, the most similar
    /// first.
    pub(super) fn pairs(&self, copies: &Copies, a: usize, b: usize) -> Vec<Pair> {
        let (one, other) = (self.whole(a), self.whole(b));
        // No part shares more than the whole: most candidates are rejected here.
        let shared = self.likeness(one, other).shared;
        let are_kin = Cell::new(None);
        let are_kin = || {
            let known = are_kin.get().unwrap_or_else(|| {
                let copies = |n: usize| sample(copies.of(n));
                copies(a).any(|&a| copies(b).any(|&b| self.are_kin(a, b)))
            });
            are_kin.set(Some(known));
            known
        };
        let is_open = shared >= SHARED_BY_ONE && self.are_spoken(a, b)
            || shared >= SHARED_BY_OTHERS
            || shared >= SHARED && are_kin();
        if !is_open {
            return Vec::new();
        }
        let enough = |a, b, found| {
            self.count();
            self.say_the_same(a, b, found, are_kin)
        };
        let pairs = alike(self.statements, (a, b), SHARED_BY_ONE, enough).into_iter();
        pairs
            .map(|(a, b, likeness)| Pair { a, b, likeness })
            .collect()
    }
}
