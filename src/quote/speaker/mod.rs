//! Whose words are they? The subject of a cue, the mention that a phrase names, and the turns of a
//! transcript.

mod mention;
mod subject;
mod transcript;

pub use mention::{is_pronoun, named};
pub use subject::{reporter, subject};
pub use transcript::turns;
