//! Answers of a store of documents of one's own shape.

use super::answer::{DEFAULT_LIMIT, explanation, facet_value, histogram, remark, score_part};
use crate::api::shape::*;
use crate::search::{self, Hit, Selection};
use crate::store::Store;
use crate::text::Unit as Offsets;
use crate::text::{OffsetIndex, Span};

/// How many passages of a document are shown unless said.
const DEFAULT_PASSAGES: usize = 3;

/// What `query` finds in a store; offsets count UTF-16 units of a field's text.
pub fn answer(store: &Store, query: &str, options: &IndexSearchOptions) -> IndexAnswer {
    let options = search::Options {
        limit: options.limit.map_or(DEFAULT_LIMIT, |n| n as usize),
        offset: options.offset.unwrap_or(0) as usize,
        sort: options.sort.map(Into::into).unwrap_or_default(),
        by: options.by.map(Into::into).unwrap_or_default(),
        passages: options.passages.map_or(DEFAULT_PASSAGES, |n| n as usize),
        snippets: options.snippets.unwrap_or(true),
        facets: options.facets.unwrap_or(false),
        count: options.count.unwrap_or(true),
        synonyms: options.synonyms.unwrap_or(true),
        explain: options.explain.unwrap_or(false),
        histogram: options.histogram.unwrap_or(false),
        step: options.step.map(Into::into),
        filter: selection(options.filter.iter().flatten()),
    };
    let answer = store.search(query, &options);
    let facet = |facet: &search::Facet| FieldFacet {
        field: facet.field.clone(),
        values: facet.values.iter().map(facet_value).collect(),
    };
    IndexAnswer {
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
            .map(|found| hit(store, found, options.explain))
            .collect(),
    }
}

fn selection<'a>(values: impl Iterator<Item = (&'a String, &'a String)>) -> Selection {
    let mut selection = Selection::default();
    for (field, value) in values {
        match field.as_str() {
            "date" => selection.date = Some(value.clone()),
            _ => selection.values.push((field.to_lowercase(), value.clone())),
        }
    }
    selection
}

fn hit(store: &Store, hit: &Hit, explain: bool) -> IndexHit {
    let parts = || hit.score_parts.iter().map(score_part).collect();
    IndexHit {
        id: store.id(hit.doc).to_owned(),
        score: hit.score,
        passages: passages(store, hit).unwrap_or_default(),
        score_parts: explain.then(parts),
    }
}

/// The passages of a hit; `None` when its document is not there.
fn passages(store: &Store, hit: &Hit) -> Option<Vec<FieldPassage>> {
    if hit.passages.is_empty() {
        return Some(Vec::new());
    }
    let document = store.document(hit.doc)?;
    let passage = |passage: &search::Passage| {
        let (section, start, text) = store.section(hit.doc, passage.block)?;
        let offsets = OffsetIndex::new(text, Offsets::Utf16);
        let inside = |span: Span| {
            let [from, to] = [span.start, span.end].map(|byte| byte.saturating_sub(start));
            offsets.range(Span {
                start: from,
                end: to,
            })
        };
        let snippet = |snippet: &search::Snippet| {
            let base = inside(snippet.span)[0];
            SnippetView {
                text: document.slice(snippet.span).to_owned(),
                marks: snippet
                    .marks
                    .iter()
                    .map(|&mark| inside(mark).map(|offset| offset - base))
                    .collect(),
            }
        };
        let [start, end] = inside(document.blocks.get(passage.block)?.span);
        Some(FieldPassage {
            field: store.shape().sections[section].name.clone(),
            start,
            end,
            marks: passage.marks.iter().map(|&mark| inside(mark)).collect(),
            snippet: passage.snippet.as_ref().map(snippet),
        })
    };
    Some(hit.passages.iter().filter_map(passage).collect())
}
