//! Which sentences are copies of each other? Equivalence classes for wire copy and press releases.
//!
//! Sentences with the same terms in the same clauses and with the same voices form one class, and
//! only the first of them is compared with others. Finding the classes takes one look at each
//! sentence.

use rustc_hash::FxHashMap;

use super::comparison::Comparison;
use super::stretch::Stretch;
use crate::compare::statement::Voice;

/// Copies of a short sentence need similar articles: so many classes of the same words, the latest,
/// are tried.
const EVENTS: usize = 64;

/// The classes of all statements that can be similar to another.
pub(super) struct Copies {
    /// The first statement of each class, in order.
    pub first: Vec<usize>,
    /// For each of these statements, all of its class in order.
    all: FxHashMap<usize, Vec<usize>>,
}

impl Copies {
    /// The statements of the class of `first`, including itself.
    pub fn of(&self, first: usize) -> &[usize] {
        self.all.get(&first).map_or(&[], Vec::as_slice)
    }

    /// The number of statements in the class.
    pub fn count(&self, first: usize) -> usize {
        self.of(first).len()
    }

    /// The same stretch in all copies of its statement.
    pub fn stretches(&self, stretch: Stretch) -> impl Iterator<Item = Stretch> {
        let all = self.of(stretch.statement).iter();
        all.map(move |&statement| Stretch {
            statement,
            ..stretch
        })
    }
}

/// The classes of the statements in a comparison.
pub(super) fn copies(comparison: &Comparison) -> Copies {
    let mut copies = Copies {
        first: Vec::new(),
        all: FxHashMap::default(),
    };
    let mut known: FxHashMap<Vec<u32>, Vec<usize>> = FxHashMap::default();
    for n in 0..comparison.statements.len() {
        let whole = comparison.whole(n);
        let alone = comparison.likeness(whole, whole);
        if !comparison.may_be_alike(n, alone) {
            continue;
        }
        let same = known.entry(wording(comparison, n)).or_default();
        let is_copy = |&&first: &&usize| {
            let are_kin = || comparison.are_kin(first, n);
            comparison.say_the_same(comparison.whole(first), whole, alone, are_kin)
        };
        match same.iter().rev().take(EVENTS).find(is_copy) {
            Some(first) => copies.all.entry(*first).or_default().push(n),
            None => {
                same.push(n);
                copies.first.push(n);
                copies.all.insert(n, vec![n]);
            }
        }
    }
    copies
}

/// The key that copies share: terms, clauses and the voice of each.
fn wording(comparison: &Comparison, n: usize) -> Vec<u32> {
    let statement = &comparison.statements[n];
    let mut wording = vec![statement.clauses.len() as u32];
    for (clause, own) in statement.clauses.iter().enumerate() {
        let clauses = 1 << clause;
        let (sort, id) = match comparison.voice(Stretch {
            statement: n,
            clauses,
        }) {
            None => (u32::from(!statement.quotations.is_empty()), 0),
            Some(Voice::Entity(id)) => (2, id.0),
            Some(Voice::Paper(id)) => (3, id.0),
        };
        wording.extend([own.end as u32, sort, id]);
    }
    wording.extend(statement.terms.iter().map(|term| term.key));
    wording
}
