//! Quotations as TEI P5 (www.tei-c.org/release/doc/tei-p5-doc/en/html/ref-said.html).
//!
//! The header lists the articles and who speaks; the body holds the paragraphs with quotations, each
//! stretch of one as `said`. `who` points to the speaker, `ana` to how it is reported; `direct` is true
//! where whole sentences stand in quotation marks, and false where the sentence is the reporter's, with or
//! without marked words. Whether it was said `aloud` the text does not tell. One that is interrupted, goes
//! on in the next paragraph or crosses another is several elements, joined by `prev` and `next`.

use std::collections::{BTreeMap, BTreeSet};

use super::speech::kind_name;
use super::xml::{Mark, crosses, escaped, written};
use super::{Said, figure};
use crate::document::{DocId, Document, paragraph};
use crate::entity::{Entity, EntityId, EntityKind};
use crate::order;
use crate::quote::QuotationKind;
use crate::text::Span;

const OPENING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>Quotations</title></titleStmt>
      <publicationStmt><p>Written by Corpus Explorer; the texts belong to their publishers.</p></publicationStmt>
      <sourceDesc>";

const KINDS: &str = "</sourceDesc>
    </fileDesc>
    <encodingDesc><classDecl><taxonomy>
      <category xml:id=\"kind.direct\"><catDesc>whole clauses or sentences in quotation marks</catDesc></category>
      <category xml:id=\"kind.mixed\"><catDesc>quoted words inside the reporter’s own sentence</catDesc></category>
      <category xml:id=\"kind.indirect\"><catDesc>reported without quotation marks</catDesc></category>
    </taxonomy></classDecl></encodingDesc>
";

/// Quotations in their paragraphs; of `documents` those that hold one, in order.
pub fn tei(documents: &[Document], said: &[Said], entities: &[Entity]) -> String {
    let mut of: BTreeMap<DocId, Vec<(usize, &Said)>> = BTreeMap::new();
    for (n, one) in said.iter().enumerate() {
        of.entry(one.document).or_default().push((n + 1, one));
    }
    let mut xml = String::from(OPENING);
    if of.is_empty() {
        xml.push_str("<p>No quotations.</p>");
    } else {
        xml.push_str("<listBibl>\n");
        for id in of.keys() {
            xml.push_str(&source(*id, &documents[id.0 as usize]));
        }
        xml.push_str("      </listBibl>");
    }
    xml.push_str(KINDS);
    xml.push_str(&participants(said, entities));
    xml.push_str("  </teiHeader>\n  <text><body>\n");
    for (id, said) in &of {
        xml.push_str(&article(*id, &documents[id.0 as usize], said, entities));
    }
    if of.is_empty() {
        xml.push_str("    <p/>\n");
    }
    xml.push_str("  </body></text>\n</TEI>\n");
    xml
}

/// An article as a source.
fn source(id: DocId, document: &Document) -> String {
    let mut xml = format!("        <bibl xml:id=\"source.{}\">", id.0 + 1);
    let mut tell = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            xml.push_str(&format!("<{name}>{}</{name}>", escaped(value)));
        }
    };
    tell("title", document.title.as_deref());
    tell("author", document.author.as_deref());
    tell("publisher", document.publisher.as_deref());
    tell("idno", Some(&document.id));
    if let Some(published) = document.published.as_deref() {
        let day = published.split('T').next().unwrap_or(published);
        let is_day = day.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let when = format!(" when=\"{day}\"");
        let when = if is_day { &when } else { "" };
        xml.push_str(&format!("<date{when}>{}</date>", escaped(day)));
    }
    xml.push_str("</bibl>\n");
    xml
}

/// Who speaks: people, then bodies and all else.
fn participants(said: &[Said], entities: &[Entity]) -> String {
    let speak: BTreeSet<EntityId> = order::gathered(said.iter().filter_map(|one| one.entity));
    if speak.is_empty() {
        return String::new();
    }
    let list = |name: &str, people: bool| {
        let mut list = String::new();
        for id in &speak {
            let Entity { id, name, kind, .. } = &entities[id.0 as usize];
            let (id, name) = (anchor(id), escaped(name));
            if (*kind == EntityKind::Person) != people {
                continue;
            }
            list.push_str(&if people {
                format!("        <person xml:id=\"{id}\"><persName>{name}</persName></person>\n")
            } else {
                let kind = super::kind_name(*kind);
                format!(
                    "        <org xml:id=\"{id}\" type=\"{kind}\"><orgName>{name}</orgName></org>\n"
                )
            });
        }
        if list.is_empty() {
            list
        } else {
            format!("      <{name}>\n{list}      </{name}>\n")
        }
    };
    format!(
        "    <profileDesc><particDesc>\n{}{}    </particDesc></profileDesc>\n",
        list("listPerson", true),
        list("listOrg", false)
    )
}

/// The paragraphs of an article that hold quotations, which are numbered.
fn article(id: DocId, document: &Document, said: &[(usize, &Said)], entities: &[Entity]) -> String {
    let language = document.language.as_deref();
    let language = language.map(|tag| format!(" xml:lang=\"{}\"", escaped(tag)));
    let mut xml = format!(
        "    <div type=\"article\" source=\"#source.{}\"{}>\n",
        id.0 + 1,
        language.unwrap_or_default()
    );
    if let Some(title) = &document.title {
        xml.push_str(&format!("      <head>{}</head>\n", escaped(title)));
    }
    let mut marks: BTreeMap<usize, Vec<Mark>> = BTreeMap::new();
    for (n, one) in said {
        mark_speech(document, *n, one, entities, &mut marks);
    }
    for (_, one) in said {
        mark_speaker(document, one, entities, &mut marks);
    }
    for (block, mut marks) in marks {
        order::sort_by_key(&mut marks, |mark| {
            (mark.span.start, std::cmp::Reverse(mark.span.end))
        });
        let text = written(&document.text, document.blocks[block].span, &marks);
        xml.push_str(&format!("      <p n=\"{}\">{text}</p>\n", paragraph(block)));
    }
    xml.push_str("    </div>\n");
    xml
}

/// The stretches of a quotation, each within one paragraph and in no other element by half.
fn mark_speech(
    document: &Document,
    n: usize,
    said: &Said,
    entities: &[Entity],
    marks: &mut BTreeMap<usize, Vec<Mark>>,
) {
    let mut parts: Vec<(usize, Span)> = Vec::new();
    for span in &said.quotation.spans {
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
    let quotation = said.quotation;
    let kind = kind_name(quotation.kind);
    let who = said.entity.map(|id| anchor(&entities[id.0 as usize].id));
    let mut common = format!(" n=\"{}\"", escaped(&said.id));
    if let Some(who) = who {
        common.push_str(&format!(" who=\"#{who}\""));
    }
    let direct = quotation.kind == QuotationKind::Direct;
    common.push_str(&format!(
        " direct=\"{direct}\" aloud=\"unknown\" ana=\"#kind.{kind}\""
    ));
    if let Some(speaker) = &quotation.speaker {
        common.push_str(&format!(" cert=\"{}\"", figure(speaker.confidence)));
    }
    let (count, name) = (parts.len(), |part: usize| match part {
        0 => format!("said.{n}"),
        part => format!("said.{n}.{}", part + 1),
    });
    for (part, (block, span)) in parts.into_iter().enumerate() {
        let mut attributes = format!(" xml:id=\"{}\"{common}", name(part));
        if part > 0 {
            attributes.push_str(&format!(" prev=\"#{}\"", name(part - 1)));
        }
        if part + 1 < count {
            attributes.push_str(&format!(" next=\"#{}\"", name(part + 1)));
        }
        marks.entry(block).or_default().push(Mark {
            span,
            name: "said",
            attributes,
        });
    }
}

/// The words for who speaks: a name as such, all else as `rs`.
fn mark_speaker(
    document: &Document,
    said: &Said,
    entities: &[Entity],
    marks: &mut BTreeMap<usize, Vec<Mark>>,
) {
    let Some(span) = said
        .named
        .or(said.quotation.speaker.as_ref().and_then(|s| s.span))
    else {
        return;
    };
    let entity = said.entity.map(|id| &entities[id.0 as usize]);
    let name = match entity.filter(|_| said.named.is_some()).map(|e| e.kind) {
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
        let to = entity.map(|e| format!(" ref=\"#{}\"", anchor(&e.id)));
        marks.push(Mark {
            span,
            name,
            attributes: to.unwrap_or_default(),
        });
    }
}

/// The id of an entity as an id of XML.
fn anchor(id: &str) -> String {
    let mut anchor = String::with_capacity(id.len());
    if !id.starts_with(|c: char| c.is_ascii_alphabetic()) {
        anchor.push('_');
    }
    for c in id.chars() {
        if c.is_ascii_alphanumeric() || c == '-' {
            anchor.push(c);
        } else {
            anchor.push_str(&format!("_{:x}_", c as u32));
        }
    }
    anchor
}

#[cfg(test)]
mod tests {
    use super::anchor;

    #[test]
    fn ids_are_names() {
        assert_eq!(anchor("ana-paz"), "ana-paz");
        assert_eq!(anchor("38-north"), "_38-north");
        assert_eq!(anchor("жук"), "__436__443__43a_");
    }
}
