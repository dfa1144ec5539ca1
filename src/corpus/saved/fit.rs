//! Do values from foreign bytes fit a text? Checks before they are used.

use crate::corpus::timeline::Dated;
use crate::document::{DocId, Document};
use crate::text::Span;
use crate::time::Date;

/// Whether spans lie inside a text and follow each other without overlaps.
pub fn follow(spans: impl IntoIterator<Item = Span>, text: &str) -> bool {
    let mut end = 0;
    spans.into_iter().all(|span| {
        let follows = end <= span.start && span.fits(text);
        end = span.end;
        follows
    })
}

/// Whether a date fits a document of a corpus in which it can rest on `others` articles.
pub fn is_date(dated: &Dated, document: &Document, others: usize) -> bool {
    let exists = |date: &Date| Date::new(date.year, date.month, date.day).is_some();
    let is_there = |other: &DocId| (other.0 as usize) < others;
    dated.mention.span.fits(&document.text)
        && dated.mention.from.as_ref().is_none_or(exists)
        && dated.mention.to.as_ref().is_none_or(exists)
        && dated.inferred_from.as_ref().is_none_or(is_there)
}
