//! How do clusters grow? An accumulator of pairs, which puts each stretch into at most one cluster
//! and never joins what different people say.

use rustc_hash::FxHashMap;

use super::average::grew;
use super::comparison::Comparison;
use super::copies::Copies;
use super::pair::Pair;
use super::stretch::Stretch;
use crate::compare::statement::Voice;
use crate::entity::EntityId;

/// Clusters while they grow. A cluster that was joined to another is left empty.
#[derive(Default)]
pub(super) struct Clusters {
    all: Vec<Growing>,
    /// For each statement, its stretches with their clusters, in the order of joining.
    homes: FxHashMap<usize, Vec<(Stretch, usize)>>,
    /// Pairs of clusters that were not joined, with their numbers of members at that time.
    refused: FxHashMap<(usize, usize), (usize, usize)>,
}

#[derive(Default)]
struct Growing {
    members: Vec<Stretch>,
    /// The only known speaker of its members.
    speaker: Option<EntityId>,
}

impl Clusters {
    /// The members of each cluster that is not empty, in the order of their first pairs.
    pub fn all(&self) -> impl Iterator<Item = &[Stretch]> {
        let all = self.all.iter().map(|one| one.members.as_slice());
        all.filter(|members| !members.is_empty())
    }

    /// Adds a pair: as a new cluster, or to the clusters of its ends.
    pub fn join(&mut self, comparison: &Comparison, copies: &Copies, pair: &Pair) {
        match (self.home(pair.a), self.home(pair.b)) {
            (None, None) => {
                let at = self.all.len();
                self.all.push(Growing::default());
                self.add(comparison, at, pair.a);
                if pair.b != pair.a {
                    self.add(comparison, at, pair.b);
                }
            }
            (Some(at), None) => self.add_fitting(comparison, copies, at, pair.b),
            (None, Some(at)) => self.add_fitting(comparison, copies, at, pair.a),
            (Some(a), Some(b)) => self.unite(comparison, copies, a.min(b), a.max(b)),
        }
    }

    fn home(&self, stretch: Stretch) -> Option<usize> {
        let mut homes = self.homes.get(&stretch.statement)?.iter();
        let home = homes.find(|(own, _)| own.overlaps(stretch));
        home.map(|&(_, at)| at)
    }

    fn add(&mut self, comparison: &Comparison, at: usize, stretch: Stretch) {
        let cluster = &mut self.all[at];
        cluster.members.push(stretch);
        cluster.speaker = cluster.speaker.or_else(|| speaker(comparison, stretch));
        let homes = self.homes.entry(stretch.statement).or_default();
        homes.push((stretch, at));
    }

    fn add_fitting(
        &mut self,
        comparison: &Comparison,
        copies: &Copies,
        at: usize,
        stretch: Stretch,
    ) {
        let cluster = &self.all[at];
        if may_meet(cluster.speaker, speaker(comparison, stretch))
            && comparison.fit(copies, &cluster.members, &[stretch])
        {
            self.add(comparison, at, stretch);
        }
    }

    fn unite(&mut self, comparison: &Comparison, copies: &Copies, a: usize, b: usize) {
        let (one, other) = (&self.all[a], &self.all[b]);
        let counts = (one.members.len(), other.members.len());
        let is_known = |then: &(usize, usize)| !grew(then.0, counts.0) && !grew(then.1, counts.1);
        if a == b
            || !may_meet(one.speaker, other.speaker)
            || self.refused.get(&(a, b)).is_some_and(is_known)
        {
            return;
        }
        if !comparison.fit(copies, &one.members, &other.members) {
            self.refused.insert((a, b), counts);
            return;
        }
        let (to, from) = if counts.0 < counts.1 { (b, a) } else { (a, b) };
        let moved = std::mem::take(&mut self.all[from]);
        for stretch in moved.members {
            if let Some(homes) = self.homes.get_mut(&stretch.statement) {
                homes.retain(|&home| home != (stretch, from));
            }
            self.add(comparison, to, stretch);
        }
    }
}

fn speaker(comparison: &Comparison, stretch: Stretch) -> Option<EntityId> {
    match comparison.voice(stretch)? {
        Voice::Entity(id) => Some(id),
        Voice::Paper(_) => None,
    }
}

fn may_meet(a: Option<EntityId>, b: Option<EntityId>) -> bool {
    a.is_none() || b.is_none() || a == b
}
