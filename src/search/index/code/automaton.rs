//! Which keys exist, and which number has each? A minimal automaton over sorted keys.
//!
//! The number of a key is its ordinal in sorted order. Every transition stores how many keys of its
//! state precede those after the transition, so the number is a sum along the path, and a key can
//! be recovered from its number (Lucchesi & Kowaltowski 1993). The automaton is built from sorted
//! keys in one pass (Daciuk, Mihov, Watson & Watson 2000); equal suffixes are shared as far as a
//! table of recent states contains them.
//!
//! A state begins with a number: twice the count of its transitions, plus one if a key ends there.
//! Its transitions follow, sorted by byte: the byte, the distance back to the next state and,
//! except for the first transition, the number of keys before it. Numbers are LEB128. After the
//! states come the offset of the first state and the number of keys, as little-endian 32-bit
//! numbers.

use std::ops::Range;

use super::varint::take;

/// The number of bytes after the states.
const FOOT: usize = 8;

/// A set of keys, read in place.
#[derive(Debug, Clone, Copy)]
pub struct Automaton<'a> {
    pub(super) states: &'a [u8],
    pub(super) root: u32,
    /// The number of keys.
    pub len: u32,
}

/// A state of an [`Automaton`].
#[derive(Debug, Clone, Copy)]
pub struct State<'a> {
    /// Whether a key ends here.
    pub is_final: bool,
    place: u32,
    count: u32,
    transitions: &'a [u8],
}

/// A transition from a state to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    /// The byte that it reads.
    pub byte: u8,
    /// The offset of the next state.
    pub to: u32,
    /// The number of keys of the state that precede those after this transition.
    pub before: u32,
}

impl<'a> Automaton<'a> {
    /// Opens the bytes written by [`super::automaton_of`]; `None` if they are too short.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let (states, foot) = bytes.split_at_checked(bytes.len().checked_sub(FOOT)?)?;
        let [root, len] =
            [0, 4].map(|at| foot[at..at + 4].try_into().map_or(0, u32::from_le_bytes));
        Some(Self { states, root, len })
    }

    /// The first state, from which all keys are read.
    pub fn root(&self) -> Option<State<'a>> {
        self.state(self.root)
    }

    /// The state at an offset.
    pub fn state(&self, place: u32) -> Option<State<'a>> {
        let mut transitions = self
            .states
            .get(place as usize..)
            .filter(|rest| !rest.is_empty())?;
        let head = take(&mut transitions);
        Some(State {
            is_final: head & 1 == 1,
            place,
            // One for each byte at most, whatever damaged bytes say.
            count: (head >> 1).min(256),
            transitions,
        })
    }

    /// The number of a key; `None` if it is absent.
    pub fn get(&self, key: &[u8]) -> Option<u32> {
        let (state, number) = self.follow(key)?;
        state.is_final.then_some(number)
    }

    /// The numbers of the keys that start with a prefix; empty if there are none.
    pub fn range(&self, prefix: &[u8]) -> Range<u32> {
        match self.follow(prefix) {
            Some((state, number)) => number..number.saturating_add(self.keys_of(state)),
            None => 0..0,
        }
    }

    /// The key with a number; `None` if the number is too large.
    pub fn key(&self, number: u32) -> Option<Vec<u8>> {
        let mut state = self.root().filter(|_| number < self.len)?;
        let mut rest = number;
        let mut key = Vec::new();
        while !(state.is_final && rest == 0) {
            let transition = state
                .transitions()
                .take_while(|transition| transition.before <= rest)
                .last()?;
            rest -= transition.before;
            key.push(transition.byte);
            state = self.state(transition.to)?;
        }
        Some(key)
    }

    /// The state after some bytes, and how many keys precede those that it reads.
    fn follow(&self, bytes: &[u8]) -> Option<(State<'a>, u32)> {
        let (mut state, mut number) = (self.root()?, 0u32);
        for &byte in bytes {
            let transition = state
                .transitions()
                .find(|transition| transition.byte >= byte)?;
            if transition.byte != byte {
                return None;
            }
            number = number.saturating_add(transition.before);
            state = self.state(transition.to)?;
        }
        Some((state, number))
    }

    /// The number of keys that a state reads: those before its last transition plus those after it.
    fn keys_of(&self, mut state: State<'a>) -> u32 {
        let mut keys = 0u32;
        loop {
            match state
                .transitions()
                .last()
                .and_then(|transition| Some((transition.before, self.state(transition.to)?)))
            {
                Some((before, next)) => {
                    keys = keys.saturating_add(before);
                    state = next;
                }
                None => return keys.saturating_add(state.is_final.into()),
            }
        }
    }
}

impl<'a> State<'a> {
    /// Its transitions, sorted by byte. Each leads to a state at a lower offset.
    pub fn transitions(&self) -> impl Iterator<Item = Transition> + 'a {
        let (is_final, place, mut rest) = (self.is_final, self.place, self.transitions);
        (0..self.count).map_while(move |at| {
            let (&byte, behind) = rest.split_first()?;
            rest = behind;
            let to = place.checked_sub(take(&mut rest).max(1))?;
            let before = if at == 0 {
                is_final.into()
            } else {
                take(&mut rest)
            };
            Some(Transition { byte, to, before })
        })
    }
}
