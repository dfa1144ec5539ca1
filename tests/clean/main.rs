//! Does cleaning repair what is damaged, and nothing else? One module a question.

#[path = "../random/mod.rs"]
mod random;

mod fold;
mod mojibake;
mod properties;
mod records;
