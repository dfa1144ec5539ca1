//! How are numbers and keys kept in few bytes? Codes of integers, and the automaton of sorted keys. Nothing here knows
//! what they are for.

mod automaton;
mod automaton_builder;
mod block;
mod rice;
mod varint;

pub use automaton::{Automaton, State};
pub use automaton_builder::automaton_of;
pub use block::{BLOCK, pack, unpack, width};
pub use rice::{BitReader, BitWriter};
pub use varint::{put, take};
