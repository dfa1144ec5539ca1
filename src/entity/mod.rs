//! Who and what is named? The mentions of a document, and the entities they share in a corpus.
//!
//! The room is built in layers; each imports only from those before it:
//!
//! 1. `kind`, `mention`, `resolution`: the types that leave the room; `token`: the tokens its rules
//!    read;
//! 2. `lexicon`: lists of names and of words beside names, with their readers;
//! 3. `recognise`: text → mentions, by rules and a learned model;
//! 4. `role`: the stated role of a person, and its country;
//! 5. `resolve`: mentions → entities;
//! 6. `reference`: what "he", "the ministry" and a capital refer to.

mod kind;
mod lexicon;
mod mention;
mod recognise;
mod reference;
mod resolution;
mod resolve;
mod role;
mod token;

pub use kind::{EntityKind, MentionKind};
pub use lexicon::{Gender, is_document_noun, known_names};
pub use mention::{Mention, is_genitive};
pub use recognise::mentions;
#[cfg(feature = "train")]
pub use recognise::{InputSentence, ModelInput, bilou, features, mentions_by};
pub use reference::{
    Antecedent, Antecedents, LastSpeaker, Reference, ReferenceKind, StandIn, references, stand_ins,
};
pub use resolution::{Entity, EntityId, Resolution};
pub use resolve::{resolve, slug};
pub use role::country_of_role;
