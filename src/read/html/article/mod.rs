//! Which lines of a page are its article? Passes that decide which lines are outside of it.
//!
//! The element that contains the article is found (`content`). What repeats itself (`repeat`) or is
//! given away by its wording (`prune`) is left out. Lines above the text get their kinds
//! (`opening`).

mod content;
mod opening;
mod page;
mod prune;
mod repeat;

pub use content::{core, shunned};
pub use opening::{label, open, title_line};
pub use page::Page;
pub use prune::prune;
