//! What is stored of an article? A record: one line of JSON, from which everything else is derived.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::block::Block;
use super::evidence::{Evidence, Gap, Removal, Repair};
use super::field::Field;
use super::operation::{Operation, OperationKind, apply, placed, undo};
use super::source::{Given, Source};
use crate::text::paragraphs;

/// A cleaned article with every step that led to it. Spans named `raw` refer to the raw text, which
/// [`Record::raw`] returns; all others refer to [`Record::text`]. Both count bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// Unique in a corpus: the path below the corpus folder, without extension.
    pub id: String,
    /// The headline.
    pub title: Option<String>,
    /// The outlet, if evidence in the source proves it or a person gave it.
    pub publisher: Option<String>,
    /// The author, under the same conditions.
    pub author: Option<String>,
    /// The place where it was written, under the same conditions.
    pub place: Option<String>,
    /// Date of publication in ISO 8601, or date and time with offset.
    pub published: Option<String>,
    /// Date of the last change, in the same form.
    pub updated: Option<String>,
    /// The kind of article it calls itself.
    pub kind: Option<String>,
    /// BCP 47 tag of the language.
    pub language: Option<String>,
    /// The holder of the rights, as the source states it.
    pub rights: Option<String>,
    /// The values that a person gave; they take precedence over found values.
    pub given: Given,
    /// All evidence for values, the strongest first for each field. If none is chosen, the pieces
    /// of evidence contradict each other.
    pub evidence: BTreeMap<Field, Vec<Evidence>>,
    /// The texts of the blocks, joined by blank lines; captions and lines about the article come
    /// last.
    pub text: String,
    /// The blocks of `text`, in order.
    pub blocks: Vec<Block>,
    /// The changes between the raw text and `text`, in raw order.
    pub operations: Vec<Operation>,
    /// Places where words were lost before import, in text order.
    pub gaps: Vec<Gap>,
    /// Where it came from.
    pub source: Source,
}

impl Record {
    /// A record of unchanged `text`: no title, and one paragraph block for each part between blank
    /// lines.
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

    /// Replaces what a person gave. Fields that are not given return to their found values.
    pub fn give(&mut self, given: Given) {
        self.given = given;
        self.settle();
    }

    /// Sets every value to the given one, or else to the chosen evidence, or else to `None`.
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

    /// The chosen evidence for a field; `None` if there is none or if the evidence is
    /// contradictory.
    pub fn proof(&self, field: Field) -> Option<&Evidence> {
        self.evidence
            .get(&field)?
            .iter()
            .find(|evidence| evidence.chosen)
    }

    /// The decoded text as received, byte for byte.
    pub fn raw(&self) -> String {
        // In a sound record, undoing never fails.
        undo(&self.text, &self.operations).unwrap_or_default()
    }

    /// The changes of wording, in text order.
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

    /// The removed parts of the raw text, in raw order.
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

    /// Whether every span lies on character boundaries inside its text, the operations lead from
    /// the raw text to `text`, blocks are in order, and confidences are finite. A record read from
    /// foreign bytes must be sound before it is used.
    pub fn is_sound(&self) -> bool {
        let Some(raw) = undo(&self.text, &self.operations) else {
            return false;
        };
        let mut evidence = self
            .evidence
            .values()
            .flatten()
            .filter_map(|evidence| evidence.raw);
        apply(&raw, &self.operations).as_deref() == Some(&self.text)
            && placed(&self.operations).iter().all(|&(span, operation)| {
                operation.raw.fits(&raw) && span.slice(&self.text) == operation.after
            })
            && self.blocks.iter().all(|b| b.span.fits(&self.text))
            && self
                .blocks
                .windows(2)
                .all(|pair| pair[0].span.end <= pair[1].span.start)
            && evidence.all(|span| span.fits(&raw))
            && self.operations.iter().all(|o| o.confidence.is_finite())
            && self.gaps.iter().all(|gap| {
                self.text.is_char_boundary(gap.at as usize) && gap.confidence.is_finite()
            })
    }
}
