//! How similar are stretches on average? The measure of agglomerative clustering by group average
//! (Sokal and Michener 1958), computed on samples.

use super::comparison::Comparison;
use super::copies::Copies;
use super::stretch::Stretch;

/// The number of members that represent a larger cluster.
const SAMPLE: usize = 24;

/// The average similarity that the members of two clusters need to be joined.
const AVERAGE: f64 = 0.3;

impl Comparison<'_> {
    /// Whether the members of two clusters are similar enough to be joined.
    pub(super) fn fit(&self, copies: &Copies, a: &[Stretch], b: &[Stretch]) -> bool {
        let counted = |one: &Stretch| (*one, copies.count(one.statement) as f64);
        let others: Vec<(Stretch, f64)> = sample(b).map(counted).collect();
        let (mut all, mut sum) = (0.0, 0.0);
        for (one, count) in sample(a).map(counted) {
            all += count;
            sum += count * self.average(one, &others);
        }
        sum >= AVERAGE * all
    }

    /// The average similarity of a stretch to others, weighted by their counts; 0 if there are
    /// none.
    pub(in crate::compare) fn average(&self, one: Stretch, others: &[(Stretch, f64)]) -> f64 {
        let (mut all, mut sum) = (0.0, 0.0);
        for &(other, count) in others.iter().filter(|other| other.1 > 0.0) {
            all += count;
            sum += count * self.likeness(one, other).strength();
        }
        if all > 0.0 { sum / all } else { 0.0 }
    }
}

/// Whether a cluster has grown noticeably since it had `then` members.
pub(super) fn grew(then: usize, now: usize) -> bool {
    now > then + then / SAMPLE
}

/// All of a few items; of many, an evenly spread sample that includes the first.
pub(in crate::compare) fn sample<T>(all: &[T]) -> impl Iterator<Item = &T> {
    all.iter().step_by(all.len().div_ceil(SAMPLE).max(1))
}
