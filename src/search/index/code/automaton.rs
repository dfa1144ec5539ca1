//! Which keys are there, and which number has each? A minimal automaton over sorted keys.
//!
//! A key's number is its ordinal by alphabet: every transition out of a state says how many keys of the state
//! come before those behind it, so that a number is summed on the way down, and a key found again by its
//! number (Lucchesi & Kowaltowski 1993). It is built from sorted keys at once, ends first (Daciuk, Mihov,
//! Watson & Watson 2000); equal ends are kept once as far as a table of the last ones knows them.
//!
//! A state is a number, twice its transitions and one more where a key ends; then its transitions by their byte: the
//! byte, how far back the next state starts, and, but for the first transition, the keys before it. Numbers are
//! LEB128. The states are followed by the place of the first one and by the number of keys, 32 bits each,
//! little-endian.

use std::ops::Range;

use super::varint::take;

/// What follows the states.
const FOOT: usize = 8;

/// Keys in bytes, read where they lie.
#[derive(Debug, Clone, Copy)]
pub struct Automaton<'a> {
    pub(super) states: &'a [u8],
    pub(super) root: u32,
    /// How many keys there are.
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
    /// Where the next state lies.
    pub to: u32,
    /// How many keys of the state come before those behind the transition.
    pub before: u32,
}

impl<'a> Automaton<'a> {
    /// The automaton in bytes of [`super::automaton_of`]; `None` when they are too short for any.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let (states, foot) = bytes.split_at_checked(bytes.len().checked_sub(FOOT)?)?;
        let [root, len] =
            [0, 4].map(|at| foot[at..at + 4].try_into().map_or(0, u32::from_le_bytes));
        Some(Self { states, root, len })
    }

    /// The first state; it reads all keys.
    pub fn root(&self) -> Option<State<'a>> {
        self.state(self.root)
    }

    /// The state at a place.
    pub fn state(&self, place: u32) -> Option<State<'a>> {
        let mut transitions = self
            .states
            .get(place as usize..)
            .filter(|rest| !rest.is_empty())?;
        let head = take(&mut transitions);
        Some(State {
            is_final: head & 1 == 1,
            place,
            count: head >> 1,
            transitions,
        })
    }

    /// The number of a key.
    pub fn get(&self, key: &[u8]) -> Option<u32> {
        let (state, number) = self.follow(key)?;
        state.is_final.then_some(number)
    }

    /// The numbers of the keys that start with a prefix.
    pub fn range(&self, prefix: &[u8]) -> Range<u32> {
        match self.follow(prefix) {
            Some((state, number)) => number..number.saturating_add(self.keys_of(state)),
            None => 0..0,
        }
    }

    /// The key of a number; `None` when there are not so many.
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

    /// The state behind some bytes, and how many keys come before those that it reads.
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

    /// How many keys a state reads: those before its last transition, and those behind.
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
    /// Its transitions by their byte. Each leads to a state that lies before this one.
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
