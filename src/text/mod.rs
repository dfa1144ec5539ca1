//! Text as such: spans, tokens, sentences, terms. Knows `&str` and nothing else.

pub mod fold;
mod normalize;
mod sentence;
mod span;
mod spelling;
mod stem;
mod stopword;
mod token;
mod utf16;

pub use normalize::normalize;
pub use sentence::sentences;
pub use span::Span;
pub use spelling::spelling_key;
pub use stem::{EnglishStemmer, stem};
pub use stopword::is_stop_word;
pub use token::{Token, TokenKind, tokens};
pub use utf16::{Utf16Index, Utf16Range};
