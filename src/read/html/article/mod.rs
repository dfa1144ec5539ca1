//! Which lines of a page are its article? Passes that decide what stands outside of it.
//!
//! The element that holds the article is found (`content`), what repeats itself (`repeat`) and what is told by its
//! wording (`prune`) is left out, and the lines over the text are named (`opening`).

mod content;
mod opening;
mod page;
mod prune;
mod repeat;

pub use content::{core, shunned};
pub use opening::{label, open, title_line};
pub use page::Page;
pub use prune::prune;
