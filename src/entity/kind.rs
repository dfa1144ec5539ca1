//! What kinds of entities and mentions are there? The two closed lists.

use serde::{Deserialize, Serialize};

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum EntityKind {
    Person,
    Organisation,
    Place,
    Document,
    Event,
    Publication,
    Work,
}

/// What a mention is: a kind of entity, or a word for people or things of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum MentionKind {
    Person,
    Organisation,
    Place,
    Document,
    Event,
    Publication,
    Work,
    /// "North Korean": its entity is the place.
    Nationality,
}

impl EntityKind {
    /// What an entity is whose mentions are of a kind.
    pub fn of(kind: MentionKind) -> EntityKind {
        match kind {
            MentionKind::Person => EntityKind::Person,
            MentionKind::Organisation => EntityKind::Organisation,
            MentionKind::Place | MentionKind::Nationality => EntityKind::Place,
            MentionKind::Document => EntityKind::Document,
            MentionKind::Event => EntityKind::Event,
            MentionKind::Publication => EntityKind::Publication,
            MentionKind::Work => EntityKind::Work,
        }
    }
}
