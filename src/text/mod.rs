//! What does a string consist of? Basic text analysis: spans, tokens, sentences, terms and offsets.
//! This room knows only `&str`.

mod boundary;
mod key;
pub mod lexicon;
mod normalize;
mod offset;
mod span;
mod stopword;
mod unique;
mod windows_1252;

pub use boundary::{Token, TokenKind, characters, is_unspaced, paragraphs, sentences, tokens};
pub use key::{EnglishStemmer, fold, number_key, spelling_key, without_possessive};
pub(crate) use normalize::canonical;
pub use normalize::normalize;
pub use offset::{OffsetIndex, Unit};
pub use span::Span;
pub use stopword::is_stop_word;
pub use unique::UniqueNames;
pub(crate) use windows_1252::from_windows_1252;
