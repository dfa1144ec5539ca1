//! Articles: in a list, and whole with the trace of how they were made.

use super::View;
use crate::api::shape::*;
use crate::document::{DocId, Field, Record};
use crate::text::OffsetIndex;

impl View {
    /// All articles, in corpus order.
    pub fn articles(&self) -> Vec<ArticleSummary> {
        self.corpus.ids().map(|doc| self.summary(doc)).collect()
    }

    pub(super) fn summary(&self, doc: DocId) -> ArticleSummary {
        let record = &self.corpus.records()[doc.0 as usize];
        ArticleSummary {
            head: self.head(doc),
            gaps: record.gaps.len() as u32,
            repairs: record.repairs.len() as u32,
        }
    }

    fn head(&self, doc: DocId) -> ArticleHead {
        let record = &self.corpus.records()[doc.0 as usize];
        ArticleHead {
            id: record.id.clone(),
            title: record.title.clone(),
            publisher: record.publisher.clone(),
            author: record.author.clone(),
            published: record.published.clone(),
            updated: record.updated.clone(),
            kind: record.kind.clone(),
            language: record.language.clone(),
            words: self.corpus.document(doc).words() as u32,
        }
    }

    /// The article called `id`.
    pub fn article(&self, id: &str) -> Option<ArticleView> {
        let doc = self.corpus.find(id)?;
        let record = &self.corpus.records()[doc.0 as usize];
        let raw = OffsetIndex::new(&record.raw, self.unit);
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
                .sentences
                .iter()
                .map(|&s| self.range(doc, s))
                .collect(),
            evidence: evidence(record, &raw),
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
        record.repairs.iter().map(repair).collect()
    }
}

fn evidence(record: &Record, raw: &OffsetIndex) -> EvidenceSet {
    let of = |field| {
        record.evidence.get(&field).map(|evidence| {
            let [raw_start, raw_end] = raw.range(evidence.raw);
            EvidenceView {
                raw_start,
                raw_end,
                text: evidence.text.clone(),
                rule: evidence.rule.clone(),
            }
        })
    };
    EvidenceSet {
        title: of(Field::Title),
        publisher: of(Field::Publisher),
        author: of(Field::Author),
        published: of(Field::Published),
        updated: of(Field::Updated),
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
    record.removed.iter().map(removal).collect()
}
