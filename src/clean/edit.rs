//! What is changed in a text, and why? Replacements of stretches, values.

use std::borrow::Cow;

use crate::document::OperationKind;
use crate::text::Span;

/// Why a stretch of the raw text was replaced.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cause {
    pub kind: OperationKind,
    /// In kebab case.
    pub rule: &'static str,
    /// How sure it is, 0 to 1.
    pub confidence: f64,
}

impl Cause {
    /// A cause beyond doubt.
    pub const fn sure(kind: OperationKind, rule: &'static str) -> Self {
        Self {
            kind,
            rule,
            confidence: 1.0,
        }
    }

    /// What remains of the cause of a stretch that is edited again: what was put right stays so until it is taken out.
    pub fn then(self, later: Cause) -> Cause {
        match (self.kind, later.kind) {
            (_, OperationKind::Removal | OperationKind::Move) => later,
            (OperationKind::Repair, OperationKind::Repair)
                if later.confidence < self.confidence =>
            {
                later
            }
            (OperationKind::Repair, _) => self,
            _ => later,
        }
    }
}

/// A replacement in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// What is replaced; empty to put something in.
    pub span: Span,
    pub after: Cow<'static, str>,
    pub cause: Cause,
}

impl Edit {
    /// Replaces `span`.
    pub fn new(span: Span, after: impl Into<Cow<'static, str>>, cause: Cause) -> Self {
        Self {
            span,
            after: after.into(),
            cause,
        }
    }
}
