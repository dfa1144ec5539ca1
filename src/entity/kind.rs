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
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Document,
        Self::Event,
        Self::Publication,
        Self::Work,
    ];

    /// What it is called in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Document => "document",
            Self::Event => "event",
            Self::Publication => "publication",
            Self::Work => "work",
        }
    }

    /// The kind of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl MentionKind {
    /// What an entity is whose mentions are of this kind.
    pub fn entity(self) -> EntityKind {
        match self {
            Self::Person => EntityKind::Person,
            Self::Organisation => EntityKind::Organisation,
            Self::Place | Self::Nationality => EntityKind::Place,
            Self::Document => EntityKind::Document,
            Self::Event => EntityKind::Event,
            Self::Publication => EntityKind::Publication,
            Self::Work => EntityKind::Work,
        }
    }

    /// What it is called in files: as the kind of its entity, but for nationalities.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nationality => NATIONALITY,
            kind => kind.entity().name(),
        }
    }

    /// The kind of a name.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            NATIONALITY => Some(Self::Nationality),
            name => EntityKind::of(name).map(Self::from),
        }
    }
}

const NATIONALITY: &str = "nationality";

impl From<EntityKind> for MentionKind {
    fn from(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person,
            EntityKind::Organisation => Self::Organisation,
            EntityKind::Place => Self::Place,
            EntityKind::Document => Self::Document,
            EntityKind::Event => Self::Event,
            EntityKind::Publication => Self::Publication,
            EntityKind::Work => Self::Work,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_json() {
        for kind in EntityKind::ALL {
            let name = kind.name();
            assert_eq!(EntityKind::of(name), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), name);
            assert_eq!(MentionKind::of(name).map(MentionKind::entity), Some(kind));
            assert_eq!(serde_json::to_value(MentionKind::from(kind)).unwrap(), name);
        }
        let nationality = MentionKind::of("nationality").unwrap();
        assert_eq!(
            serde_json::to_value(nationality).unwrap(),
            nationality.name()
        );
        assert_eq!(MentionKind::of("nation"), None);
    }
}
