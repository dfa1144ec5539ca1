//! How is a corpus saved? The sections of its pack, and readers for the formats of earlier builds.
//!
//! It knows articles, but no corpus: that stands above it. Foreign bytes enter here: what does not fit
//! together is refused if it is ground state, and derived again if it was derived.

mod analyses;
mod content;
mod earlier;
mod fit;
mod found;
mod lines;
mod resolved;
mod sections;

pub use content::{Content, Saved};
#[cfg(feature = "embedded")]
pub use lines::read_lines;
pub use resolved::Resolved;
pub use sections::{read, write};
