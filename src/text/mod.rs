//! What does a string consist of? Basic text analysis: spans, tokens, sentences, terms and offsets.
//! This room knows only `&str`.

pub mod fold;
pub mod lexicon;
mod normalize;
mod number;
mod offset;
mod paragraph;
mod plainer;
mod possessive;
mod script;
mod sentence;
mod span;
mod spelling;
mod stem;
mod stopword;
mod token;
mod unique;
mod windows_1252;

pub(crate) use normalize::canonical;
pub use normalize::normalize;
pub use number::number_key;
pub use offset::{OffsetIndex, Unit};
pub use paragraph::paragraphs;
pub use possessive::without_possessive;
pub use script::{characters, is_unspaced};
pub use sentence::sentences;
pub use span::Span;
pub use spelling::spelling_key;
pub use stem::EnglishStemmer;
pub use stopword::is_stop_word;
pub use token::{Token, TokenKind, tokens};
pub use unique::UniqueNames;
pub(crate) use windows_1252::from_windows_1252;
