//! What kinds of entities and mentions are there? Two closed enumerations.

use serde::{Deserialize, Serialize};

/// The kind of an entity.
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

/// The kind of a mention: the kind of its entity, or a demonym.
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
    /// A demonym ("North Korean"); its entity is the place.
    Nationality,
}

impl EntityKind {
    /// The kind of an entity whose mentions are of `kind`.
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
