//! What does the search learn from the analysis? Speakers, cues and entity names by block, computed
//! when a query first needs them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::name;
use super::state::Corpus;
use crate::document::{DocId, Document};
use crate::entity::{Entity, EntityId, EntityKind, MentionKind, known_names};
use crate::quote::Quotation;
use crate::search::{Annotation, AnnotationKind, Documents, IndexToken, Named};
use crate::text::Span;

/// A corpus as its index sees it: the documents, and what the analysis found in them.
impl Documents for Corpus {
    fn count(&self) -> u32 {
        self.documents.count()
    }

    fn document(&self, number: u32) -> Option<Cow<'_, Document>> {
        self.documents.document(number)
    }

    fn sections<'a>(&'a self, number: u32, each: &mut dyn FnMut(u8, &'a str, &[IndexToken])) {
        self.documents.sections(number, each);
    }

    fn values(&self, number: u32, column: usize) -> Vec<&str> {
        self.documents.values(number, column)
    }

    fn day(&self, number: u32) -> Option<&str> {
        self.documents.day(number)
    }

    fn annotations(&self) -> Option<Vec<Annotation>> {
        self.is_analyzed().then(|| annotations(self))
    }

    fn synonyms(&self) -> Vec<Vec<String>> {
        let entities = (0u32..).zip(self.entities());
        let entities = entities.filter(|(_, entity)| has_synonyms(entity.kind));
        let names = entities.map(|(id, entity)| {
            let known = known_names(&entity.name).into_iter().map(str::to_owned);
            names(self, EntityId(id)).into_iter().chain(known).collect()
        });
        names.collect()
    }

    fn named(&self) -> Vec<(String, Named)> {
        name::facets(self)
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

/// What the documents name, whom they quote, and with which words.
fn annotations(corpus: &Corpus) -> Vec<Annotation> {
    let of = |kind, entity: usize, blocks| Annotation {
        kind,
        id: corpus.entities()[entity].id.clone(),
        names: names(corpus, EntityId(entity as u32)),
        blocks,
    };
    let nameless = |kind, words: &str, blocks| Annotation {
        kind,
        id: String::new(),
        names: vec![words.to_owned()],
        blocks,
    };
    let named = |entity: &Entity| {
        let mentions = entity.mentions.iter();
        let block = |&(doc, number): &(DocId, u32)| {
            let mention = &corpus.mentions(doc)[number as usize];
            block(corpus, doc, mention.span)
        };
        mentions.map(block).collect()
    };
    let entities = corpus.entities().iter().enumerate();
    let mut found: Vec<Annotation> = entities
        .map(|(n, entity)| of(AnnotationKind::Entity, n, named(entity)))
        .collect();
    let quoted = Quoted::new(corpus);
    let speakers = quoted.entities.into_iter();
    found.extend(speakers.map(|(id, at)| of(AnnotationKind::Speaker, id.0 as usize, at)));
    let speakers = quoted.others.into_iter();
    found.extend(speakers.map(|(words, at)| nameless(AnnotationKind::Speaker, words, at)));
    let cues = quoted.cues.into_iter();
    found.extend(cues.map(|(words, at)| nameless(AnnotationKind::Cue, words, at)));
    found
}

/// Whom the documents quote, and with which words: each with the blocks.
#[derive(Default)]
struct Quoted<'a> {
    entities: BTreeMap<EntityId, Vec<(u32, u32)>>,
    others: BTreeMap<&'a str, Vec<(u32, u32)>>,
    cues: BTreeMap<&'a str, Vec<(u32, u32)>>,
}

impl<'a> Quoted<'a> {
    fn new(corpus: &'a Corpus) -> Self {
        let mut quoted = Self::default();
        for doc in corpus.ids() {
            for quotation in corpus.quotations(doc) {
                quoted.add(corpus, doc, quotation);
            }
        }
        quoted
    }

    fn add(&mut self, corpus: &'a Corpus, doc: DocId, quotation: &Quotation) {
        let words = |span: Span| corpus.document(doc).slice(span);
        if let Some(cue) = quotation.cue {
            let cues = self.cues.entry(words(cue)).or_default();
            cues.push(block(corpus, doc, cue));
        }
        let speaker = quotation.speaker.as_ref();
        let entity = speaker
            .and_then(|speaker| speaker.mention)
            .and_then(|mention| corpus.entity_of(doc, mention));
        let spans = quotation.spans.iter();
        let blocks = spans.map(|&span| block(corpus, doc, span));
        match (entity, speaker.and_then(|speaker| speaker.span)) {
            (Some(entity), _) => self.entities.entry(entity).or_default().extend(blocks),
            (None, Some(span)) => self.others.entry(words(span)).or_default().extend(blocks),
            (None, None) => {}
        }
    }
}

/// The document, and the block of it in which a span starts.
fn block(corpus: &Corpus, doc: DocId, span: Span) -> (u32, u32) {
    (doc.0, corpus.document(doc).block_at(span.start) as u32)
}
