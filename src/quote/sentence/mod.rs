//! How is a sentence built? Its elements, with shallow syntax over them that needs no parser.
//!
//! Layers: `element`; `reader` and `part_of_speech`; `phrase`; `clause`, `apposition`; `subject`.

mod apposition;
mod clause;
mod element;
mod part_of_speech;
mod phrase;
mod reader;
mod subject;

pub use clause::is_clause;
pub use element::{ElementKind, LONGEST, Sentence, folded};
pub use part_of_speech::{is_adverb, is_finite};
pub use phrase::{Phrase, Relation, core_after, is_free, is_measure, phrase_after, phrase_before};
pub use reader::read;
pub use subject::{opening_before, subject_before};
