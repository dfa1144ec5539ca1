//! Where are the words of a corpus kept? Segments of compressed lists that are read where they lie.
//!
//! [`Builder`] lays documents into a [`Segment`]; a segment finds words and their lists; a
//! [`Cursor`] reads a list. Nothing here knows of queries.

mod automaton;
pub mod bits;
mod builder;
mod chain;
mod code;
mod cursor;
mod extent;
mod laid;
mod look;
mod merge;
mod name;
pub mod posting;
mod record;
mod segment;
mod term;

pub use automaton::{Automaton, Node};
pub use builder::Builder;
pub use cursor::Cursor;
pub use look::Looks;
pub use merge::merged;
pub use name::Writing;
pub use segment::{Segment, Word, WordId, bare};
