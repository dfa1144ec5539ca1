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
    /// Content without quotation marks.
    Indirect,
}

impl QuotationKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Mixed, Self::Indirect];

    /// What it is called in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }

    /// The kind of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One utterance, even if its content is interrupted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quotation {
    /// How it is reported.
    pub kind: QuotationKind,
    /// What was said: one or more spans in text order, without the quotation marks around them. A
    /// span continues across the end of a paragraph if the speaker does.
    pub spans: Vec<Span>,
    /// The reporting verb or phrase.
    pub cue: Option<Span>,
    /// Who said it; `None` if the text does not state it.
    pub speaker: Option<Speaker>,
    /// The stance, the sense of the cue and the circumstances.
    pub telling: Telling,
}

/// Who a quotation is attributed to, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Speaker {
    /// The words that name the speaker ("the ministry", "he"); `None` if the speaker is only
    /// inferred.
    pub span: Option<Span>,
    /// The mention they resolve to, as an index into the document’s mentions; `None` if unresolved.
    pub mention: Option<u32>,
    /// The rule that attributed it, in kebab case.
    pub rule: String,
    /// The confidence of the attribution, from 0 to 1.
    pub confidence: f64,
}
