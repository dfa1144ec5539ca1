//! Where are the words of a corpus kept? An inverted index of segments that are read where they lie.
//!
//! Within the room `code` comes first, then `segment`, then `construction`, then the files of this folder: an
//! [`Index`] knows its segments, and they know nothing of it. Nothing here knows of queries.

mod code;
mod construction;
mod forward;
mod growth;
mod inverted;
mod live;
mod pack;
mod segment;
mod statistics;
mod synonym;
mod unit;

pub use code::{Automaton, State};
pub use forward::{ForwardIndex, WordNumber};
pub use inverted::Index;
pub use live::LiveSegment;
pub use segment::{Bound, Cursor, END, List, Looks, Segment, Word, WordId, bare};
pub use synonym::compared;
pub use unit::{HitUnit, size};
