//! What is stored of an article? A record: one JSON line, ground state of everything else.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::block::Block;
use super::field::Field;
use super::operation::{Operation, OperationKind, apply, placed, undo};
use super::source::{Given, Source};
use super::trace::{Evidence, Gap, Removal, Repair};
use crate::text::{Span, paragraphs};

/// A normalised article with the trace of how it became so. Spans named `raw` refer to the raw text,
/// which [`Record::raw`] gives back, all others to [`Record::text`]; both count bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// Unique in a corpus: the path below the corpus folder without extension.
    pub id: String,
    /// The headline.
    pub title: Option<String>,
    /// The outlet that something in the source proves, or that a person gave.
    pub publisher: Option<String>,
    /// The author, likewise.
    pub author: Option<String>,
    /// Where it was written, likewise.
    pub place: Option<String>,
    /// ISO 8601 date, or date and time with offset, of publication.
    pub published: Option<String>,
    /// The same of the last change.
    pub updated: Option<String>,
    /// What sort of article it says it is.
    pub kind: Option<String>,
    /// BCP 47 tag of its language.
    pub language: Option<String>,
    /// Who holds the rights, as the source says it.
    pub rights: Option<String>,
    /// What a person gave; it takes precedence over what is found.
    pub given: Given,
    /// Everything that states a value, strongest first for each field. Where none is chosen, they contradict
    /// each other.
    pub evidence: BTreeMap<Field, Vec<Evidence>>,
    /// Block texts joined by a blank line, captions and lines about the article last.
    pub text: String,
    /// The blocks of `text`, in order.
    pub blocks: Vec<Block>,
    /// How the raw text became `text`.
    pub operations: Vec<Operation>,
    /// Places where words were lost before we saw the text, in text order.
    pub gaps: Vec<Gap>,
    /// Where it came from.
    pub source: Source,
}

impl Record {
    /// `text` taken as it is: no title, one paragraph block for each part between blank lines.
    pub fn as_is(id: &str, text: &str) -> Self {
        Self {
            id: id.to_owned(),
            title: None,
            publisher: None,
            author: None,
            place: None,
            published: None,
            updated: None,
            kind: None,
            language: None,
            rights: None,
            given: Given::default(),
            evidence: BTreeMap::new(),
            blocks: paragraphs(text).into_iter().map(Block::paragraph).collect(),
            text: text.to_owned(),
            operations: Vec::new(),
            gaps: Vec::new(),
            source: Source::default(),
        }
    }

    /// What a person gives from now on, in place of what was given before; what is not given is what was found.
    pub fn give(&mut self, given: Given) {
        self.given = given;
        self.settle();
    }

    /// Sets every value to what is given, or else to what is chosen of what was found.
    pub fn settle(&mut self) {
        let value = |field| {
            let given = self.given.get(field).map(str::to_owned);
            given.or_else(|| Some(self.proof(field)?.value.clone()))
        };
        let values = Field::ALL.map(value);
        [
            self.title,
            self.publisher,
            self.author,
            self.place,
            self.published,
            self.updated,
            self.kind,
            self.language,
            self.rights,
        ] = values;
    }

    /// The evidence of the value that was found; `None` when nothing states one, or several that contradict.
    pub fn proof(&self, field: Field) -> Option<&Evidence> {
        self.evidence
            .get(&field)?
            .iter()
            .find(|evidence| evidence.chosen)
    }

    /// The decoded text as received, byte for byte.
    pub fn raw(&self) -> String {
        // Of a sound record nothing else is possible.
        undo(&self.text, &self.operations).unwrap_or_default()
    }

    /// Changes of wording, in text order.
    pub fn repairs(&self) -> Vec<Repair> {
        let wording = |operation: &Operation| {
            matches!(
                operation.kind,
                OperationKind::Repair | OperationKind::Character
            )
        };
        placed(&self.operations)
            .into_iter()
            .filter(|(_, operation)| wording(operation))
            .map(|(span, operation)| Repair {
                span,
                raw: operation.raw,
                before: operation.before.clone(),
                after: operation.after.clone(),
                rule: operation.rule.clone(),
                confidence: operation.confidence,
            })
            .collect()
    }

    /// Parts of the raw text that are not the article, in raw order.
    pub fn removed(&self) -> Vec<Removal> {
        self.operations
            .iter()
            .filter(|operation| operation.kind == OperationKind::Removal)
            .map(|operation| Removal {
                raw: operation.raw,
                text: operation.before.clone(),
                reason: operation.rule.clone(),
            })
            .collect()
    }

    /// Whether every span lies on character boundaries inside the text it refers to, blocks
    /// follow each other, and confidences are numbers; what a record read from foreign bytes must prove before it is used.
    pub fn is_sound(&self) -> bool {
        let Some(raw) = undo(&self.text, &self.operations) else {
            return false;
        };
        let fits =
            |span: Span, text: &str| span.start <= span.end && text.get(span.range()).is_some();
        let mut evidence = self
            .evidence
            .values()
            .flatten()
            .filter_map(|evidence| evidence.raw);
        apply(&raw, &self.operations).as_deref() == Some(&self.text)
            && placed(&self.operations).iter().all(|&(span, operation)| {
                fits(operation.raw, &raw) && span.slice(&self.text) == operation.after
            })
            && self.blocks.iter().all(|b| fits(b.span, &self.text))
            && self
                .blocks
                .windows(2)
                .all(|pair| pair[0].span.end <= pair[1].span.start)
            && evidence.all(|span| fits(span, &raw))
            && self.operations.iter().all(|o| o.confidence.is_finite())
            && self.gaps.iter().all(|gap| {
                self.text.is_char_boundary(gap.at as usize) && gap.confidence.is_finite()
            })
    }
}
