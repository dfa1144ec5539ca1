//! What names someone or something? A mention: a span of a document with its kind.

use serde::{Deserialize, Serialize};

use crate::entity::kind::MentionKind;
use crate::text::{Span, without_possessive};

/// A span that names someone or something. The mentions of a document do not overlap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// The name, without title, article or possessive ending.
    pub span: Span,
    /// The kind of what it names.
    pub kind: MentionKind,
    /// The confidence of the recogniser, from 0 to 1.
    pub confidence: f64,
}

/// Whether a name is possessive: "’s" follows it, or it ends in a possessive.
pub fn is_genitive(text: &str, span: Span) -> bool {
    text.get(span.end as usize..)
        .is_some_and(|rest| rest.starts_with("’s") || rest.starts_with("'s"))
        || without_possessive(span.slice(text)).len() < span.len()
}
