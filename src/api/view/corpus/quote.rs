//! Quotations with cue and speaker.

use super::View;
use super::argument::portion;
use super::concordance::rounded;
use crate::api::options::*;
use crate::api::shape::*;
use crate::document::DocId;
use crate::entity::EntityId;
use crate::error::ReadError;
use crate::quote::{self, Quotation, Speaker};
use crate::text::{Span, fold::fold};

/// A quotation of a document, and the one before it that holds all its words.
pub(super) struct Held<'a> {
    pub doc: DocId,
    number: usize,
    pub quotation: &'a Quotation,
    pub holder: Option<usize>,
}

impl Held<'_> {
    /// Its id in a view.
    pub fn id(&self, view: &View) -> String {
        view.quote_id(self.doc, self.number)
    }
}

impl View {
    /// The quotations that a filter lets through, in corpus and text order.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when the article that it names is not here.
    pub fn quotes(&self, filter: &QuoteFilter) -> Result<Vec<QuoteView>, ReadError> {
        let asked = self.asked(filter.article.as_ref())?.into_iter();
        let words = filter.query.as_deref().unwrap_or_default();
        let words: Vec<String> = words.split_whitespace().map(fold).collect();
        let whole = filter.whole.unwrap_or_default();
        let rows = asked.flat_map(|doc| self.held(doc)).filter(|row| {
            let quotation = row.quotation;
            let entity = || self.speaking(row.doc, quotation);
            let says = || {
                let said = fold(&self.content(row.doc, quotation));
                words.iter().all(|word| said.contains(word.as_str()))
            };
            filter.kind.is_none_or(|kind| kind == quotation.kind.into())
                && !(whole && row.holder.is_some())
                && (filter.entity.as_ref())
                    .is_none_or(|id| entity().map_or("", |entity| self.entity_id(entity)) == id)
                && (filter.speaker.as_ref())
                    .is_none_or(|speaker| self.is_by(row.doc, quotation, speaker))
                && (words.is_empty() || says())
        });
        let rows = portion(rows, filter.offset, filter.limit);
        Ok(rows.map(|row| self.quote(&row)).collect())
    }

    pub(super) fn quotes_of(&self, doc: DocId) -> impl Iterator<Item = QuoteView> + '_ {
        self.held(doc).map(|row| self.quote(&row))
    }

    /// The quotations of a document, each with the one that holds all its words.
    pub(super) fn held(&self, doc: DocId) -> impl Iterator<Item = Held<'_>> {
        let quotations = self.corpus.quotations(doc).iter().enumerate();
        let holders = self.holders(doc);
        quotations
            .zip(holders)
            .map(move |((number, quotation), holder)| Held {
                doc,
                number,
                quotation,
                holder,
            })
    }

    fn quote(&self, row: &Held) -> QuoteView {
        let (doc, quotation) = (row.doc, row.quotation);
        let spans = quotation.spans.iter();
        QuoteView {
            id: row.id(self),
            within: row.holder.map(|holder| self.quote_id(doc, holder)),
            article: self.id(doc),
            block: self.corpus.document(doc).block_at(quotation.spans[0].start) as u32,
            kind: quotation.kind.into(),
            text: self.content(doc, quotation),
            spans: spans.map(|&span| self.range(doc, span)).collect(),
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
    }

    /// The entity that speaks, if it is one.
    pub(super) fn speaking(&self, doc: DocId, quotation: &Quotation) -> Option<EntityId> {
        let mention = quotation.speaker.as_ref()?.mention?;
        self.corpus.entity_of(doc, mention)
    }

    fn entity_id(&self, entity: EntityId) -> &str {
        &self.corpus.entities()[entity.0 as usize].id
    }

    fn is_by(&self, doc: DocId, quotation: &Quotation, speaker: &str) -> bool {
        let entity = self.speaking(doc, quotation);
        let entity = entity.map(|id| &self.corpus.entities()[id.0 as usize]);
        let said = quotation.speaker.as_ref().and_then(|by| by.span);
        let said = said.map(|span| self.corpus.document(doc).slice(span));
        let id = entity.map(|entity| entity.id.as_str());
        is_called(
            speaker,
            id,
            [entity.map(|entity| entity.name.as_str()), said],
        )
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
            Some((self.speaking(doc, quotation), speaker.span))
        };
        match (by(one), by(other)) {
            (Some((Some(one), _)), Some((Some(other), _))) => one == other,
            (one, other) => one == other,
        }
    }

    pub(super) fn quote_id(&self, doc: DocId, n: usize) -> String {
        format!("{}:{}", self.corpus.document(doc).id, n + 1)
    }

    /// The words of a quotation, parts joined by " … ".
    fn content(&self, doc: DocId, quotation: &Quotation) -> String {
        let document = self.corpus.document(doc);
        let parts: Vec<&str> = quotation.spans.iter().map(|&s| document.slice(s)).collect();
        parts.join(" … ")
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

/// Whether a speaker that is asked for is the entity of this id, or has a name with its words.
pub(super) fn is_called(speaker: &str, id: Option<&str>, names: [Option<&str>; 2]) -> bool {
    let words = fold(speaker);
    let mut names = names.into_iter().flatten();
    id == Some(speaker) || names.any(|name| fold(name).contains(&words))
}
