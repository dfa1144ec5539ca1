//! Which spans of a document name something? Rules, a learned model that reads what they say, and
//! the merger of both.
//!
//! Layers: `rule` finds mentions without learning; `model` turns a document into what the model
//! reads and its labels into names; `recogniser` merges them.

mod model;
mod recogniser;
mod rule;

#[cfg(feature = "train")]
pub use model::{InputSentence, ModelInput, bilou, features};
pub use recogniser::mentions;
#[cfg(feature = "train")]
pub use recogniser::mentions_by;
