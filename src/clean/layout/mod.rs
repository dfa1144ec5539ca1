//! How is a text laid out? Data and passes for its lines, its page and the blocks that result.
//!
//! Lines are classified by blank lines, indentation and marks (`line`). A page keeps the fate of
//! each (`page`). Margins show which lines continue (`margin`). Blocks are planned (`plan`) and
//! written (`compose`), and words broken at line ends are joined (`hyphen`).

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
