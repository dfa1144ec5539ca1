//! How is a corpus saved? The sections of its pack, and a reader for the formats of earlier builds.

mod content;
mod earlier;
mod lines;
mod sections;

#[cfg(feature = "embedded")]
pub use lines::read_lines;
pub use sections::{read, write};
