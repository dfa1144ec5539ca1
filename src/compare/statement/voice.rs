//! Who says a passage, and is it the same speaker? An identity: an entity, or a document with a
//! name.

use crate::compare::account::Account;
use crate::entity::{EntityId, MentionKind};
use crate::quote::Speaker;

/// The source of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::compare) enum Voice {
    /// A person, organisation or country.
    Entity(EntityId),
    /// A treaty, statement or report with a name.
    Paper(EntityId),
}

impl Voice {
    /// The voice of a speaker; `None` if the speaker has no known entity.
    pub fn of(account: &Account, speaker: &Speaker) -> Option<Self> {
        let mention = speaker.mention? as usize;
        let entity = account.entities[mention]?;
        let is_document = account.mentions[mention].kind == MentionKind::Document;
        Some(if is_document {
            Self::Paper(entity)
        } else {
            Self::Entity(entity)
        })
    }

    /// Whether two voices are the same; `None` if that is unknown.
    pub fn is(self, other: Self) -> Option<bool> {
        match (self, other) {
            (Self::Entity(one), Self::Entity(other)) => Some(one == other),
            (Self::Paper(one), Self::Paper(other)) => (one == other).then_some(true),
            _ => None,
        }
    }
}
