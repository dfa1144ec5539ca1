//! What does a text say once every repair is made? The passes over a text that remembers its origin.

use super::{Fix, fixes};
use crate::intake::trace::{Change, Traced};
use crate::text::Span;

/// How often text is looked at again after a repair: it may have been misread more than once.
const PASSES: usize = 5;

/// The text with its misread characters put right, where nobody asks what was changed.
///
/// ```
/// use corpus_explorer::intake::repair;
///
/// assert_eq!(repair("Itâ€™s a cafÃ©"), "It’s a café");
/// assert_eq!(repair("鈥淭rains鈥 were late"), "“Trains” were late");
/// assert_eq!(repair("MANHÃ—hoje"), "MANHÃ—hoje");
/// ```
pub fn repair(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..PASSES {
        let found = fixes(&text);
        if found.is_empty() {
            break;
        }
        let mut result = String::with_capacity(text.len());
        let mut done = 0;
        for fix in found {
            result.push_str(&text[done..fix.span.start as usize]);
            result.push_str(&fix.after);
            done = fix.span.end as usize;
        }
        result.push_str(&text[done..]);
        text = result;
    }
    text
}

/// The repaired text; what was changed is added to `changes`.
pub(in crate::intake) fn repaired(mut traced: Traced, changes: &mut Vec<Change>) -> Traced {
    for _ in 0..PASSES {
        let found = fixes(&traced.text);
        if found.is_empty() {
            break;
        }
        traced = applied(&traced, changes, found);
    }
    traced
}

/// Puts `fixes` into a text; earlier changes that they touch are merged into them.
fn applied(traced: &Traced, changes: &mut Vec<Change>, fixes: Vec<Fix>) -> Traced {
    let mut result = Traced::default();
    let mut done = 0;
    let raws: Vec<Span> = fixes.iter().map(|fix| traced.origin(fix.span)).collect();
    changes.retain(|change| !covered(&raws, change.raw));
    let earlier = changes.len();
    for (fix, &raw) in fixes.into_iter().zip(&raws) {
        result.push_part(traced, Span::new(done, fix.span.start as usize));
        result.push_str(&fix.after, raw);
        done = fix.span.end as usize;
        // Two repairs of what one character was read from count as one.
        while changes[earlier..]
            .last()
            .is_some_and(|change| raw.contains(change.raw))
        {
            changes.pop();
        }
        changes.push(Change {
            raw,
            after: fix.after,
            rule: fix.rule,
            confidence: fix.confidence,
        });
    }
    result.push_part(traced, Span::new(done, traced.text.len()));
    result
}

/// Whether one of `spans`, which are in order, covers all of `inner`.
fn covered(spans: &[Span], inner: Span) -> bool {
    let first = spans.partition_point(|s| s.end < inner.end);
    spans[first..]
        .iter()
        .take_while(|s| s.start <= inner.start)
        .any(|s| s.contains(inner))
}
