//! Which people are the same? Each full name is a person; parts of it mean the bearer that their
//! document, or else the corpus, tells.

mod document;
mod index;
mod mention;

pub use document::people;
pub use mention::PersonMention;
