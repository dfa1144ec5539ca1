//! What does the markup of a page state about its article? Readers of JSON-LD and tags.

mod date;
mod json;
mod json_ld;
mod meta;
mod statements;
mod value;

pub use statements::statements;
