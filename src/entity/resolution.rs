//! Who is named in a corpus? A resolution: its entities, and the entity that each mention names.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::document::DocId;
use crate::entity::kind::EntityKind;
use crate::text::Span;

/// The ordinal of an entity in its corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// What several mentions name. Entities are ordered by number of mentions, most first, then by
/// name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// A slug of its name, unique in the corpus ("vladimir-putin").
    pub id: String,
    /// Its fullest usual name.
    pub name: String,
    /// Its kind.
    pub kind: EntityKind,
    /// Its mentions, in corpus order: document and index into that document's mentions.
    pub mentions: Vec<(DocId, u32)>,
    /// Roles and affiliations stated in the texts, in corpus order.
    pub roles: Vec<(DocId, Span)>,
}

/// The entities of a corpus, and the entity that each mention names. Entities are shared with the
/// resolution that decisions make of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Resolution {
    /// The entities, ordered as described at [`Entity`].
    pub entities: Vec<Arc<Entity>>,
    /// For each document and each of its mentions, the entity; `None` if none is certain enough.
    pub of: Vec<Vec<Option<EntityId>>>,
}
