//! Who reports what in a sentence? Ordered rules that make frames from cues.
//!
//! Layers: `usage` and `aside` examine one cue; `source`, `nominal`, `inverted` and `verbal` make
//! its frame; `frames` is the pass over a sentence.

mod aside;
mod frames;
mod inverted;
mod nominal;
mod source;
mod usage;
mod verbal;

pub use aside::is_adverbial;
pub use frames::frames;
