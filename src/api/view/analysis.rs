//! One text with everything found in it.

use super::View;
use crate::api::shape::*;
use crate::document::DocId;

impl View {
    /// Everything found in the text of one document.
    pub fn analysis(&self, doc: DocId) -> Analysis {
        let mention = |(n, mention): (usize, &crate::entity::Mention)| {
            let [start, end] = self.range(doc, mention.span);
            let entity = self
                .corpus
                .entity_of(doc, n as u32)
                .map(|id| &self.corpus.entities()[id.0 as usize]);
            AnalyzedMention {
                start,
                end,
                text: self.slice(doc, mention.span),
                kind: mention.kind.into(),
                entity: entity.map(|e| e.id.clone()),
                name: entity.map(|e| e.name.clone()),
            }
        };
        let quote = |q: QuoteView| AnalyzedQuote {
            kind: q.kind,
            text: q.text,
            spans: q.spans,
            cue: q.cue,
            speaker: q.speaker,
        };
        let date = |d: DateView| AnalyzedDate {
            start: d.start,
            end: d.end,
            text: d.text,
            from: d.from,
            to: d.to,
            precision: d.precision,
        };
        Analysis {
            id: self.id(doc),
            text: self.corpus.document(doc).text.clone(),
            entities: self
                .corpus
                .mentions(doc)
                .iter()
                .enumerate()
                .map(mention)
                .collect(),
            quotes: self.quotes_of(doc).map(quote).collect(),
            dates: self
                .corpus
                .dated(doc)
                .iter()
                .map(|dated| date(self.date(doc, dated)))
                .collect(),
        }
    }
}
