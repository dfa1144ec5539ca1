//! How are numbers and keys kept in few bytes? Codes of integers, and the automaton of sorted keys. Nothing here knows
//! what they are for.

mod automaton;
mod block;
mod rice;
mod varint;

pub use automaton::{Automaton, Node, automaton_of};
pub use block::{BLOCK, pack, unpack, width};
pub use rice::{Reader, Writer};
pub use varint::{put, take};
