//! Under which key are words equal? Functions from a word to the form by which it is compared:
//! folded, respelt, stemmed, without its possessive, or as a number.

pub mod fold;
mod number;
mod plainer;
mod possessive;
mod spelling;
mod stem;

pub use number::number_key;
pub use possessive::without_possessive;
pub use spelling::spelling_key;
pub use stem::EnglishStemmer;
