//! How are numbers and keys stored in few bytes? Integer codes, and an automaton of sorted keys.
//! Nothing here knows what they are used for.

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
