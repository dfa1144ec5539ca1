//! In which order do these things stand? Sorting for lists that are short or seldom sorted.
//!
//! The sort of the standard library is compiled anew, some ten kilobytes each, for every type that is sorted. Here places
//! are sorted, which are one type, and the things moved once: an engine that a page loads is smaller by as much.

use std::cmp::Ordering;

/// Sorts by a comparison; what is equal keeps its order.
pub fn sort_by<T>(things: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    if things.is_sorted_by(|a, b| compare(a, b).is_le()) {
        return;
    }
    let mut from = places(things.len(), &mut |a, b| compare(&things[a], &things[b]));
    // Along every circle of places, each thing to where it belongs.
    for start in 0..from.len() {
        let mut at = start;
        loop {
            let next = std::mem::replace(&mut from[at], at);
            if next == start {
                break;
            }
            things.swap(at, next);
            at = next;
        }
    }
}

/// Sorts by a key; what is equal keeps its order.
pub fn sort_by_key<T, K: Ord>(things: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(things, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by the things themselves.
pub fn sort<T: Ord>(things: &mut [T]) {
    sort_by(things, T::cmp);
}

/// A set or map of things, put in one by one: collected, they would be sorted first, by a sort of their own.
pub fn gathered<C: Default + Extend<T>, T>(things: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(things);
    all
}

/// For each place of the sorted list, where its thing stands now.
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|&a, &b| compare(a, b));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library_does(things in prop::collection::vec((0u8..8, any::<u8>()), 0..40)) {
            let (mut own, mut standard) = (things.clone(), things);
            sort_by_key(&mut own, |thing| thing.0);
            standard.sort_by_key(|thing| thing.0);
            prop_assert_eq!(&own, &standard);
            sort(&mut own);
            standard.sort();
            prop_assert_eq!(own, standard);
        }
    }
}
