//! Where do the words of a phrase occur, if not quite in its order? A backtracking search among
//! their places, for phrases with "~3".
//!
//! As in Lucene, each word's position is shifted to where it would put the first word. The phrase
//! matches if these shifted positions differ by at most the slop. A word in between costs one,
//! exchanging two neighbours costs two.

use super::union::Place;

/// The maximum number of places tried in one window.
const MAX_STEPS: usize = 2_000;

/// The places where slots occur together within a slop, left to right and without overlaps. `slots`
/// are the places of each slot, ascending. No two slots share a token.
pub fn sloppy(slots: &[Vec<Place>], slop: u32) -> Vec<Place> {
    let moved = |at: usize, place: Place| i64::from(place.0) - at as i64;
    let mut lows: Vec<i64> = Vec::new();
    for (at, places) in slots.iter().enumerate() {
        lows.extend(places.iter().map(|&place| moved(at, place)));
    }
    lows.sort_unstable();
    lows.dedup();
    let mut found: Vec<Place> = Vec::new();
    for low in lows {
        let inside = |(at, places): (usize, &Vec<Place>)| -> Vec<Place> {
            let first = places.partition_point(|&place| moved(at, place) < low);
            let last = places.partition_point(|&place| moved(at, place) <= low + i64::from(slop));
            places[first..last].to_vec()
        };
        let window: Vec<Vec<Place>> = slots.iter().enumerate().map(inside).collect();
        let mut chosen = Vec::with_capacity(slots.len());
        if window.iter().any(Vec::is_empty) || !choose(&window, &mut chosen, &mut 0) {
            continue;
        }
        let start = chosen.iter().map(|place| place.0).min().unwrap_or(0);
        let end = chosen.iter().map(|place| place.1).max().unwrap_or(0);
        if found.last().is_none_or(|last| last.1 <= start) {
            found.push((start, end));
        }
    }
    found
}

/// Chooses a place for every slot such that no two share a token; false if there is none, or after
/// [`MAX_STEPS`].
fn choose(window: &[Vec<Place>], chosen: &mut Vec<Place>, steps: &mut usize) -> bool {
    let Some(places) = window.get(chosen.len()) else {
        return true;
    };
    for &place in places {
        *steps += 1;
        if *steps > MAX_STEPS {
            return false;
        }
        if chosen.iter().all(|other| apart(*other, place)) {
            chosen.push(place);
            if choose(window, chosen, steps) {
                return true;
            }
            chosen.pop();
        }
    }
    false
}

/// Whether two places share no token.
pub fn apart(a: Place, b: Place) -> bool {
    a.1 <= b.0 || b.1 <= a.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(slots: &[&[u32]], slop: u32, expected: &[Place]) {
        let place = |&at: &u32| (at, at + 1);
        let slots: Vec<Vec<Place>> = slots
            .iter()
            .map(|s| s.iter().map(place).collect())
            .collect();
        assert_eq!(sloppy(&slots, slop), expected, "{slots:?} ~{slop}");
    }

    #[test]
    fn moves() {
        check(&[&[0], &[1]], 1, &[(0, 2)]);
        check(&[&[0], &[2]], 0, &[]);
        check(&[&[0], &[2]], 1, &[(0, 3)]);
        check(&[&[1], &[0]], 1, &[]);
        check(&[&[1], &[0]], 2, &[(0, 2)]);
        check(&[&[0, 10], &[1, 12]], 1, &[(0, 2), (10, 13)]);
        check(&[&[0], &[2], &[4]], 1, &[]);
        check(&[&[0], &[2], &[4]], 2, &[(0, 5)]);
    }

    #[test]
    fn one_word_is_not_two() {
        check(&[&[4], &[4]], 5, &[]);
        check(&[&[4, 6], &[4, 6]], 1, &[(4, 7)]);
    }

    #[test]
    fn many_words_everywhere_come_to_an_end() {
        let everywhere: Vec<u32> = (0..50).collect();
        let slots: Vec<&[u32]> = vec![&everywhere; 60];
        check(&slots, 100, &[]);
    }
}
