//! Answers of a collection of documents of one's own shape.

use super::answer::{dated, explanation, facet_value, histogram, remark, score_part};
use crate::api::options::*;
use crate::api::shape::*;
use crate::collection::Collection;
use crate::document::DocId;
use crate::error::{ReadError, either, quoted};
use crate::search::{self, Hit, Selection};
use crate::text::Unit as Offsets;
use crate::text::{OffsetIndex, Span};

/// What `query` finds in a collection; offsets count UTF-16 units of a field's text.
///
/// # Errors
/// [`crate::error::ReadErrorKind::Argument`] when the filter names a field that the collection does not
/// filter by, or its date is none.
pub fn answer(
    collection: &Collection,
    query: &str,
    options: &IndexSearchOptions,
) -> Result<IndexAnswer, ReadError> {
    let filter = selection(collection, options.filter.iter().flatten())?;
    let options = options.read(filter);
    let answer = collection.search(query, &options);
    let facet = |facet: &search::Facet| FieldFacet {
        field: facet.field.clone(),
        values: facet.values.iter().map(facet_value).collect(),
    };
    Ok(IndexAnswer {
        query: query.to_owned(),
        facets: options
            .facets
            .then(|| answer.facets.iter().map(facet).collect()),
        histogram: answer.histogram.map(histogram),
        remarks: answer.remarks.into_iter().map(remark).collect(),
        suggestion: answer.suggestion,
        explanation: answer.explanation.as_ref().map(explanation),
        total: answer.total as u32,
        hits: answer
            .hits
            .iter()
            .map(|found| hit(collection, found, options.explain))
            .collect(),
    })
}

/// What a filter selects: fields that the collection filters by, whatever their capitals, and "date"
/// where it has one.
fn selection<'a>(
    collection: &Collection,
    values: impl Iterator<Item = (&'a String, &'a String)>,
) -> Result<Selection, ReadError> {
    let mapping = collection.mapping();
    let date = mapping.date.as_ref().map(|_| "date".to_owned());
    let known: Vec<String> = mapping.filters.iter().cloned().chain(date).collect();
    let mut selection = Selection::default();
    for (field, value) in values {
        let lower = field.to_lowercase();
        if !known.iter().any(|name| name.to_lowercase() == lower) {
            let expected = format_args!("a known key ({})", either(&known));
            return Err(ReadError::argument("filter", expected, quoted(field)));
        }
        match lower.as_str() {
            "date" => selection.date = Some(value.clone()),
            _ => selection.values.push((lower, value.clone())),
        }
    }
    dated(selection)
}

fn hit(collection: &Collection, hit: &Hit, explain: bool) -> IndexHit {
    let passages = hit.passages.iter();
    let parts = || hit.score_parts.iter().map(score_part).collect();
    IndexHit {
        id: collection.id(hit.doc).to_owned(),
        score: hit.score,
        passages: passages
            .filter_map(|p| passage(collection, hit.doc, p))
            .collect(),
        score_parts: explain.then(parts),
    }
}

/// A passage of a hit; `None` when it is not there.
fn passage(collection: &Collection, doc: DocId, passage: &search::Passage) -> Option<FieldPassage> {
    let (field, start, text, block) = collection.field(doc, passage.block)?;
    let offsets = OffsetIndex::new(text, Offsets::Utf16);
    let local = |span: Span| {
        let [start, end] = [span.start, span.end].map(|byte| byte.saturating_sub(start));
        Span { start, end }
    };
    let range = |&span: &Span| offsets.range(local(span));
    let snippet = |snippet: &search::Snippet| {
        let [base, _] = range(&snippet.span);
        let marks = snippet.marks.iter().map(range);
        SnippetView {
            text: local(snippet.span).slice(text).to_owned(),
            marks: marks.map(|mark| mark.map(|offset| offset - base)).collect(),
        }
    };
    let [start, end] = range(&block);
    Some(FieldPassage {
        field: collection.mapping().fields.get(field)?.name.clone(),
        start,
        end,
        marks: passage.marks.iter().map(range).collect(),
        snippet: passage.snippet.as_ref().map(snippet),
    })
}
