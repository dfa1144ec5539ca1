//! What did people decide about names? Decisions to merge, split, rename, reclassify or ignore, and
//! their replay.
//!
//! Decisions are stored in a small file (see `docs/decisions.md`). They name entities by id and
//! name, and mentions by article, range and words, so that they survive another analysis and apply
//! to other corpora. [`apply`] replays them over the result of the analysis; it cannot fail. A
//! decision whose target is missing is reported and kept.

mod address;
mod apply;
mod draft;
mod file;
mod locate;
mod trace;
mod written;

use crate::entity::EntityKind;
pub use address::{Address, Quoted};
pub use apply::{Decided, Outcome, Why, apply};
pub use file::{read, write};
pub use trace::Traces;
pub use written::{Action, Written};

/// One decision of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its id, unique in a corpus.
    pub id: String,
    /// The change it makes.
    pub act: Act,
}

/// A change to an entity or to mentions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Merges two entities; the result keeps the id, name and kind of `into`.
    Merge {
        /// The entity that disappears.
        entity: Address,
        /// The entity that remains.
        into: Address,
    },
    /// Some mentions of an entity name a different one.
    Split {
        /// The entity that they were found to name.
        entity: Address,
        /// The mentions that leave it.
        mentions: Vec<Quoted>,
        /// The name of the new entity; by default, its fullest mention.
        name: Option<String>,
        /// Its kind; by default, that of the old entity.
        kind: Option<EntityKind>,
    },
    /// Gives an entity another name; its id stays.
    Rename {
        /// The entity.
        entity: Address,
        /// Its new name.
        name: String,
    },
    /// Gives an entity another kind.
    Kind {
        /// The entity.
        entity: Address,
        /// Its new kind.
        kind: EntityKind,
    },
    /// No mention of an entity names anything.
    Ignore {
        /// The entity.
        entity: Address,
    },
    /// Some mentions name nothing.
    IgnoreMentions {
        /// The mentions.
        mentions: Vec<Quoted>,
    },
}

impl Act {
    /// The entity it changes; `None` if it only changes mentions.
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

    /// The entity, and the one it is merged into.
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

    /// The mentions it names; empty for other actions.
    pub fn mentions(&self) -> &[Quoted] {
        match self {
            Self::Split { mentions, .. } | Self::IgnoreMentions { mentions } => mentions,
            _ => &[],
        }
    }

    /// The mentions it names, mutably.
    pub(crate) fn mentions_mut(&mut self) -> &mut [Quoted] {
        match self {
            Self::Split { mentions, .. } | Self::IgnoreMentions { mentions } => mentions,
            _ => &mut [],
        }
    }
}

/// An id for a new decision: "d1", "d2", …, one above the highest taken number.
pub(crate) fn next_id(taken: &[Decision]) -> String {
    let number = |decision: &Decision| decision.id.strip_prefix('d')?.parse::<u32>().ok();
    let highest = taken.iter().filter_map(number).max().unwrap_or(0);
    format!("d{}", highest.saturating_add(1))
}
