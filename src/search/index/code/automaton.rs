//! Which keys are there, and which number has each? A minimal automaton over sorted keys.
//!
//! A key's number is its ordinal by alphabet: every step out of a node says how many keys of the node
//! come before those behind it, so that a number is summed on the way down, and a key found again by its
//! number (Lucchesi & Kowaltowski 1993). It is built from sorted keys at once, ends first (Daciuk, Mihov,
//! Watson & Watson 2000); equal ends are kept once as far as a table of the last ones knows them.
//!
//! A node is a number, twice its steps and one more where a key ends; then its steps by their byte: the
//! byte, how far back the next node starts, and, but for the first step, the keys before it. Numbers are
//! LEB128. The nodes are followed by the place of the first one and by the number of keys, 32 bits each,
//! little-endian.

use std::ops::Range;

use super::varint::{put, take};

/// How many of the last nodes are known by their steps.
const KNOWN: usize = 1 << 14;

/// What follows the nodes.
const FOOT: usize = 8;

/// Keys in bytes, read where they lie.
#[derive(Debug, Clone, Copy)]
pub struct Automaton<'a> {
    nodes: &'a [u8],
    root: u32,
    /// How many keys there are.
    pub len: u32,
}

/// A node of an [`Automaton`].
#[derive(Debug, Clone, Copy)]
pub struct Node<'a> {
    /// Whether a key ends here.
    pub is_final: bool,
    place: u32,
    count: u32,
    steps: &'a [u8],
}

/// A step from a node to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The byte that it reads.
    pub byte: u8,
    /// Where the next node lies.
    pub to: u32,
    /// How many keys of the node come before those behind the step.
    pub before: u32,
}

impl<'a> Automaton<'a> {
    /// The automaton in bytes of [`automaton_of`]; `None` when they are too short for any.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let (nodes, foot) = bytes.split_at_checked(bytes.len().checked_sub(FOOT)?)?;
        let [root, len] =
            [0, 4].map(|at| foot[at..at + 4].try_into().map_or(0, u32::from_le_bytes));
        Some(Self { nodes, root, len })
    }

    /// The first node; it reads all keys.
    pub fn root(&self) -> Option<Node<'a>> {
        self.node(self.root)
    }

    /// The node at a place.
    pub fn node(&self, place: u32) -> Option<Node<'a>> {
        let mut steps = self
            .nodes
            .get(place as usize..)
            .filter(|rest| !rest.is_empty())?;
        let head = take(&mut steps);
        Some(Node {
            is_final: head & 1 == 1,
            place,
            count: head >> 1,
            steps,
        })
    }

    /// The number of a key.
    pub fn get(&self, key: &[u8]) -> Option<u32> {
        let (node, number) = self.follow(key)?;
        node.is_final.then_some(number)
    }

    /// The numbers of the keys that start with a prefix.
    pub fn range(&self, prefix: &[u8]) -> Range<u32> {
        match self.follow(prefix) {
            Some((node, number)) => number..number.saturating_add(self.keys_of(node)),
            None => 0..0,
        }
    }

    /// The key of a number; `None` when there are not so many.
    pub fn key(&self, number: u32) -> Option<Vec<u8>> {
        let mut node = self.root().filter(|_| number < self.len)?;
        let mut rest = number;
        let mut key = Vec::new();
        while !(node.is_final && rest == 0) {
            let step = node.steps().take_while(|step| step.before <= rest).last()?;
            rest -= step.before;
            key.push(step.byte);
            node = self.node(step.to)?;
        }
        Some(key)
    }

    /// The node behind some bytes, and how many keys come before those that it reads.
    fn follow(&self, bytes: &[u8]) -> Option<(Node<'a>, u32)> {
        let (mut node, mut number) = (self.root()?, 0u32);
        for &byte in bytes {
            let step = node.steps().find(|step| step.byte >= byte)?;
            if step.byte != byte {
                return None;
            }
            number = number.saturating_add(step.before);
            node = self.node(step.to)?;
        }
        Some((node, number))
    }

    /// How many keys a node reads: those before its last step, and those behind.
    fn keys_of(&self, mut node: Node<'a>) -> u32 {
        let mut keys = 0u32;
        loop {
            match node
                .steps()
                .last()
                .and_then(|step| Some((step.before, self.node(step.to)?)))
            {
                Some((before, next)) => {
                    keys = keys.saturating_add(before);
                    node = next;
                }
                None => return keys.saturating_add(node.is_final.into()),
            }
        }
    }
}

impl<'a> Node<'a> {
    /// Its steps by their byte. Each leads to a node that lies before this one.
    pub fn steps(&self) -> impl Iterator<Item = Step> + 'a {
        let (is_final, place, mut rest) = (self.is_final, self.place, self.steps);
        (0..self.count).map_while(move |at| {
            let (&byte, behind) = rest.split_first()?;
            rest = behind;
            let to = place.checked_sub(take(&mut rest).max(1))?;
            let before = if at == 0 {
                is_final.into()
            } else {
                take(&mut rest)
            };
            Some(Step { byte, to, before })
        })
    }
}

/// The bytes of the automaton of keys, which are sorted and each there once.
pub fn automaton_of<'a>(keys: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut builder = Builder {
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

/// A node whose steps are not all known.
#[derive(Default)]
struct Open {
    is_final: bool,
    steps: Vec<Step>,
    /// How many keys it reads so far, but for one that ends here.
    keys: u32,
}

struct Builder {
    bytes: Vec<u8>,
    /// The places of nodes by a hash of their steps.
    known: Vec<Option<u32>>,
    /// The nodes of the last key, one for each byte and the first.
    open: Vec<Open>,
}

impl Builder {
    /// Writes the nodes of the last key that lie deeper than `depth`, which no other key will reach.
    fn close(&mut self, depth: usize, last: &[u8]) {
        while self.open.len() > depth + 1 {
            let byte = last[self.open.len() - 2];
            let node = self.open.pop().unwrap_or_default();
            let (to, keys) = self.write(node);
            if let Some(parent) = self.open.last_mut() {
                let before = parent.keys + u32::from(parent.is_final);
                parent.steps.push(Step { byte, to, before });
                parent.keys += keys;
            }
        }
    }

    /// The place of a node, written unless an equal one is known, and how many keys it reads.
    fn write(&mut self, node: Open) -> (u32, u32) {
        let keys = node.keys + u32::from(node.is_final);
        let slot = slot(&node);
        if let Some(place) = self.known[slot].filter(|&place| self.is_equal(place, &node)) {
            return (place, keys);
        }
        let place = self.bytes.len() as u32;
        put(
            2 * node.steps.len() as u32 + u32::from(node.is_final),
            &mut self.bytes,
        );
        for (at, step) in node.steps.iter().enumerate() {
            self.bytes.push(step.byte);
            put(place - step.to, &mut self.bytes);
            if at > 0 {
                put(step.before, &mut self.bytes);
            }
        }
        self.known[slot] = Some(place);
        (place, keys)
    }

    fn is_equal(&self, place: u32, node: &Open) -> bool {
        let automaton = Automaton {
            nodes: &self.bytes,
            root: 0,
            len: 0,
        };
        automaton.node(place).is_some_and(|known| {
            known.is_final == node.is_final && known.steps().eq(node.steps.iter().copied())
        })
    }
}

/// Where a node is looked for among the known ones (FNV-1a; Fowler, Noll & Vo).
fn slot(node: &Open) -> usize {
    let numbers = node
        .steps
        .iter()
        .flat_map(|step| [step.byte.into(), step.to, step.before]);
    let hash = [node.is_final.into()]
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
