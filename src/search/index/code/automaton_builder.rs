//! How is an automaton built? A builder that takes sorted keys and shares equal suffixes, as far as
//! a table of recent states contains them.

use super::automaton::{Automaton, Transition};
use super::varint::put;

/// The number of slots in the table of recent states.
const KNOWN: usize = 1 << 14;

/// The bytes of the automaton of `keys`, which must be sorted and distinct.
pub fn automaton_of<'a>(keys: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut builder = AutomatonBuilder {
        bytes: Vec::new(),
        known: vec![None; KNOWN],
        open: vec![Open::default()],
    };
    let mut last: &[u8] = &[];
    let mut count = 0u32;
    for key in keys.map(str::as_bytes) {
        let shared = last.iter().zip(key).take_while(|(a, b)| a == b).count();
        builder.close(shared, last);
        builder.open.resize_with(key.len() + 1, Open::default);
        if let Some(end) = builder.open.last_mut() {
            end.is_final = true;
        }
        (last, count) = (key, count + 1);
    }
    builder.close(0, last);
    let root = builder.open.pop().unwrap_or_default();
    let (root, _) = builder.write(root);
    let mut bytes = builder.bytes;
    bytes.extend(root.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes
}

/// A state that may still get transitions.
#[derive(Default)]
struct Open {
    is_final: bool,
    transitions: Vec<Transition>,
    /// The number of keys that it reads so far, except one that ends here.
    keys: u32,
}

struct AutomatonBuilder {
    bytes: Vec<u8>,
    /// The offsets of recent states, by a hash of their transitions.
    known: Vec<Option<u32>>,
    /// The states along the last key: the first state, and one after each byte.
    open: Vec<Open>,
}

impl AutomatonBuilder {
    /// Writes the states of the last key below `depth`, which no later key can reach.
    fn close(&mut self, depth: usize, last: &[u8]) {
        while self.open.len() > depth + 1 {
            let byte = last[self.open.len() - 2];
            let state = self.open.pop().unwrap_or_default();
            let (to, keys) = self.write(state);
            if let Some(parent) = self.open.last_mut() {
                let before = parent.keys + u32::from(parent.is_final);
                parent.transitions.push(Transition { byte, to, before });
                parent.keys += keys;
            }
        }
    }

    /// The offset of a state, which is written unless an equal one is known, and the number of keys
    /// it reads.
    fn write(&mut self, state: Open) -> (u32, u32) {
        let keys = state.keys + u32::from(state.is_final);
        let slot = slot(&state);
        if let Some(place) = self.known[slot].filter(|&place| self.is_equal(place, &state)) {
            return (place, keys);
        }
        let place = self.bytes.len() as u32;
        put(
            2 * state.transitions.len() as u32 + u32::from(state.is_final),
            &mut self.bytes,
        );
        for (at, transition) in state.transitions.iter().enumerate() {
            self.bytes.push(transition.byte);
            put(place - transition.to, &mut self.bytes);
            if at > 0 {
                put(transition.before, &mut self.bytes);
            }
        }
        self.known[slot] = Some(place);
        (place, keys)
    }

    fn is_equal(&self, place: u32, state: &Open) -> bool {
        let automaton = Automaton {
            states: &self.bytes,
            root: 0,
            len: 0,
        };
        automaton.state(place).is_some_and(|known| {
            known.is_final == state.is_final
                && known.transitions().eq(state.transitions.iter().copied())
        })
    }
}

/// The slot of a state in the table (FNV-1a hash; Fowler, Noll & Vo).
fn slot(state: &Open) -> usize {
    let numbers = state
        .transitions
        .iter()
        .flat_map(|transition| [transition.byte.into(), transition.to, transition.before]);
    let hash = [state.is_final.into()]
        .into_iter()
        .chain(numbers)
        .fold(0x811c_9dc5u32, |hash, number| {
            (hash ^ number).wrapping_mul(0x0100_0193)
        });
    (hash ^ hash >> 15) as usize % KNOWN
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn check(keys: &BTreeSet<String>, prefixes: &[String]) {
        let bytes = automaton_of(keys.iter().map(String::as_str));
        let automaton = Automaton::open(&bytes).unwrap();
        assert_eq!(automaton.len as usize, keys.len());
        for (number, key) in (0..).zip(keys) {
            assert_eq!(automaton.get(key.as_bytes()), Some(number), "{key:?}");
            assert_eq!(automaton.key(number).as_deref(), Some(key.as_bytes()));
        }
        assert_eq!(automaton.key(automaton.len), None);
        for prefix in prefixes.iter().chain(keys) {
            let before = keys.iter().filter(|key| *key < prefix).count() as u32;
            let with = keys
                .iter()
                .filter(|key| key.starts_with(prefix.as_str()))
                .count() as u32;
            let range = automaton.range(prefix.as_bytes());
            assert_eq!(range.len() as u32, with, "{prefix:?}");
            assert!(with == 0 || range.start == before, "{prefix:?}");
            let number = keys.contains(prefix).then_some(before);
            assert_eq!(automaton.get(prefix.as_bytes()), number, "{prefix:?}");
        }
    }

    #[test]
    fn keys_and_numbers() {
        let set = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
        let prefixes = ["", "a", "tre", "treaties", "x", "Ł"].map(String::from);
        check(&set(&[]), &prefixes);
        check(&set(&[""]), &prefixes);
        check(
            &set(&["", "a", "ab", "b", "treaties", "treaty", "Łódź"]),
            &prefixes,
        );
    }

    #[test]
    fn equal_ends_are_kept_once() {
        let endings = ["ed", "ing", "s"];
        let stems = ["jump", "talk", "walk"];
        let keys: Vec<String> = stems
            .iter()
            .flat_map(|s| endings.map(|e| format!("{s}{e}")))
            .collect();
        let whole = automaton_of(keys.iter().map(String::as_str)).len();
        let parts: usize = stems
            .iter()
            .map(|stem| {
                automaton_of(
                    endings
                        .map(|e| format!("{stem}{e}"))
                        .iter()
                        .map(String::as_str),
                )
                .len()
            })
            .sum();
        assert!(whole + 20 < parts, "{whole} {parts}");
    }

    proptest! {
        #[test]
        fn as_a_sorted_set(keys in prop::collection::btree_set("[a-c\u{e9}安]{0,6}", 0..60), prefixes in prop::collection::vec("[a-d]{0,3}", 5)) {
            check(&keys, &prefixes);
        }

        #[test]
        fn any_bytes_are_no_danger(bytes in prop::collection::vec(any::<u8>(), 0..60), key in prop::collection::vec(any::<u8>(), 0..4)) {
            if let Some(automaton) = Automaton::open(&bytes) {
                let _ = (automaton.get(&key), automaton.range(&key), automaton.key(0));
            }
        }
    }
}
