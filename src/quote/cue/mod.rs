//! Which words report? A lexicon of verbs and nouns of saying.

mod class;
mod lexicon;

pub use class::{Cue, CueClass};
pub use lexicon::{nominal, verb};
