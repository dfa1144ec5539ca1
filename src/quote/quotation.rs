//! Who said what? A quotation: its content, cue and speaker, as spans of a document.

use serde::{Deserialize, Serialize};

use crate::quote::telling::Telling;
use crate::text::Span;

/// How speech is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum QuotationKind {
    /// Whole clauses or sentences in quotation marks.
    Direct,
    /// Quoted fragments inside the reporter's own sentence.
    Mixed,
    /// Reported without quotation marks.
    Indirect,
}

/// A quotation: one utterance, though its content may be interrupted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quotation {
    /// How it is reported.
    pub kind: QuotationKind,
    /// What was said: one or more spans in text order, without the quotation marks around them. A
    /// span goes on over the end of a paragraph where the speaker does.
    pub spans: Vec<Span>,
    /// The reporting verb or phrase.
    pub cue: Option<Span>,
    /// Who said it; `None` when nothing in the text tells.
    pub speaker: Option<Speaker>,
    /// How it is told.
    pub telling: Telling,
}

/// Who a quotation is attributed to, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Speaker {
    /// The words that name the speaker ("the ministry", "he"); `None` when only inferred.
    pub span: Option<Span>,
    /// The mention they resolve to: an index into the document's mentions. `None` when unresolved.
    pub mention: Option<u32>,
    /// The rule that attributed it, in kebab case.
    pub rule: String,
    /// How sure the attribution is, 0 to 1.
    pub confidence: f64,
}

/// Above this confidence of its speaker a quotation is surely attributed: of 161 such attributions
/// that were checked, one was wrong.
pub const SURE: f64 = 0.92;
