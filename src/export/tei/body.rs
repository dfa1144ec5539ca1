//! What does the body of TEI hold? The paragraphs of articles, with elements around quotations and
//! the names of their speakers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::anchor::{entity_anchor, kind_anchor, source_anchor};
use crate::document::{DocId, Document, paragraph};
use crate::entity::{Entity, EntityKind};
use crate::export::figure;
use crate::export::quotation::Attributed;
use crate::export::xml::{Mark, Xml, crosses, write_marked};
use crate::order;
use crate::quote::QuotationKind;
use crate::text::Span;

/// The paragraphs of an article that hold quotations, which are numbered.
pub fn write_article(
    xml: &mut Xml,
    id: DocId,
    document: &Document,
    quotations: &[(usize, &Attributed)],
    entities: &[Arc<Entity>],
) {
    let source = format!("#{}", source_anchor(id));
    let language = document.language.as_deref().map(|tag| ("xml:lang", tag));
    let mut attributes = vec![("type", "article"), ("source", source.as_str())];
    attributes.extend(language);
    xml.open("div", &attributes);
    if let Some(title) = &document.title {
        xml.element("head", &[], title);
    }
    let mut marks: BTreeMap<usize, Vec<Mark>> = BTreeMap::new();
    for (n, one) in quotations {
        mark_speech(document, *n, one, entities, &mut marks);
    }
    for (_, one) in quotations {
        mark_speaker(document, one, entities, &mut marks);
    }
    for (block, mut marks) in marks {
        order::sort_by_key(&mut marks, |mark| {
            (mark.span.start, std::cmp::Reverse(mark.span.end))
        });
        xml.open("p", &[("n", paragraph(block).to_string().as_str())]);
        write_marked(xml, &document.text, document.blocks[block].span, &marks);
        xml.close();
    }
    xml.close();
}

/// The stretches of a quotation, each within one paragraph and in no other element by half.
fn mark_speech(
    document: &Document,
    n: usize,
    one: &Attributed,
    entities: &[Arc<Entity>],
    marks: &mut BTreeMap<usize, Vec<Mark>>,
) {
    let mut parts: Vec<(usize, Span)> = Vec::new();
    for span in &one.quotation.spans {
        let first = document.block_at(span.start);
        let blocks = document.blocks.iter().enumerate().skip(first);
        for (block, place) in blocks.take_while(|(_, block)| block.span.start < span.end) {
            let (start, end) = (
                place.span.start.max(span.start),
                place.span.end.min(span.end),
            );
            let around = marks.get(&block).map_or(&[][..], Vec::as_slice);
            let mut cuts: Vec<u32> = vec![start];
            let ends = around.iter().filter(|m| crosses(m.span, start, end));
            cuts.extend(ends.flat_map(|m| [m.span.start, m.span.end]));
            cuts.push(end);
            cuts.retain(|cut| (start..=end).contains(cut));
            order::sort(&mut cuts);
            let stretches = cuts.windows(2).filter(|cut| cut[0] < cut[1]);
            parts.extend(stretches.map(|cut| (block, Span::new(cut[0] as usize, cut[1] as usize))));
        }
    }
    let common = attributes(one, entities);
    let (count, name) = (parts.len(), |part: usize| match part {
        0 => format!("said.{n}"),
        part => format!("said.{n}.{}", part + 1),
    });
    for (part, (block, span)) in parts.into_iter().enumerate() {
        let mut attributes = vec![("xml:id", name(part))];
        attributes.extend(common.iter().cloned());
        if part > 0 {
            attributes.push(("prev", format!("#{}", name(part - 1))));
        }
        if part + 1 < count {
            attributes.push(("next", format!("#{}", name(part + 1))));
        }
        marks.entry(block).or_default().push(Mark {
            span,
            name: "said",
            attributes,
        });
    }
}

/// The attributes that all stretches of a quotation share.
fn attributes(one: &Attributed, entities: &[Arc<Entity>]) -> Vec<(&'static str, String)> {
    let quotation = one.quotation;
    let who = one.entity.map(|id| &entities[id.0 as usize].id);
    let speaker = quotation.speaker.as_ref();
    let is_direct = quotation.kind == QuotationKind::Direct;
    let all = [
        Some(("n", one.id.clone())),
        who.map(|id| ("who", format!("#{}", entity_anchor(id)))),
        Some(("direct", is_direct.to_string())),
        Some(("aloud", "unknown".to_owned())),
        Some(("ana", format!("#{}", kind_anchor(quotation.kind)))),
        speaker.map(|speaker| ("cert", figure(speaker.confidence))),
    ];
    all.into_iter().flatten().collect()
}

/// The words for who speaks: a name as such, all else as `rs`.
fn mark_speaker(
    document: &Document,
    one: &Attributed,
    entities: &[Arc<Entity>],
    marks: &mut BTreeMap<usize, Vec<Mark>>,
) {
    let Some(span) = one
        .named
        .or(one.quotation.speaker.as_ref().and_then(|s| s.span))
    else {
        return;
    };
    let entity = one.entity.map(|id| &entities[id.0 as usize]);
    let name = match entity.filter(|_| one.named.is_some()).map(|e| e.kind) {
        Some(EntityKind::Person) => "persName",
        Some(EntityKind::Organisation | EntityKind::Publication) => "orgName",
        Some(EntityKind::Place) => "placeName",
        Some(_) => "name",
        None => "rs",
    };
    let Some(marks) = marks.get_mut(&document.block_at(span.start)) else {
        return;
    };
    let taken = |mark: &Mark| {
        crosses(mark.span, span.start, span.end) || mark.name != "said" && mark.span.overlaps(span)
    };
    if !marks.iter().any(taken) {
        let to = entity.map(|e| ("ref", format!("#{}", entity_anchor(&e.id))));
        marks.push(Mark {
            span,
            name,
            attributes: to.into_iter().collect(),
        });
    }
}
