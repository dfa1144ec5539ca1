//! Quotations with cue and speaker.

use super::View;
use super::concordance::rounded;
use crate::api::options::*;
use crate::api::shape::*;
use crate::document::DocId;
use crate::error::ReadError;
use crate::quote::{self, Quotation, Speaker};
use crate::text::{Span, fold::fold};

impl View {
    /// The quotations that a filter lets through, in corpus and text order.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when the article that it names is not here.
    pub fn quotes(&self, filter: &QuoteFilter) -> Result<Vec<QuoteView>, ReadError> {
        let asked = self.asked(filter.article.as_ref())?.into_iter();
        let words = filter.query.as_deref().unwrap_or_default();
        let words: Vec<String> = words.split_whitespace().map(fold).collect();
        let quotes = asked
            .flat_map(|doc| self.quotes_of(doc))
            .filter(|q| filter.kind.is_none_or(|kind| q.kind == kind))
            .filter(|q| {
                filter
                    .speaker
                    .as_ref()
                    .is_none_or(|speaker| q.speaker.as_ref().is_some_and(|by| is_by(by, speaker)))
            })
            .filter(|q| {
                let said = fold(&q.text);
                words.iter().all(|word| said.contains(word.as_str()))
            });
        Ok(quotes.collect())
    }

    pub(super) fn quotes_of(&self, doc: DocId) -> impl Iterator<Item = QuoteView> + '_ {
        let holders = self.holders(doc);
        let quotations = self.corpus.quotations(doc).iter().enumerate();
        quotations.map(move |(n, quotation)| {
            let (text, spans) = self.content(doc, quotation);
            QuoteView {
                id: self.quote_id(doc, n),
                within: holders[n].map(|holder| self.quote_id(doc, holder)),
                article: self.id(doc),
                block: self.corpus.document(doc).block_at(quotation.spans[0].start) as u32,
                kind: quotation.kind.into(),
                text,
                spans,
                cue: quotation.cue.map(|cue| self.cue(doc, cue)),
                stance: quotation.telling.stance.into(),
                sense: quotation.telling.sense.map(Into::into),
                thought: quotation
                    .telling
                    .sense
                    .is_some_and(quote::Sense::is_thought),
                addressee: quotation.telling.addressee.map(|span| self.cue(doc, span)),
                medium: quotation.telling.medium.map(|span| self.cue(doc, span)),
                time: quotation.telling.time.map(|span| self.cue(doc, span)),
                speaker: quotation
                    .speaker
                    .as_ref()
                    .map(|speaker| self.speaker(doc, speaker)),
            }
        })
    }

    /// For each quotation of a document, the last one before it by the same speaker that holds all
    /// its words, if it is of fragments.
    fn holders(&self, doc: DocId) -> Vec<Option<usize>> {
        let quotations = self.corpus.quotations(doc);
        let mut open: Vec<usize> = Vec::new();
        let mut holders = Vec::with_capacity(quotations.len());
        for (n, quotation) in quotations.iter().enumerate() {
            let end = |n: usize| quotations[n].spans.last().map_or(0, |span| span.end);
            open.retain(|&before| end(before) > quotation.spans[0].start);
            let holds = |before: usize| {
                let around = &quotations[before].spans;
                let held = |&span: &Span| around.iter().any(|a| a.contains(span));
                quotation.kind == quote::QuotationKind::Mixed
                    && quotation.spans.iter().all(held)
                    && self.is_same_speaker(doc, &quotations[before], quotation)
            };
            holders.push(open.iter().rev().copied().find(|&before| holds(before)));
            open.push(n);
        }
        holders
    }

    fn is_same_speaker(&self, doc: DocId, one: &Quotation, other: &Quotation) -> bool {
        let by = |quotation: &Quotation| {
            let speaker = quotation.speaker.as_ref()?;
            Some((
                speaker.mention.and_then(|m| self.corpus.entity_of(doc, m)),
                speaker.span,
            ))
        };
        match (by(one), by(other)) {
            (Some((Some(one), _)), Some((Some(other), _))) => one == other,
            (one, other) => one == other,
        }
    }

    pub(super) fn quote_id(&self, doc: DocId, n: usize) -> String {
        format!("{}:{}", self.corpus.document(doc).id, n + 1)
    }

    /// The words of a quotation, parts joined by " … ", and where they stand.
    fn content(&self, doc: DocId, quotation: &Quotation) -> (String, Vec<Range>) {
        let parts: Vec<String> = quotation
            .spans
            .iter()
            .map(|&s| self.slice(doc, s))
            .collect();
        (
            parts.join(" … "),
            quotation
                .spans
                .iter()
                .map(|&s| self.range(doc, s))
                .collect(),
        )
    }

    fn cue(&self, doc: DocId, span: Span) -> CueView {
        let [start, end] = self.range(doc, span);
        CueView {
            text: self.slice(doc, span),
            start,
            end,
        }
    }

    pub(super) fn speaker(&self, doc: DocId, speaker: &Speaker) -> SpeakerView {
        let range = speaker.span.map(|span| self.range(doc, span));
        let entity = speaker
            .mention
            .and_then(|mention| self.corpus.entity_of(doc, mention))
            .map(|id| &self.corpus.entities()[id.0 as usize]);
        SpeakerView {
            text: speaker.span.map(|span| self.slice(doc, span)),
            start: range.map(|[start, _]| start),
            end: range.map(|[_, end]| end),
            entity: entity.map(|e| e.id.clone()),
            name: entity.map(|e| e.name.clone()),
            confidence: rounded(speaker.confidence),
            rule: speaker.rule.clone(),
        }
    }
}

/// Whether a speaker is the entity of this id, or somebody whose name holds the words.
pub(super) fn is_by(by: &SpeakerView, speaker: &str) -> bool {
    let words = fold(speaker);
    by.entity.as_deref() == Some(speaker)
        || [&by.name, &by.text]
            .into_iter()
            .flatten()
            .any(|name| fold(name).contains(&words))
}
