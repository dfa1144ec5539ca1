//! Are two entities named together more often than by chance? An edge with its measures.

use crate::entity::EntityId;
use crate::search::log_likelihood;

/// A pair of entities that are named together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// The two, in entity order: the one with more mentions first.
    pub entities: (EntityId, EntityId),
    /// The number of units that name both.
    pub count: usize,
    /// The number of units expected to name both if they were independent.
    pub expected: f64,
    /// G², the log-likelihood ratio; negative if they occur together less often than by chance.
    pub log_likelihood: f64,
    /// Normalised pointwise mutual information, −1 to 1.
    pub npmi: f64,
}

/// The edge of two entities that `count` of `units` units name together. `one` and `other` are the
/// numbers of units that name each of them.
pub(super) fn edge(
    entities: (EntityId, EntityId),
    count: usize,
    (one, other): (usize, usize),
    units: usize,
) -> Edge {
    let expected = one as f64 * other as f64 / units as f64;
    let sure = log_likelihood(count, one, other, units);
    let shared = count as f64 / units as f64;
    let information = (count as f64 / expected).ln();
    Edge {
        entities,
        count,
        expected,
        log_likelihood: if (count as f64) < expected {
            -sure
        } else {
            sure
        },
        // Two entities that every unit names carry no information about each other; ln 1 = 0 would
        // be the divisor.
        npmi: if count == units {
            0.0
        } else {
            information / -shared.ln()
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_of_known_counts() {
        let ids = (EntityId(0), EntityId(1));
        let apart = edge(ids, 5, (50, 10), 100);
        assert_eq!(apart.expected, 5.0);
        assert!(apart.log_likelihood.abs() < 1e-9 && apart.npmi.abs() < 1e-9);
        let one = edge(ids, 10, (10, 10), 100);
        assert!((one.npmi - 1.0).abs() < 1e-9 && one.log_likelihood > 60.0);
        let shy = edge(ids, 1, (50, 50), 100);
        assert!(shy.npmi < 0.0 && shy.log_likelihood < 0.0);
        assert_eq!(edge(ids, 3, (3, 3), 3).npmi, 0.0);
    }
}
