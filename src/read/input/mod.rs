//! What do readers make of raw input, whatever its format? Characters from bytes, paths from names,
//! cells from rows, and blocks from lines: functions and accumulators that several readers use.

pub mod encoding;
pub mod layout;
pub mod name;
pub mod rows;
pub mod source;
