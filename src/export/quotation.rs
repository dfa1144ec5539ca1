//! How are quotations written? As a table, and as Web Annotations.

use std::sync::Arc;

use super::annotation::{Annotated, Annotation, Body, collection, identified, urn};
use super::csv::Csv;
use super::figure;
use crate::document::{DocId, Document, paragraph};
use crate::entity::{Entity, EntityId};
use crate::quote::Quotation;
use crate::text::{OffsetIndex, Span, Unit};

/// A quotation, and the entity that its speaker is.
#[derive(Debug, Clone, PartialEq)]
pub struct Attributed<'a> {
    /// The document, an index into the documents beside it.
    pub document: DocId,
    /// A name for it, unique in the corpus.
    pub id: String,
    /// What was found.
    pub quotation: &'a Quotation,
    /// Who said it; `None` when nobody is certain enough.
    pub entity: Option<EntityId>,
    /// The name among the words for the speaker, if they hold one.
    pub named: Option<Span>,
}

const COLUMNS: &[&str] = &[
    "id",
    "article",
    "title",
    "outlet",
    "published",
    "paragraph",
    "kind",
    "speaker",
    "speaker_name",
    "speaker_words",
    "confidence",
    "rule",
    "cue",
    "text",
    "start",
    "end",
];

/// Quotations as CSV, one a row, with a row of column names. Paragraphs count from 1,
/// offsets `unit`, from the first part to the end of the last; parts are joined by " … ".
pub fn quotation_csv(
    documents: &[Document],
    quotations: &[Attributed],
    entities: &[Arc<Entity>],
    unit: Unit,
) -> String {
    let mut table = Csv::new(COLUMNS);
    let mut offsets: Option<(DocId, OffsetIndex)> = None;
    for one in quotations {
        let document = &documents[one.document.0 as usize];
        let (_, index) = match offsets.take() {
            Some(known) if known.0 == one.document => offsets.insert(known),
            _ => offsets.insert((one.document, OffsetIndex::new(&document.text, unit))),
        };
        let quotation = one.quotation;
        let [start, end] = index.range(whole(quotation));
        let entity = one.entity.map(|id| &entities[id.0 as usize]);
        let speaker = quotation.speaker.as_ref();
        let words = |span: Option<Span>| span.map_or("", |span| document.slice(span));
        let heads = [
            &one.id,
            &document.id,
            document.title.as_deref().unwrap_or(""),
            document.publisher.as_deref().unwrap_or(""),
            document.published.as_deref().unwrap_or(""),
        ];
        heads.into_iter().for_each(|head| table.text(head));
        table.number(paragraph(document.block_at(whole(quotation).start)));
        table.text(quotation.kind.name());
        table.text(entity.map_or("", |e| &e.id));
        table.text(entity.map_or("", |e| &e.name));
        table.text(words(speaker.and_then(|s| s.span)));
        table.number(speaker.map_or_else(String::new, |s| figure(s.confidence)));
        table.text(speaker.map_or("", |s| &s.rule));
        table.text(words(quotation.cue));
        table.text(&text(document, quotation));
        table.number(start);
        table.number(end);
        table.end();
    }
    table.finish()
}

/// Quotations as Web Annotations: each says how it is reported, and identifies its speaker. One
/// that is interrupted has several targets. `addresses` holds that of the page of each document,
/// where one is known.
pub fn quotation_json_ld(
    documents: &[Document],
    quotations: &[Attributed],
    entities: &[Arc<Entity>],
    addresses: &[Option<&str>],
) -> String {
    let mut annotated: Option<(DocId, Annotated)> = None;
    let mut items = Vec::with_capacity(quotations.len());
    for one in quotations {
        let (_, source) = match annotated.take() {
            Some(known) if known.0 == one.document => annotated.insert(known),
            _ => {
                let n = one.document.0 as usize;
                let address = addresses.get(n).copied().flatten();
                annotated.insert((one.document, Annotated::new(&documents[n], address)))
            }
        };
        let spans = one.quotation.spans.iter();
        items.push(Annotation {
            id: urn("quotation", &[&one.id]),
            r#type: "Annotation",
            motivation: if one.entity.is_some() {
                "identifying"
            } else {
                "classifying"
            },
            body: bodies(&documents[one.document.0 as usize], one, entities),
            target: spans.map(|span| source.target(*span)).collect(),
        });
    }
    collection("quotations", items)
}

fn bodies(document: &Document, one: &Attributed, entities: &[Arc<Entity>]) -> Vec<Body> {
    let entity = one.entity.map(|id| &entities[id.0 as usize]);
    let mut bodies: Vec<Body> = entity.into_iter().flat_map(|one| identified(one)).collect();
    let text = |purpose, value: &str| Body::TextualBody {
        purpose,
        value: value.to_owned(),
    };
    bodies.push(text("classifying", one.quotation.kind.name()));
    let named = one.quotation.speaker.as_ref().and_then(|s| s.span);
    if let Some(span) = named.filter(|_| entity.is_none()) {
        bodies.push(text("describing", document.slice(span)));
    }
    bodies
}

/// From the first word to the last; nothing of one without parts.
pub(super) fn whole(quotation: &Quotation) -> Span {
    let (first, last) = (quotation.spans.first(), quotation.spans.last());
    first
        .zip(last)
        .map_or(Span::new(0, 0), |(a, b)| a.cover(*b))
}

fn text(document: &Document, quotation: &Quotation) -> String {
    let parts: Vec<&str> = quotation.spans.iter().map(|s| document.slice(*s)).collect();
    parts.join(" … ")
}
