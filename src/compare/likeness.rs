//! How much do two sentences say the same, and in which of their clauses?
//!
//! Two stretches of clauses are as alike as the weight of what they share, once for each and against
//! all that they say (the coefficient of Dice 1945, with weights). Words of one class that are not
//! the same count for half.

use super::statement::Statement;
use super::term::Term;

/// Clauses of a statement that stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stretch {
    /// The ordinal of the statement.
    pub statement: usize,
    /// Its first clause.
    pub first: usize,
    /// One past its last clause.
    pub end: usize,
}

impl Stretch {
    /// Whether two stretches share a clause.
    pub fn overlaps(self, other: Self) -> bool {
        self.statement == other.statement && self.first < other.end && other.first < self.end
    }

    /// Its terms.
    pub fn terms(self, statements: &[Statement]) -> &[Term] {
        let statement = &statements[self.statement];
        let clauses = &statement.clauses[self.first..self.end];
        let end = clauses.last().map_or(0, |c| c.end);
        &statement.terms[clauses.first().map_or(end, |c| c.first)..end]
    }
}

/// How alike two stretches are.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Likeness {
    /// The weight of what they share.
    pub shared: f64,
    /// How much of it is words that are the same and no names.
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
const CLASSMATE: f64 = 0.5;

/// The most clauses of one stretch.
const LONGEST: usize = 3;

/// How alike two stretches are.
pub(super) fn likeness(statements: &[Statement], a: Stretch, b: Stretch) -> Likeness {
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
fn distinct(terms: &[Term]) -> Vec<Term> {
    let mut once: Vec<Term> = Vec::with_capacity(terms.len());
    for term in terms {
        if once.iter().all(|t| t.key != term.key) {
            once.push(*term);
        }
    }
    once
}

/// The stretches of two statements that are most alike, of those that `is_enough` lets through.
pub(super) fn most_alike(
    statements: &[Statement],
    a: usize,
    b: usize,
    is_enough: impl Fn(Stretch, Stretch, Likeness) -> bool,
) -> Option<(Stretch, Stretch, Likeness)> {
    let mut best: Option<(Stretch, Stretch, Likeness)> = None;
    for one in stretches(statements, a) {
        for other in stretches(statements, b) {
            let found = likeness(statements, one, other);
            let is_better = best.is_none_or(|(.., old)| found.strength() > old.strength());
            if is_better && is_enough(one, other, found) {
                best = Some((one, other, found));
            }
        }
    }
    best
}

/// All stretches of a statement.
pub(super) fn stretches(
    statements: &[Statement],
    statement: usize,
) -> impl Iterator<Item = Stretch> {
    let count = statements[statement].clauses.len();
    (0..count).flat_map(move |first| {
        let ends = first + 1..=count.min(first + LONGEST);
        ends.map(move |end| Stretch {
            statement,
            first,
            end,
        })
    })
}
