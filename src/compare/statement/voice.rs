//! Who says a passage, and is it who says another? An identity: an entity, or a paper of its own name.

use crate::compare::account::Account;
use crate::entity::{EntityId, MentionKind};
use crate::quote::Speaker;

/// Who says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::compare) enum Voice {
    /// A person, a body, a country.
    Entity(EntityId),
    /// A treaty, a statement, a report with a name of its own.
    Paper(EntityId),
}

impl Voice {
    /// Who speaks; `None` when no name tells.
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

    /// Whether two voices are one: `None` when that is open.
    pub fn is(self, other: Self) -> Option<bool> {
        match (self, other) {
            (Self::Entity(one), Self::Entity(other)) => Some(one == other),
            (Self::Paper(one), Self::Paper(other)) => (one == other).then_some(true),
            _ => None,
        }
    }
}
