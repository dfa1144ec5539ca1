//! Which sentences are copies of each other? Equivalence classes: wire copy and press releases, told by one of them.
//!
//! Sentences of the same terms in the same clauses, said by the same voices, are one class, however
//! many print them: what is compared with others is its first sentence, for all. Finding the classes
//! takes one look at each sentence.

use rustc_hash::FxHashMap;

use super::comparison::Comparison;
use super::stretch::Stretch;
use crate::compare::statement::Voice;

/// Short sentences are copies only in articles that tell of one event: so many classes of the same
/// words, the latest, are asked for one.
const EVENTS: usize = 64;

/// The classes of the statements that could say the same as any other.
pub(super) struct Copies {
    /// The first statement of each class, in order.
    pub first: Vec<usize>,
    /// For each of these statements all of its class, in order; the others have none.
    all: FxHashMap<usize, Vec<usize>>,
}

impl Copies {
    /// The statements that a first one stands for, itself among them.
    pub fn of(&self, first: usize) -> &[usize] {
        self.all.get(&first).map_or(&[], Vec::as_slice)
    }

    /// How many these are.
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

/// The classes of the statements under comparison.
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

/// What copies have in common: terms, clauses, and who says each.
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
