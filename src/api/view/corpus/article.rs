//! Articles: in a list, and whole with the trace of how they were made.

use super::View;
use crate::api::options::ArticleFilter;
use crate::api::shape::*;
use crate::document::{DocId, Evidence, Field, Operation, Record};
use crate::error::ReadError;
use crate::text::{OffsetIndex, Unit};

impl View {
    /// The ids of all articles, in corpus order.
    pub fn ids(&self) -> Vec<&str> {
        let documents = self.corpus.documents().iter();
        documents.map(|document| document.id.as_str()).collect()
    }

    /// The articles that a filter lists, in its order or that of the corpus.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when an article that it names is not here.
    pub fn articles(&self, filter: &ArticleFilter) -> Result<Vec<ArticleSummary>, ReadError> {
        let asked = self.listed(filter)?.into_iter();
        Ok(asked.map(|doc| self.summary_of(doc)).collect())
    }

    /// The article called `id` as [`View::articles`] lists it.
    pub fn summary(&self, id: &str) -> Option<ArticleSummary> {
        Some(self.summary_of(self.corpus.find(id)?))
    }

    pub(super) fn summary_of(&self, doc: DocId) -> ArticleSummary {
        let summary = self.corpus.summary(doc);
        ArticleSummary {
            head: self.head(doc),
            gaps: summary.gaps,
            repairs: summary.repairs,
        }
    }

    fn head(&self, doc: DocId) -> ArticleHead {
        let (document, summary) = (self.corpus.document(doc), self.corpus.summary(doc));
        ArticleHead {
            id: document.id.clone(),
            title: document.title.clone(),
            publisher: document.publisher.clone(),
            author: document.author.clone(),
            place: summary.place.clone(),
            published: document.published.clone(),
            updated: document.updated.clone(),
            kind: document.kind.clone(),
            language: document.language.clone(),
            rights: summary.rights.clone(),
            address: summary.address.clone(),
            tags: summary.tags.clone(),
            words: summary.words,
        }
    }

    /// The article called `id`.
    pub fn article(&self, id: &str) -> Option<ArticleView> {
        let doc = self.corpus.find(id)?;
        let record = &self.corpus.record(doc);
        let raw = OffsetIndex::new(&record.raw(), self.unit);
        let block = |block: &crate::document::Block| {
            let [start, end] = self.range(doc, block.span);
            BlockView {
                kind: block.kind.into(),
                level: block.level.into(),
                start,
                end,
            }
        };
        Some(ArticleView {
            head: self.head(doc),
            text: record.text.clone(),
            blocks: record.blocks.iter().map(block).collect(),
            sentences: self
                .corpus
                .document(doc)
                .sentences()
                .iter()
                .map(|&s| self.range(doc, s))
                .collect(),
            evidence: evidence(record, &raw),
            claims: claims(record, &raw),
            given: record.given.clone(),
            operations: record
                .operations
                .iter()
                .map(|o| operation(o, &raw))
                .collect(),
            removed: removed(record, &raw),
            repairs: self.repairs(doc, record, &raw),
            gaps: record
                .gaps
                .iter()
                .map(|gap| GapView {
                    at: self.offset(doc, gap.at),
                    before: gap.before.clone(),
                    after: gap.after.clone(),
                    rule: gap.rule.clone(),
                    confidence: gap.confidence,
                })
                .collect(),
        })
    }

    /// The raw text of the article called `id`: the decoded text as received.
    pub fn raw(&self, id: &str) -> Option<String> {
        let doc = self.corpus.find(id)?;
        Some(self.corpus.record(doc).raw())
    }

    fn repairs(&self, doc: DocId, record: &Record, raw: &OffsetIndex) -> Vec<RepairView> {
        let repair = |repair: &crate::document::Repair| {
            let [start, end] = self.range(doc, repair.span);
            let [raw_start, raw_end] = raw.range(repair.raw);
            RepairView {
                start,
                end,
                raw_start,
                raw_end,
                before: repair.before.clone(),
                after: repair.after.clone(),
                rule: repair.rule.clone(),
                confidence: repair.confidence,
            }
        };
        record.repairs().iter().map(repair).collect()
    }
}

fn evidence(record: &Record, raw: &OffsetIndex) -> EvidenceSet {
    let of = |field| {
        record
            .proof(field)
            .map(|evidence| evidence_view(evidence, raw))
    };
    EvidenceSet {
        title: of(Field::Title),
        publisher: of(Field::Publisher),
        author: of(Field::Author),
        place: of(Field::Place),
        published: of(Field::Published),
        updated: of(Field::Updated),
        kind: of(Field::Kind),
        language: of(Field::Language),
        rights: of(Field::Rights),
    }
}

fn evidence_view(evidence: &Evidence, raw: &OffsetIndex) -> EvidenceView {
    let place = evidence.raw.map(|span| raw.range(span));
    EvidenceView {
        value: evidence.value.clone(),
        raw_start: place.map(|[start, _]| start),
        raw_end: place.map(|[_, end]| end),
        tag: evidence.tag.clone(),
        text: evidence.text.clone(),
        rule: evidence.rule.clone(),
    }
}

/// Everything that states a value, by field and strength.
fn claims(record: &Record, raw: &OffsetIndex) -> Vec<ClaimView> {
    let all = record
        .evidence
        .iter()
        .flat_map(|(field, list)| list.iter().map(move |evidence| (*field, evidence)));
    all.map(|(field, evidence)| ClaimView {
        field: field.into(),
        chosen: evidence.chosen,
        evidence: evidence_view(evidence, raw),
    })
    .collect()
}

/// Operations on a raw text, with their offsets in `unit`.
pub fn operations(raw: &str, operations: &[Operation], unit: Unit) -> Vec<OperationView> {
    let raw = OffsetIndex::new(raw, unit);
    operations
        .iter()
        .map(|inner| operation(inner, &raw))
        .collect()
}

fn operation(operation: &Operation, raw: &OffsetIndex) -> OperationView {
    let [raw_start, raw_end] = raw.range(operation.raw);
    OperationView {
        kind: operation.kind.into(),
        raw_start,
        raw_end,
        before: operation.before.clone(),
        after: operation.after.clone(),
        rule: operation.rule.clone(),
        confidence: operation.confidence,
        from: operation.from.map(|span| raw.range(span)),
        within: operation
            .within
            .iter()
            .map(|inner| self::operation(inner, raw))
            .collect(),
    }
}

fn removed(record: &Record, raw: &OffsetIndex) -> Vec<RemovalView> {
    let removal = |removal: &crate::document::Removal| {
        let [raw_start, raw_end] = raw.range(removal.raw);
        RemovalView {
            raw_start,
            raw_end,
            text: removal.text.clone(),
            reason: removal.reason.clone(),
        }
    };
    record.removed().iter().map(removal).collect()
}
