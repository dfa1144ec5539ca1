//! Where are the words of a corpus kept? Segments of compressed lists that are read where they lie.
//!
//! [`Builder`] lays documents into a [`Segment`]; a segment finds words and their lists; a
//! [`posting::Cursor`] reads a list. Nothing here knows of queries.

pub mod bits;
mod builder;
mod name;
pub mod posting;
mod segment;

pub use builder::Builder;
pub use segment::{Segment, Word, WordId, bare};
