//! Who reports what in a sentence? Rules that make frames of cues, tried in order.
//!
//! Layers: `usage` and `aside` know one cue; `source`, `nominal`, `inverted` and `verbal` make its frame;
//! `frames` is the pass over a sentence.

mod aside;
mod frames;
mod inverted;
mod nominal;
mod source;
mod usage;
mod verbal;

pub use aside::is_adverbial;
pub use frames::frames;
