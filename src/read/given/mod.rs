//! What do files give besides text? Values under names, found in columns, keys, front matter and sidecar files.
//!
//! A list says what a name means (`slot`), columns are matched with it (`columns`), and the values of one
//! article make a row (`row`, `date`). They come from the head of a text (`front_matter`) or from a table of
//! metadata beside the files (`sidecar`).

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
