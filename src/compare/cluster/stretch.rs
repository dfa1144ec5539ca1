//! Which part of a statement is meant? A stretch: a set of its clauses.

use crate::compare::statement::{MOST_CLAUSES, Statement, Term};

/// Some clauses of a statement, which need not be adjacent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::compare) struct Stretch {
    /// The ordinal of the statement.
    pub statement: usize,
    /// Its clauses, one bit each.
    pub clauses: u32,
}

impl Stretch {
    /// Whether two stretches share a clause.
    pub fn overlaps(self, other: Self) -> bool {
        self.statement == other.statement && self.clauses & other.clauses != 0
    }

    /// The stretch without one clause; `None` if it is the only one, or not part of it.
    pub fn without(self, clause: usize) -> Option<Self> {
        let clauses = self.clauses & !(1 << clause);
        (clauses != 0 && clauses != self.clauses).then_some(Self { clauses, ..self })
    }

    /// The ordinals of its clauses, in order.
    pub fn ordinals(self) -> impl Iterator<Item = usize> {
        (0..MOST_CLAUSES).filter(move |n| self.clauses & (1 << n) != 0)
    }

    /// Its terms, in text order.
    pub fn terms(self, statements: &[Statement]) -> impl Iterator<Item = &Term> {
        let statement = &statements[self.statement];
        let clauses = self.ordinals().map(|n| &statement.clauses[n]);
        clauses.flat_map(|clause| &statement.terms[clause.first..clause.end])
    }
}
