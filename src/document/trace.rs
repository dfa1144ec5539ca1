//! How did an article come to be as it is? A trace: what states its values, what was taken out, repaired or lost.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// What states a value of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// The value, dates in ISO 8601.
    pub value: String,
    /// Whether the article has this value, unless a person gave another.
    pub chosen: bool,
    /// Where it stands in the raw text; `None` when markup outside the text states it.
    pub raw: Option<Span>,
    /// The tag or key that states it, for markup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// What stands there, repaired.
    pub text: String,
    /// The rule that read it.
    pub rule: String,
}

/// A part of the raw text that is not the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// Where it stood.
    pub raw: Span,
    /// What stood there, as received.
    pub text: String,
    /// Why it was taken out, in kebab case ("photo-credit").
    pub reason: String,
}

/// A change of wording between raw and text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Repair {
    /// Where the repaired wording stands in the text; empty when something was only taken out.
    pub span: Span,
    /// Where the damaged wording stood in the raw text.
    pub raw: Span,
    /// The damaged wording.
    pub before: String,
    /// The repaired wording.
    pub after: String,
    /// The rule that repaired it, in kebab case.
    pub rule: String,
    /// How sure the repair is, 0 to 1.
    pub confidence: f64,
}

/// A place where the source lost words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// The byte of the text before which words are missing.
    pub at: u32,
    /// A few words before it.
    pub before: String,
    /// A few words after it.
    pub after: String,
    /// The rule that saw it, in kebab case.
    pub rule: String,
    /// How sure it is, 0 to 1.
    pub confidence: f64,
}
