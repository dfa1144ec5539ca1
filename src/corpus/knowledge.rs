//! What does the search learn from the analysis? An accumulator of speakers, cues and entity names
//! by block.

use std::collections::BTreeMap;

use super::name;
use super::state::Corpus;
use crate::document::DocId;
use crate::entity::{EntityId, EntityKind, MentionKind, known_names};
use crate::quote::Quotation;
use crate::search::{Annotation, AnnotationKind, Knowledge};
use crate::text::Span;

/// The knowledge that an analysed corpus gives the search.
pub(super) fn knowledge(corpus: &Corpus) -> Knowledge {
    let names: Vec<Vec<String>> = (0..corpus.entities().len() as u32)
        .map(|id| names(corpus, EntityId(id)))
        .collect();
    Knowledge {
        annotations: corpus
            .ids()
            .map(|doc| annotations(corpus, doc, &names))
            .collect(),
        names: corpus
            .entities()
            .iter()
            .zip(&names)
            .filter(|(entity, _)| has_synonyms(entity.kind))
            .map(|(entity, names)| {
                let known = known_names(&entity.name).into_iter().map(str::to_owned);
                names.iter().cloned().chain(known).collect()
            })
            .collect(),
        facets: name::facets(corpus),
    }
}

/// Whether the other names of an entity of this kind are synonyms.
fn has_synonyms(kind: EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Person | EntityKind::Organisation | EntityKind::Place
    )
}

/// The distinct names of an entity in the texts, its canonical name first, without demonyms.
fn names(corpus: &Corpus, id: EntityId) -> Vec<String> {
    let entity = &corpus.entities()[id.0 as usize];
    let mut names = vec![entity.name.clone()];
    for &(doc, number) in &entity.mentions {
        let mention = &corpus.mentions(doc)[number as usize];
        let name = corpus.document(doc).slice(mention.span);
        if mention.kind != MentionKind::Nationality && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

fn annotations(corpus: &Corpus, doc: DocId, names: &[Vec<String>]) -> Vec<Annotation> {
    let mut entities: BTreeMap<EntityId, Vec<u32>> = BTreeMap::new();
    for (number, mention) in (0u32..).zip(corpus.mentions(doc)) {
        if let Some(entity) = corpus.entity_of(doc, number) {
            entities
                .entry(entity)
                .or_default()
                .extend(blocks(corpus, doc, &[mention.span]));
        }
    }
    let entity = |(id, blocks): (EntityId, Vec<u32>)| Annotation {
        kind: AnnotationKind::Entity,
        id: corpus.entities()[id.0 as usize].id.clone(),
        names: names[id.0 as usize].clone(),
        blocks,
    };
    let mut found: Vec<Annotation> = entities.into_iter().map(entity).collect();
    for quotation in corpus.quotations(doc) {
        found.extend(speaker(corpus, doc, quotation, names));
        found.extend(quotation.cue.map(|cue| Annotation {
            kind: AnnotationKind::Cue,
            id: String::new(),
            names: vec![corpus.document(doc).slice(cue).to_owned()],
            blocks: blocks(corpus, doc, &[cue]),
        }));
    }
    found
}

/// The speaker of a quotation, in the blocks of its content.
fn speaker(
    corpus: &Corpus,
    doc: DocId,
    quotation: &Quotation,
    names: &[Vec<String>],
) -> Option<Annotation> {
    let speaker = quotation.speaker.as_ref()?;
    let entity = speaker
        .mention
        .and_then(|mention| corpus.entity_of(doc, mention));
    let words = speaker
        .span
        .map(|span| corpus.document(doc).slice(span).to_owned());
    let (id, names) = match entity {
        Some(entity) => (
            corpus.entities()[entity.0 as usize].id.clone(),
            names[entity.0 as usize].clone(),
        ),
        None => (String::new(), vec![words?]),
    };
    Some(Annotation {
        kind: AnnotationKind::Speaker,
        id,
        names,
        blocks: blocks(corpus, doc, &quotation.spans),
    })
}

/// The blocks in which spans start, without adjacent duplicates.
fn blocks(corpus: &Corpus, doc: DocId, spans: &[Span]) -> Vec<u32> {
    let document = corpus.document(doc);
    let mut blocks: Vec<u32> = spans
        .iter()
        .map(|s| document.block_at(s.start) as u32)
        .collect();
    blocks.dedup();
    blocks
}
