//! What supports the values of an article, and what was changed in it? Its evidence, and what was
//! removed, repaired or lost.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// What supports the value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// The value; dates are in ISO 8601.
    pub value: String,
    /// Whether it is chosen: the article has this value unless a person gave another.
    pub chosen: bool,
    /// The span in the raw text; `None` if markup outside the text states it.
    pub raw: Option<Span>,
    /// The tag or key that states it, if it comes from markup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// The text at that place, repaired.
    pub text: String,
    /// The rule that read it.
    pub rule: String,
}

/// A part of the raw text that does not belong to the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// Its span in the raw text.
    pub raw: Span,
    /// Its text, as received.
    pub text: String,
    /// The reason for the removal, in kebab case ("photo-credit").
    pub reason: String,
}

/// A change of wording between the raw text and the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Repair {
    /// The span of the repaired wording in the text; empty if characters were only removed.
    pub span: Span,
    /// The span of the damaged wording in the raw text.
    pub raw: Span,
    /// The damaged wording.
    pub before: String,
    /// The repaired wording.
    pub after: String,
    /// The rule that repaired it, in kebab case.
    pub rule: String,
    /// The confidence, 0 to 1.
    pub confidence: f64,
}

/// A place where words are missing in the source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// The byte offset in the text at which words are missing.
    pub at: u32,
    /// A few words before it.
    pub before: String,
    /// A few words after it.
    pub after: String,
    /// The rule that detected it, in kebab case.
    pub rule: String,
    /// The confidence, 0 to 1.
    pub confidence: f64,
}
