//! How are mentions written as CoNLL? One token per line, an empty line after each sentence.
//!
//! As in CoNLL-U Plus, the first line names the columns, separated by tabs: the number of the token
//! in its sentence, the token, where it starts and ends in the text of the article, its tag, and
//! the id of the entity, `_` where there is none. Tags are BIO: `B-` opens a mention, `I-`
//! continues it, `O` is outside, with `PER`, `ORG`, `LOC`, `DOC`, `EVENT`, `PUB` and `NAT` ("North
//! Korean"). A token that a mention covers partly (“Putin’s”) has its tag. `# newdoc id =` opens an
//! article, `# newpar` a block, `# text =` a sentence.

use std::sync::Arc;

use super::Named;
use crate::document::{DocId, Document};
use crate::entity::{Entity, MentionKind};
use crate::text::{OffsetIndex, Span, Token, TokenKind, Unit};

const COLUMNS: &str = "# global.columns = ID FORM START END NER ENTITY\n";

/// The tokens of documents with the mentions of each; offsets count `unit`.
pub fn conll(
    documents: &[Document],
    named: &[Vec<Named>],
    entities: &[Arc<Entity>],
    unit: Unit,
) -> String {
    let mut out = String::from(COLUMNS);
    for (doc, document) in (0u32..).map(DocId).zip(documents) {
        let row = named.get(doc.0 as usize).map_or(&[][..], Vec::as_slice);
        let offsets = OffsetIndex::new(&document.text, unit);
        out.push_str(&format!("# newdoc id = {}\n", line(&document.id)));
        let mut block = None;
        for &sentence in document.sentences() {
            if block.replace(document.block_at(sentence.start))
                != Some(document.block_at(sentence.start))
            {
                out.push_str("# newpar\n");
            }
            out.push_str(&format!("# text = {}\n", line(document.slice(sentence))));
            push_tokens(&mut out, document, row, entities, &offsets, sentence);
            out.push('\n');
        }
    }
    out
}

fn push_tokens(
    out: &mut String,
    document: &Document,
    row: &[Named],
    entities: &[Arc<Entity>],
    offsets: &OffsetIndex,
    sentence: Span,
) {
    let is_seen = |token: &&Token| {
        token.kind != TokenKind::Space && !document.slice(token.span).trim().is_empty()
    };
    let mut last = None;
    for (n, token) in document
        .tokens_in(sentence)
        .iter()
        .filter(is_seen)
        .enumerate()
    {
        let at = row.partition_point(|named| named.span.end <= token.span.start);
        let named = row.get(at).filter(|named| named.span.overlaps(token.span));
        let tag = match named {
            Some(named) if last == Some(at) => format!("I-{}", tag(named.kind)),
            Some(named) => format!("B-{}", tag(named.kind)),
            None => "O".to_owned(),
        };
        last = named.map(|_| at);
        let entity = named.and_then(|named| Some(entities[named.entity?.0 as usize].id.as_str()));
        let [start, end] = offsets.range(token.span);
        out.push_str(&format!(
            "{}\t{}\t{start}\t{end}\t{tag}\t{}\n",
            n + 1,
            line(document.slice(token.span)),
            entity.unwrap_or("_")
        ));
    }
}

/// What kinds of mentions are called in tags.
fn tag(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Person => "PER",
        MentionKind::Organisation => "ORG",
        MentionKind::Place => "LOC",
        MentionKind::Document => "DOC",
        MentionKind::Event => "EVENT",
        MentionKind::Publication => "PUB",
        MentionKind::Work => "WORK",
        MentionKind::Nationality => "NAT",
    }
}

/// Text on one line, without tabs.
fn line(text: &str) -> String {
    text.replace(
        |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'),
        " ",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::{mentions, resolve};

    #[test]
    fn a_token_a_line() {
        let documents = [Document::from_text(
            "a\tb",
            "😀 Ann Lee met\nNorth Korean envoys. They left.",
        )];
        let found = [mentions(&documents[0])];
        let resolution = resolve(&documents, &found);
        let named = |(n, m): (usize, &crate::entity::Mention)| Named {
            span: m.span,
            kind: m.kind,
            entity: resolution.of[0][n],
        };
        let named = [found[0].iter().enumerate().map(named).collect::<Vec<_>>()];
        let out = conll(&documents, &named, &resolution.entities, Unit::Utf16);
        let expected = "# global.columns = ID FORM START END NER ENTITY
# newdoc id = a b
# newpar
# text = 😀 Ann Lee met North Korean envoys.
1\t😀\t0\t2\tO\t_
2\tAnn\t3\t6\tB-PER\tann-lee
3\tLee\t7\t10\tI-PER\tann-lee
4\tmet\t11\t14\tO\t_
5\tNorth\t15\t20\tB-NAT\tnorth-korea
6\tKorean\t21\t27\tI-NAT\tnorth-korea
7\tenvoys\t28\t34\tO\t_
8\t.\t34\t35\tO\t_

# text = They left.
1\tThey\t36\t40\tO\t_
2\tleft\t41\t45\tO\t_
3\t.\t45\t46\tO\t_

";
        assert_eq!(out, expected);
    }
}
