//! Which blocks quote someone, name something, or contain a cue? A table of the annotations of all
//! documents, by kind and name.

use std::collections::BTreeMap;

use crate::order;
use crate::search::schema::{Annotation, AnnotationKind};
use crate::search::term::{holds, name_terms, word_terms};
use crate::text::EnglishStemmer;

/// The annotations of an index, grouped by what they refer to.
#[derive(Debug, Clone, Default)]
pub struct Annotations {
    things: BTreeMap<(AnnotationKind, String), Thing>,
}

/// A speaker, an entity or a cue.
#[derive(Debug, Clone, Default)]
struct Thing {
    /// The terms of each of its names and of its id.
    names: Vec<String>,
    /// The blocks in which it occurs, by document and index in the document; ascending, without
    /// duplicates.
    blocks: Vec<(u32, u32)>,
}

impl Annotations {
    /// Groups annotations by what they refer to: by id, or else by the terms of the name.
    pub fn new(annotations: &[Annotation]) -> Self {
        let stemmer = EnglishStemmer::new();
        let mut things: BTreeMap<(AnnotationKind, String), Thing> = BTreeMap::new();
        for annotation in annotations {
            let key = match (&*annotation.id, annotation.names.first()) {
                ("", Some(name)) => terms(annotation.kind, name, &stemmer),
                (id, _) => id.to_owned(),
            };
            let thing = things.entry((annotation.kind, key)).or_default();
            let names = annotation.names.iter().chain([&annotation.id]);
            thing
                .names
                .extend(names.map(|name| terms(annotation.kind, name, &stemmer)));
            thing.blocks.extend(&annotation.blocks);
        }
        for thing in things.values_mut() {
            order::sort(&mut thing.names);
            thing.names.dedup();
            thing.blocks.sort_unstable();
            thing.blocks.dedup();
        }
        Self { things }
    }

    /// The blocks of everything of a kind whose name matches, by document and index in the
    /// document, ascending. `wanted` are the terms of a whole name, of an id, or of adjacent words
    /// in one of them.
    pub fn blocks(&self, kind: AnnotationKind, wanted: &str) -> Vec<(u32, u32)> {
        let is_meant = |thing: &&Thing| thing.names.iter().any(|name| holds(name, wanted));
        let of_kind = self.things.iter().filter(|((of, _), _)| *of == kind);
        let meant = of_kind.map(|(_, thing)| thing).filter(is_meant);
        let mut blocks: Vec<(u32, u32)> = meant.flat_map(|thing| &thing.blocks).copied().collect();
        blocks.sort_unstable();
        blocks.dedup();
        blocks
    }
}

/// The terms by which a name is compared: stems for a cue, keys for a speaker or entity.
fn terms(kind: AnnotationKind, name: &str, stemmer: &EnglishStemmer) -> String {
    match kind {
        AnnotationKind::Cue => word_terms(name, stemmer),
        AnnotationKind::Speaker | AnnotationKind::Entity => name_terms(name),
    }
}
