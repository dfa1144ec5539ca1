//! Do words occur near each other? Pure functions that compare the places of the operands of NEAR.

use super::slop::apart;
use super::union::Place;

/// Whether there is a place for each part at most `distance` tokens before or after that of the
/// previous part. `parts` are the places of each part, ascending. Neighbouring parts never share a
/// token.
pub fn are_near(parts: &[Vec<Place>], distance: u32) -> bool {
    reached(parts, distance)
        .last()
        .is_some_and(|places| !places.is_empty())
}

/// For each part, the places that fit together with places of all other parts.
pub fn near_places(parts: &[Vec<Place>], distance: u32) -> Vec<Vec<Place>> {
    let mut near = reached(parts, distance);
    for at in (1..near.len()).rev() {
        near[at - 1] = beside(&near[at - 1], &near[at], distance);
    }
    near
}

/// For each part, the places that can be reached from the first part.
fn reached(parts: &[Vec<Place>], distance: u32) -> Vec<Vec<Place>> {
    let mut reached: Vec<Vec<Place>> = Vec::with_capacity(parts.len());
    for places in parts {
        reached.push(match reached.last() {
            Some(before) => beside(places, before, distance),
            None => places.clone(),
        });
    }
    reached
}

/// The `places` that are near one of `others` and share no token with it.
fn beside(places: &[Place], others: &[Place], distance: u32) -> Vec<Place> {
    let widest = others.iter().map(|place| place.1 - place.0).max();
    let reach = distance + widest.unwrap_or(0);
    let near = |place: &&Place| {
        let from = place.0.saturating_sub(reach);
        let first = others.partition_point(|other| other.0 < from);
        let last = others.partition_point(|other| other.0 <= place.1 + distance);
        others[first..last]
            .iter()
            .any(|other| apart(*other, **place) && gap(*other, **place) < distance)
    };
    places.iter().filter(near).copied().collect()
}

/// The number of tokens between two places that share none.
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

    #[test]
    fn places_that_are_near() {
        let parts: [Vec<Place>; 3] = [
            vec![(0, 1), (40, 41), (90, 91)],
            vec![(3, 4), (50, 51), (92, 93)],
            vec![(5, 6), (95, 96), (200, 201)],
        ];
        let near = near_places(&parts, 3);
        assert_eq!(
            near,
            [[(0, 1), (90, 91)], [(3, 4), (92, 93)], [(5, 6), (95, 96)]]
        );
        assert!(near_places(&parts, 1).iter().all(Vec::is_empty));
    }
}
