//! How do frames and marks become quotations? One pass over the blocks of a document.
//!
//! `state` is what it remembers, `pass` the walk itself; `framed`, `lone` and `resolution` are its steps.

mod framed;
mod lone;
mod pass;
mod resolution;
mod state;

pub use pass::quotations;
