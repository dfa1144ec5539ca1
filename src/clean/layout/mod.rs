//! How is a text laid out? Its lines, the page that they make, and the blocks that leave.
//!
//! Lines are told by blanks, indentation and marks (`line`), a page keeps what is decided about each (`page`),
//! margins say which lines go on (`margin`), the blocks are planned (`plan`) and written (`compose`), words broken
//! at the ends of lines joined (`hyphen`).

mod compose;
mod hyphen;
mod line;
mod margin;
mod page;
mod plan;

pub use compose::{composed, text_of};
pub use line::Mark;
pub use page::{Fate, Page};
pub use plan::Plan;
