//! One text with everything found in it.

use super::View;
use crate::api::shape::*;
use crate::document::DocId;
use crate::entity;
use crate::error::ReadError;

impl View {
    /// The names in the article called `article`, in text order.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when it is not here.
    pub fn mentions(&self, article: &str) -> Result<Vec<AnalyzedMention>, ReadError> {
        let doc = self.known("article", Some(article))?;
        Ok(doc.map_or_else(Vec::new, |doc| self.mentions_of(doc)))
    }

    fn mentions_of(&self, doc: DocId) -> Vec<AnalyzedMention> {
        let mut readings = self.corpus.stand_ins(doc).into_iter().peekable();
        let mention = |(n, mention): (usize, &entity::Mention)| {
            let [start, end] = self.range(doc, mention.span);
            let entity = self
                .corpus
                .entity_of(doc, n as u32)
                .map(|id| &self.corpus.entities()[id.0 as usize]);
            AnalyzedMention {
                start,
                end,
                text: self.slice(doc, mention.span),
                kind: kind_of(mention.kind),
                entity: entity.map(|e| e.id.clone()),
                name: entity.map(|e| e.name.clone()),
                reading: readings
                    .next_if(|r| r.mention == n as u32)
                    .map(|r| StandInView {
                        place: r.place.to_owned(),
                        confidence: r.confidence,
                    }),
            }
        };
        let mentions = self.corpus.mentions(doc).iter().enumerate();
        mentions.map(mention).collect()
    }

    /// Everything found in the text of one document.
    pub fn analysis(&self, doc: DocId) -> Analysis {
        let quote = |q: QuoteView| AnalyzedQuote {
            kind: q.kind,
            text: q.text,
            spans: q.spans,
            cue: q.cue,
            speaker: q.speaker,
            stance: q.stance,
            sense: q.sense,
            thought: q.thought,
            addressee: q.addressee,
            medium: q.medium,
            time: q.time,
        };
        let reference = |r: ReferenceView| AnalyzedReference {
            start: r.start,
            end: r.end,
            text: r.text,
            kind: r.kind,
            entity: r.entity,
            name: r.name,
            confidence: r.confidence,
        };
        let date = |d: DateView| AnalyzedDate {
            start: d.start,
            end: d.end,
            text: d.text,
            from: d.from,
            to: d.to,
            precision: d.precision,
        };
        let figure = |f: FigureView| AnalyzedFigure {
            start: f.start,
            end: f.end,
            text: f.text,
            kind: f.kind,
            value: f.value,
            unit: f.unit,
        };
        Analysis {
            id: self.id(doc),
            text: self.corpus.document(doc).text.clone(),
            entities: self.mentions_of(doc),
            references: self.references_of(doc).map(reference).collect(),
            quotes: self.quotes_of(doc).map(quote).collect(),
            dates: self
                .corpus
                .dated(doc)
                .iter()
                .map(|dated| date(self.date(doc, dated)))
                .collect(),
            figures: self.figures_of(doc).map(figure).collect(),
        }
    }
}

/// What an analysis calls a mention: an outlet is an organisation, as in all corpora of names that
/// programs are measured on; its entity is a publication still.
fn kind_of(kind: entity::MentionKind) -> MentionKind {
    match kind {
        entity::MentionKind::Publication => MentionKind::Organisation,
        kind => kind.into(),
    }
}
