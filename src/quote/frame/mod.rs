//! What does an attribution look like? Frames, the rules that make them, and readers of the words
//! beside a cue.

mod circumstance;
mod rule;
mod stance;
mod structure;

pub use circumstance::add_circumstances;
pub use rule::Rule;
pub use stance::stance;
pub use structure::Frame;
