//! How are mentions written as Web Annotations? Each identifies its entity, or says what it is.

use std::sync::Arc;

use super::Named;
use super::annotation::{Annotated, Annotation, Body, collection, identified, urn};
use crate::document::Document;
use crate::entity::{Entity, MentionKind};

/// The mentions of documents; `addresses` holds that of the page of each document, where one is
/// known.
pub fn mention_json_ld(
    documents: &[Document],
    named: &[Vec<Named>],
    entities: &[Arc<Entity>],
    addresses: &[Option<&str>],
) -> String {
    let mut items = Vec::new();
    for (n, (document, row)) in documents.iter().zip(named).enumerate() {
        let annotated = Annotated::new(document, addresses.get(n).copied().flatten());
        for mention in row {
            let [start, end] = annotated.range(mention.span);
            let place = format!("{start}-{end}");
            items.push(Annotation {
                id: urn("mention", &[&document.id, &place]),
                r#type: "Annotation",
                motivation: if mention.entity.is_some() {
                    "identifying"
                } else {
                    "classifying"
                },
                body: bodies(mention, entities),
                target: vec![annotated.target(mention.span)],
            });
        }
    }
    collection("mentions", items)
}

fn bodies(mention: &Named, entities: &[Arc<Entity>]) -> Vec<Body> {
    let entity = mention.entity.map(|id| &entities[id.0 as usize]);
    let mut bodies: Vec<Body> = entity.into_iter().flat_map(|one| identified(one)).collect();
    let kind = match (mention.kind, entity) {
        (MentionKind::Nationality, _) | (_, None) => mention.kind.name(),
        (_, Some(entity)) => entity.kind.name(),
    };
    bodies.push(Body::TextualBody {
        purpose: "classifying",
        value: kind.to_owned(),
    });
    bodies
}
