//! Which names and words are known beforehand? Lists, read once, with functions that query them.

mod class;
mod gazetteer;
mod gender;
mod known_name;
mod nickname;
mod transliteration;
mod words;

pub use class::Class;
pub use gazetteer::{Gazetteer, GazetteerMatch};
pub use gender::Gender;
pub use known_name::{known_as, known_names};
pub use nickname::is_short_for;
pub use transliteration::transliteration_key;
pub use words::{Lexicon, is_document_noun};
