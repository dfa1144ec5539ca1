//! How are the classes of words stored without the words? An xor filter.

use crate::language::{CLASS_BITS, places};

/// The table in which the three places of a word, xored with its check value, give its class.
///
/// Words are removed one by one, each while it is the only one at some place; then these places are
/// set in reverse order.
pub(super) fn table(entries: &[(u64, u16)]) -> Vec<u16> {
    let mut count = (entries.len() as f64 * 1.23) as usize / 3 * 3 + 33;
    loop {
        let at: Vec<([usize; 3], u16)> = entries
            .iter()
            .map(|(hash, _)| places(*hash, count))
            .collect();
        let (mut degree, mut holders) = (vec![0u32; count], vec![0usize; count]);
        for (n, (places, _)) in at.iter().enumerate() {
            for place in places {
                degree[*place] += 1;
                holders[*place] ^= n;
            }
        }
        let mut open: Vec<usize> = (0..count).filter(|place| degree[*place] == 1).collect();
        let mut order = Vec::new();
        while let Some(place) = open.pop() {
            if degree[place] != 1 {
                continue;
            }
            let word = holders[place];
            order.push((word, place));
            for other in at[word].0 {
                degree[other] -= 1;
                holders[other] ^= word;
                if degree[other] == 1 {
                    open.push(other);
                }
            }
        }
        if order.len() < entries.len() {
            count += 3 * (count / 300 + 1);
            continue;
        }
        let mut table = vec![0u16; count];
        for (word, place) in order.into_iter().rev() {
            let (places, check) = at[word];
            let rest = places
                .iter()
                .filter(|other| **other != place)
                .fold(check, |x, other| x ^ table[*other]);
            table[place] = rest ^ entries[word].1;
        }
        debug_assert!(entries.iter().all(|(_, class)| *class < 1 << CLASS_BITS));
        return table;
    }
}
