//! How do the parts of the page become one HTML file? A pure function from parts to a page.
//!
//! The page contains everything it needs: markup, style, the engine and its glue, the reader of
//! files, the scripts and a corpus. Its policy lists every inlined script and style by its hash, so
//! nothing else can run, except a worker that the page makes from its own parts.

mod block;
mod error;
mod markup;
mod part;
mod policy;

pub use error::PageError;
pub use markup::build;
pub use part::{Parts, ReaderParts};
