//! The normalised article as stored: one JSON line, ground state of everything else.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::operation::{Operation, OperationKind, apply, placed, undo};
use super::{Block, Given, Source};
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

/// A value of an article that rests on evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum Field {
    Title,
    Publisher,
    Author,
    Place,
    Published,
    Updated,
    Kind,
    Language,
    Rights,
}

impl Field {
    /// All fields, in their order.
    pub const ALL: [Self; 9] = [
        Self::Title,
        Self::Publisher,
        Self::Author,
        Self::Place,
        Self::Published,
        Self::Updated,
        Self::Kind,
        Self::Language,
        Self::Rights,
    ];
}

/// What states a value of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// The value, dates in ISO 8601.
    pub value: String,
    /// Whether the article has this value, unless a person gave another.
    pub chosen: bool,
    /// Where it stands in the raw text; `None` when markup outside the text states it.
    pub raw: Option<Span>,
    /// The tag or key that states it, for markup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// What stands there, repaired.
    pub text: String,
    /// The rule that read it.
    pub rule: String,
}

/// A part of the raw text that is not the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// Where it stood.
    pub raw: Span,
    /// What stood there, as received.
    pub text: String,
    /// Why it was taken out, in kebab case ("photo-credit").
    pub reason: String,
}

/// A change of wording between raw and text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Repair {
    /// Where the repaired wording stands in the text; empty when something was only taken out.
    pub span: Span,
    /// Where the damaged wording stood in the raw text.
    pub raw: Span,
    /// The damaged wording.
    pub before: String,
    /// The repaired wording.
    pub after: String,
    /// The rule that repaired it, in kebab case.
    pub rule: String,
    /// How sure the repair is, 0 to 1.
    pub confidence: f64,
}

/// A place where the source lost words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// The byte of the text before which words are missing.
    pub at: u32,
    /// A few words before it.
    pub before: String,
    /// A few words after it.
    pub after: String,
    /// The rule that saw it, in kebab case.
    pub rule: String,
    /// How sure it is, 0 to 1.
    pub confidence: f64,
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
