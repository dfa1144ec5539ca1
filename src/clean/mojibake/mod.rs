//! Was this text decoded wrongly before we got it? UTF-8 that somebody read with another table, put
//! right where the evidence is better than the wording.
//!
//! A text enters [`fixes`], and the repairs of one misreading leave, one for each misread
//! character; a text misread twice is asked again (`apply`). Places that may be misread are found in
//! one pass (`scan`) and read back to bytes with each table that could have written them: tables of
//! one byte a character (`single`, `table`) and of two (`double`, `pair`). What a decoding says is
//! weighed against what stands there (`class`): how odd that is as anybody's wording, and how well
//! the repair sits among its neighbours. A table that is proven by one place of the text is
//! believed at others more easily. Where a reader dropped the last byte of a typographic mark, the
//! context decides which mark it was (`lost`), at a lower confidence. A line that would end with
//! letters of a script that is not the text's stays as it is (`foreign`).
//!
//! Nothing is done for what looks like somebody's own wording: a missed repair is a blemish, a
//! false one an invention.

mod apply;
mod choice;
mod class;
mod decoding;
mod double;
mod evidence;
mod fix;
mod fixes;
mod foreign;
mod habit;
mod line;
mod lost;
mod neighbor;
mod pair;
mod scan;
mod single;
mod table;
mod withheld;

pub use apply::{Repair, repaired};
