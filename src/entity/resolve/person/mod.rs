//! Which people are the same? Each full name is a person; a partial name refers to a bearer in its
//! document, or else in the corpus.

mod document;
mod index;
mod mention;

pub use document::people;
pub use mention::PersonMention;
