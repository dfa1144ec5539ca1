//! Which words mean an entity without naming it? A reference: a span of a document with the entity that is
//! meant.

use crate::entity::resolution::EntityId;
use crate::text::Span;

/// How a reference means its entity without naming it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ReferenceKind {
    /// "he".
    Pronoun,
    /// "the ministry", "the Russian leader".
    Description,
}

/// Words that mean an entity without naming it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reference {
    /// The words.
    pub span: Span,
    /// Who or what is meant.
    pub entity: EntityId,
    /// How it is meant.
    pub kind: ReferenceKind,
    /// How sure that is, 0 to 1.
    pub confidence: f64,
}
