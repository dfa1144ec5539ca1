//! What does a text say once every repair is made? The passes over a text that remembers its origin.

use super::fixes;
use crate::document::OperationKind;
use crate::intake::trace::{Cause, Edit, Traced};

/// How often text is looked at again after a repair: it may have been misread more than once.
const PASSES: usize = 5;

/// Repairs a text; returns whether there was anything to repair.
pub(in crate::intake) fn repaired(traced: &mut Traced) -> bool {
    let mut any = false;
    for _ in 0..PASSES {
        let found = fixes(&traced.text);
        if found.is_empty() {
            break;
        }
        any = true;
        let edits = found.into_iter().map(|fix| {
            let cause = Cause {
                kind: OperationKind::Repair,
                rule: fix.rule,
                confidence: fix.confidence,
            };
            Edit::new(fix.span, fix.after, cause)
        });
        *traced = traced.edited(edits.collect());
    }
    any
}
