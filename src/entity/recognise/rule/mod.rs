//! Which spans name something, by rule? A pass over the capitalised sequences of each block.

mod candidate;
mod capitalised;
mod head;
mod legal_document;
mod name_memory;
mod name_words;
mod pass;
mod title;
mod unknown_name;

pub use name_words::{is_creed, is_office, kind_of_other};
pub use pass::by_rules;
