//! Which spans of a document name something? Rules, a learned model that reads their results, and a
//! merger of both.
//!
//! Layers: `rule` finds mentions without learning; `model` turns a document into the input of the
//! model and labels into names; `recogniser` merges them.

mod model;
mod recogniser;
mod rule;

#[cfg(feature = "train")]
pub use model::{InputSentence, ModelInput, bilou, features};
pub use recogniser::mentions;
#[cfg(feature = "train")]
pub use recogniser::mentions_by;
