//! What is changed in a text, and why? A value: the replacement of a span, with its cause.

use std::borrow::Cow;

use crate::document::OperationKind;
use crate::text::Span;

/// Why a span was replaced.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cause {
    pub kind: OperationKind,
    /// In kebab case.
    pub rule: &'static str,
    /// How certain the change is, from 0 to 1.
    pub confidence: f64,
}

impl Cause {
    /// A cause with confidence 1.
    pub const fn sure(kind: OperationKind, rule: &'static str) -> Self {
        Self {
            kind,
            rule,
            confidence: 1.0,
        }
    }

    /// The cause of a span that is edited again. A repair stays one until it is removed or moved.
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

/// The replacement of a span of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// The span that is replaced; empty for an insertion.
    pub span: Span,
    pub after: Cow<'static, str>,
    pub cause: Cause,
}

impl Edit {
    /// Replaces `span` with `after`.
    pub fn new(span: Span, after: impl Into<Cow<'static, str>>, cause: Cause) -> Self {
        Self {
            span,
            after: after.into(),
            cause,
        }
    }
}
