//! What does a segment contain, and how is it read? Views of its bytes: the layout, the words,
//! their records and posting lists. Nothing here writes.

mod casing;
mod cursor;
mod extent;
mod layout;
mod list;
mod look;
mod record;
mod word;

pub use casing::{Casing, casings};
pub use cursor::Cursor;
pub use extent::Extents;
pub use layout::{FIELDS, HEADER, REGIONS, STRIDE, Segment};
pub use list::{Bound, END, GROUP, List};
pub use look::Looks;
pub use record::{
    BACK, BOTH, CAPITAL, CAPITALISED, CAPITALS, COMPOUND, JOINED, KEY, Kind, LISTED, ON, ONCE, ONE,
    SEVERAL, SILENT, SMALL, bare, capitalised,
};
pub use word::{Word, WordId};
