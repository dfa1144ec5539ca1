//! Was this text decoded with the wrong table before we got it? A repair of misread UTF-8, made
//! only if the evidence outweighs the wording.
//!
//! For one misreading, a text enters [`fixes`], and a repair leaves for each misread character. A
//! text that was misread twice is repaired again (`apply`). One pass finds places that may be
//! misread (`scan`). They are turned back into bytes with each table that could have produced them:
//! single-byte tables (`single`, `table`) and double-byte ones (`double`, `pair`). The result is
//! weighed against the wording (`wording`): how odd the wording would be if someone had
//! written it, and how well the repair fits its neighbours. A table that is proven at one place is
//! accepted more easily at others. If a decoder dropped the last byte of a typographic mark, the
//! context decides which mark it was (`lost`), with a lower confidence. A line that would end up
//! with letters of a script foreign to the text stays as it is (`foreign`).
//!
//! What looks like someone's own wording is left alone: a missed repair is a blemish, a false one
//! an invention.

mod apply;
mod choice;
mod decoding;
mod double;
mod evidence;
mod fix;
mod fixes;
mod foreign;
mod lost;
mod pair;
mod scan;
mod single;
mod table;
mod withheld;
mod wording;

pub use apply::{Repair, repaired};
