//! What does the learned model read and write? Its input, features and labels, and a pass that
//! makes its names consistent within a document.

pub mod bilou;
mod consistency;
mod feature;
mod input;

pub use bilou::{CoarseKind, names};
pub use consistency::add_repeated_names;
pub use feature::features;
#[cfg(feature = "train")]
pub use input::InputSentence;
pub use input::ModelInput;
