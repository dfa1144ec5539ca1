//! What does the header of TEI say? What the file is, its sources, the kinds of quotations, and the
//! speakers.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::anchor::{entity_anchor, kind_anchor, source_anchor};
use crate::document::{DocId, Document};
use crate::entity::{Entity, EntityId, EntityKind};
use crate::export::quotation::Attributed;
use crate::export::xml::Xml;
use crate::order;
use crate::quote::QuotationKind;

const PUBLICATION: &str = "Written by Corpus Explorer; the texts belong to their publishers.";

/// How speech is reported, and what that means.
const KINDS: [(QuotationKind, &str); 3] = [
    (
        QuotationKind::Direct,
        "whole clauses or sentences in quotation marks",
    ),
    (
        QuotationKind::Mixed,
        "quoted words inside the reporter’s own sentence",
    ),
    (QuotationKind::Indirect, "reported without quotation marks"),
];

/// The header; `sources` are the documents that hold a quotation.
pub fn write_header(
    xml: &mut Xml,
    documents: &[Document],
    sources: &[DocId],
    quotations: &[Attributed],
    entities: &[Arc<Entity>],
) {
    xml.open("teiHeader", &[]);
    write_file(xml, documents, sources);
    write_kinds(xml);
    write_speakers(xml, quotations, entities);
    xml.close();
}

/// What the file is, and from which articles it was made.
fn write_file(xml: &mut Xml, documents: &[Document], sources: &[DocId]) {
    xml.open("fileDesc", &[]);
    xml.open("titleStmt", &[]);
    xml.element("title", &[], "Quotations");
    xml.close();
    xml.open("publicationStmt", &[]);
    xml.element("p", &[], PUBLICATION);
    xml.close();
    xml.open("sourceDesc", &[]);
    if sources.is_empty() {
        xml.element("p", &[], "No quotations.");
    } else {
        xml.open("listBibl", &[]);
        for id in sources {
            write_source(xml, *id, &documents[id.0 as usize]);
        }
        xml.close();
    }
    xml.close();
    xml.close();
}

fn write_kinds(xml: &mut Xml) {
    let around = ["encodingDesc", "classDecl", "taxonomy"];
    around.iter().for_each(|name| xml.open(name, &[]));
    for (kind, meaning) in KINDS {
        xml.open("category", &[("xml:id", kind_anchor(kind).as_str())]);
        xml.element("catDesc", &[], meaning);
        xml.close();
    }
    around.iter().for_each(|_| xml.close());
}

/// An article as a source.
fn write_source(xml: &mut Xml, id: DocId, document: &Document) {
    xml.open("bibl", &[("xml:id", source_anchor(id).as_str())]);
    let values = [
        ("title", document.title.as_deref()),
        ("author", document.author.as_deref()),
        ("publisher", document.publisher.as_deref()),
        ("idno", Some(document.id.as_str())),
    ];
    for (name, value) in values {
        if let Some(value) = value {
            xml.element(name, &[], value);
        }
    }
    if let Some(published) = document.published.as_deref() {
        let day = published.split('T').next().unwrap_or(published);
        let is_day = day.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        xml.element("date", is_day.then_some(("when", day)).as_slice(), day);
    }
    xml.close();
}

/// Who speaks: people, then everything else as organisations.
fn write_speakers(xml: &mut Xml, quotations: &[Attributed], entities: &[Arc<Entity>]) {
    let ids = quotations.iter().filter_map(|one| one.entity);
    let ids: BTreeSet<EntityId> = order::gathered(ids);
    let speakers = ids.iter().map(|id| &*entities[id.0 as usize]);
    let (people, others): (Vec<&Entity>, Vec<_>) =
        speakers.partition(|entity| entity.kind == EntityKind::Person);
    if ids.is_empty() {
        return;
    }
    xml.open("profileDesc", &[]);
    xml.open("particDesc", &[]);
    if !people.is_empty() {
        xml.open("listPerson", &[]);
        for person in people {
            xml.open("person", &[("xml:id", entity_anchor(&person.id).as_str())]);
            xml.element("persName", &[], &person.name);
            xml.close();
        }
        xml.close();
    }
    if !others.is_empty() {
        xml.open("listOrg", &[]);
        for other in others {
            let id = entity_anchor(&other.id);
            let kind = other.kind.name();
            xml.open("org", &[("xml:id", id.as_str()), ("type", kind)]);
            xml.element("orgName", &[], &other.name);
            xml.close();
        }
        xml.close();
    }
    xml.close();
    xml.close();
}
