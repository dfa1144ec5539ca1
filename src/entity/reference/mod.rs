//! Who is meant where nobody is named? Passes over a document that resolve pronouns, descriptions
//! and metonyms.

mod anaphor;
mod antecedent;
mod candidate;
mod coreference;
mod metonym;

pub use anaphor::{Reference, ReferenceKind};
pub use antecedent::{Antecedent, Antecedents, LastSpeaker};
pub use coreference::references;
pub use metonym::{StandIn, stand_ins};
