//! How are quotations written for editions? As TEI P5
//! (www.tei-c.org/release/doc/tei-p5-doc/en/html/ref-said.html).
//!
//! The header lists the articles and the speakers; the body holds the paragraphs with quotations,
//! each stretch of one as `said`. `who` points to the speaker, `ana` to how it is reported;
//! `direct` is true where whole sentences stand in quotation marks, and false where the sentence is
//! the reporter's, with or without quoted words. Whether it was said `aloud` the text does not
//! state. A quotation that is interrupted, continues in the next paragraph or crosses another is
//! several elements, joined by `prev` and `next`.

mod anchor;
mod body;
mod header;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Attributed;
use super::xml::Xml;
use crate::document::{DocId, Document};
use crate::entity::Entity;
use body::write_article;
use header::write_header;

/// Quotations in their paragraphs; of `documents` those that hold one, in order.
pub fn tei(documents: &[Document], quotations: &[Attributed], entities: &[Arc<Entity>]) -> String {
    let mut of: BTreeMap<DocId, Vec<(usize, &Attributed)>> = BTreeMap::new();
    for (n, one) in quotations.iter().enumerate() {
        of.entry(one.document).or_default().push((n + 1, one));
    }
    let mut xml = Xml::new();
    xml.open("TEI", &[("xmlns", "http://www.tei-c.org/ns/1.0")]);
    let sources: Vec<DocId> = of.keys().copied().collect();
    write_header(&mut xml, documents, &sources, quotations, entities);
    xml.open("text", &[]);
    xml.open("body", &[]);
    for (id, quotations) in &of {
        let document = &documents[id.0 as usize];
        write_article(&mut xml, *id, document, quotations, entities);
    }
    if of.is_empty() {
        xml.element("p", &[], "");
    }
    xml.finish()
}
