//! What is in quotation marks? A scanner for quoted spans, and predicates for speech and titles.

mod delimiter;
mod wording;

pub use delimiter::{Quoted, is_mark, quoted};
pub use wording::{is_exclaimed, is_sentence, is_title, words};
