//! Do words stand near each other? The places of each side of NEAR, held against a distance.

use super::slop::apart;
use super::stream::Place;

/// Whether each part stands at most `distance` units before or behind the one before it in the
/// list; `parts` are the places of each, ascending. Two neighbours never share a unit.
pub fn are_near(parts: &[Vec<Place>], distance: u32) -> bool {
    let Some((first, rest)) = parts.split_first() else {
        return false;
    };
    let mut reached = first.clone();
    for places in rest {
        let widest = reached.iter().map(|place| place.1 - place.0).max();
        let reach = distance + widest.unwrap_or(0);
        let near = |place: &&Place| {
            let from = place.0.saturating_sub(reach);
            let first = reached.partition_point(|other| other.0 < from);
            let last = reached.partition_point(|other| other.0 <= place.1 + distance);
            reached[first..last]
                .iter()
                .any(|other| apart(*other, **place) && gap(*other, **place) < distance)
        };
        reached = places.iter().filter(near).copied().collect();
    }
    !reached.is_empty()
}

/// How many units lie between two places that share none.
fn gap(a: Place, b: Place) -> u32 {
    b.0.checked_sub(a.1).unwrap_or_else(|| a.0 - b.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(parts: &[&[Place]], distance: u32, expected: bool) {
        let parts: Vec<Vec<Place>> = parts.iter().map(|places| places.to_vec()).collect();
        assert_eq!(are_near(&parts, distance), expected, "{parts:?} {distance}");
    }

    #[test]
    fn distances() {
        check(&[&[(0, 1)], &[(1, 2)]], 1, true);
        check(&[&[(1, 2)], &[(0, 1)]], 1, true);
        check(&[&[(0, 1)], &[(2, 3)]], 1, false);
        check(&[&[(0, 1)], &[(2, 3)]], 2, true);
        check(&[&[(0, 9)], &[(10, 11)]], 2, true);
        check(&[&[(3, 4)], &[(3, 4)]], 5, false);
        check(&[&[(3, 4), (6, 7)], &[(3, 4), (6, 7)]], 3, true);
        check(&[&[(0, 1)], &[(3, 4)], &[(6, 7)]], 3, true);
        check(&[&[(0, 1)], &[(3, 4)], &[(7, 8)]], 3, false);
        check(&[&[(0, 1)], &[]], 3, false);
        check(&[], 3, false);
    }
}
