//! Is quoted speech direct or mixed? A classifier: whole clauses are direct, fragments in the
//! reporter’s sentence are mixed.

use crate::quote::marks::words;
use crate::quote::quotation::QuotationKind;
use crate::quote::sentence::Sentence;
use crate::text::Span;

/// The kind of the quoted span at element `i`.
pub fn kind(s: &Sentence, i: usize, inner: Span) -> QuotationKind {
    let text = inner.slice(s.text);
    let capital = text
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| !c.is_lowercase());
    let introduced = i == 0
        || s.is_mark(i - 1, &[',', ':', '—', '–', '.', '-'])
        || s.quote(i - 1).is_some()
        || s.elements[i - 1].cue.is_some();
    let whole = i == 0 && text.ends_with([',', '.', '?', '!', '…']) && words(text) >= 3;
    let stops = text.ends_with([',', '.', '?', '!', '…']);
    if capital && introduced && (words(text) >= 2 || stops) || whole {
        QuotationKind::Direct
    } else {
        QuotationKind::Mixed
    }
}
