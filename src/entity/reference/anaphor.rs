//! Which words refer to an entity without naming it? A reference: a span of a document with its
//! entity.

use crate::entity::resolution::EntityId;
use crate::text::Span;

/// How a reference refers to its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ReferenceKind {
    /// "he".
    Pronoun,
    /// "the ministry", "the Russian leader".
    Description,
}

/// Words that refer to an entity without naming it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reference {
    /// The words.
    pub span: Span,
    /// The entity they refer to.
    pub entity: EntityId,
    /// How they refer to it.
    pub kind: ReferenceKind,
    /// The confidence, from 0 to 1.
    pub confidence: f64,
}
