//! Where do words, sentences and paragraphs begin and end? Passes over a string that return spans
//! (text boundaries, UAX #29).

mod paragraph;
mod script;
mod sentence;
mod token;

pub use paragraph::paragraphs;
pub use script::{characters, is_unspaced};
pub use sentence::sentences;
pub use token::{Token, TokenKind, tokens};
