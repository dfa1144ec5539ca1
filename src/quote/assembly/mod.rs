//! How do frames and quoted spans become quotations? A pass over the blocks of a document.
//!
//! `state` holds what the pass remembers, `pass` is the loop; `framed`, `lone` and `resolution` are
//! its steps.

mod framed;
mod lone;
mod pass;
mod resolution;
mod state;

pub use pass::quotations;
