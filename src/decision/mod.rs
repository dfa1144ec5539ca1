//! What did people decide about names? Merge two, split one, rename, call it another kind, ignore.
//!
//! Decisions are a small file of their own (see `docs/decisions.md`): they name entities by id and
//! name, mentions by article, place and quoted words, so that they outlive another analysis and
//! serve other corpora. [`apply`] replays them over what was found; it cannot fail. A decision whose
//! target is not there says so and stays where it is.

mod address;
mod apply;
mod draft;
mod file;
mod locate;
mod written;

use crate::entity::EntityKind;
pub use address::{Address, Quoted};
pub use apply::{Decided, Outcome, Why, apply};
pub use file::{read, write};
pub use written::{Action, Written};

/// What one person decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Unique among the decisions of a corpus.
    pub id: String,
    /// What is to be done.
    pub act: Act,
}

/// What is to be done with an entity or with mentions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Two entities are one, which keeps the id, name and kind of `into`.
    Merge {
        /// The one that vanishes.
        entity: Address,
        /// The one that stays.
        into: Address,
    },
    /// Some mentions of an entity name somebody or something else.
    Split {
        /// The one whose mentions they were.
        entity: Address,
        /// Those that leave it.
        mentions: Vec<Quoted>,
        /// What the new entity is called; the fullest of its mentions unless said.
        name: Option<String>,
        /// What it is; the same as the old one unless said.
        kind: Option<EntityKind>,
    },
    /// An entity is called otherwise; its id stays.
    Rename {
        /// Which one.
        entity: Address,
        /// Its name from now on.
        name: String,
    },
    /// An entity is of another kind.
    Kind {
        /// Which one.
        entity: Address,
        /// What it is.
        kind: EntityKind,
    },
    /// None of the mentions of an entity names anything.
    Ignore {
        /// Which one.
        entity: Address,
    },
    /// These mentions name nothing.
    IgnoreMentions {
        /// Which ones.
        mentions: Vec<Quoted>,
    },
}

impl Act {
    /// The entity that it is about; `None` where it is about mentions alone.
    pub fn entity(&self) -> Option<&Address> {
        match self {
            Self::Merge { entity, .. }
            | Self::Split { entity, .. }
            | Self::Rename { entity, .. }
            | Self::Kind { entity, .. }
            | Self::Ignore { entity } => Some(entity),
            Self::IgnoreMentions { .. } => None,
        }
    }

    /// The entity, and the one that it is merged into.
    pub(crate) fn entities_mut(&mut self) -> Vec<&mut Address> {
        match self {
            Self::Merge { entity, into } => vec![entity, into],
            Self::Split { entity, .. }
            | Self::Rename { entity, .. }
            | Self::Kind { entity, .. }
            | Self::Ignore { entity } => vec![entity],
            Self::IgnoreMentions { .. } => Vec::new(),
        }
    }

    /// The mentions that it is about.
    pub fn mentions(&self) -> &[Quoted] {
        match self {
            Self::Split { mentions, .. } | Self::IgnoreMentions { mentions } => mentions,
            _ => &[],
        }
    }

    /// The same, to be changed.
    pub(crate) fn mentions_mut(&mut self) -> &mut [Quoted] {
        match self {
            Self::Split { mentions, .. } | Self::IgnoreMentions { mentions } => mentions,
            _ => &mut [],
        }
    }
}

/// An id for one more decision: "d1", "d2", …, behind the highest that is taken.
pub(crate) fn next_id(taken: &[Decision]) -> String {
    let number = |decision: &Decision| decision.id.strip_prefix('d')?.parse::<u32>().ok();
    let highest = taken.iter().filter_map(number).max().unwrap_or(0);
    format!("d{}", highest.saturating_add(1))
}
