//! What stands in quotation marks? Pairs of marks, and whether their words are speech or a title.

mod delimiter;
mod wording;

pub use delimiter::{Quoted, is_mark, quoted};
pub use wording::{is_exclaimed, is_sentence, is_title, words};
