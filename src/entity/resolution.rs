//! Who is named in a corpus? Its entities, and which of them each mention names.

use serde::{Deserialize, Serialize};

use crate::document::DocId;
use crate::entity::kind::EntityKind;
use crate::text::Span;

/// The ordinal of an entity in its corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// What mentions share. Entities are ordered by number of mentions, most first, then by name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// A slug of its name, unique in the corpus ("vladimir-putin").
    pub id: String,
    /// Its fullest usual name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Its mentions, in corpus order: document and index into that document's mentions.
    pub mentions: Vec<(DocId, u32)>,
    /// Roles and affiliations as the text states them, in corpus order.
    pub roles: Vec<(DocId, Span)>,
}

/// The entities of a corpus, and which of them each mention names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Resolution {
    /// The entities.
    pub entities: Vec<Entity>,
    /// For each document, for each of its mentions, the entity; `None` when none is certain enough.
    pub of: Vec<Vec<Option<EntityId>>>,
}
