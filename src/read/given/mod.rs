//! What do files give besides text? Readers of values in columns, keys, front matter and sidecars.
//!
//! A lexicon says what a name means (`slot`), columns are matched with it (`columns`), and the
//! values for one article form a row (`row`, `date`). Values come from the head of a text
//! (`front_matter`) or from a table beside the files (`sidecar`).

mod columns;
mod date;
mod front_matter;
mod row;
mod sidecar;
mod slot;

pub use columns::slots;
pub use front_matter::split_front_matter;
pub use row::{Row, quoted};
pub use sidecar::{Sidecar, is_sidecar};
pub use slot::{Slot, field_names, named};
