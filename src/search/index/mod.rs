//! Where are the words of a corpus stored? An inverted index of segments that are read in place.
//!
//! The layers of this folder are `code`, `segment`, `construction`, and then the files here. An
//! [`Index`] knows its segments; they do not know the index. Nothing here knows queries.

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
pub use synonym::{Synonyms, compared};
pub use unit::{HitUnit, size};
