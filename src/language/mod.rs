//! What does grammar say about a word? English knowledge that every analysis shares.
//!
//! No model yet: closed classes and word forms, read from lists that stand beside their readers.

mod inflection;
mod word;

pub use inflection::{Form, forms};
pub use word::{Class, classes};
