//! Dates with what proves them, and figures with value and unit.

use std::collections::BTreeMap;

use super::View;
use super::argument::portion;
use crate::api::options::*;
use crate::api::shape::*;
use crate::corpus::Dated;
use crate::document::DocId;
use crate::error::ReadError;
use crate::order;
use crate::time::Figure;

/// Up to how many articles the dates of one event are merged unless that is asked for: every article
/// is compared with every other.
const MERGED: usize = 60;

impl View {
    /// The dates given in the articles, with the events they refer to: resolved ones by time, then
    /// the others in corpus order.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when the article that it names is not here.
    pub fn timeline(&self, filter: &TimelineFilter) -> Result<Vec<DateView>, ReadError> {
        let asked = self.asked(filter.article.as_ref())?;
        let is_small = self.corpus.documents().len() <= MERGED;
        let is_merged = filter.events.unwrap_or(is_small);
        let events = if is_merged { self.corpus.events() } else { &[] };
        let mut told: BTreeMap<(DocId, u32), u32> = BTreeMap::new();
        for (n, event) in (0u32..).zip(events) {
            told.extend(event.dates.iter().map(|&date| (date, n)));
        }
        let mut dates: Vec<(DocId, u32, &Dated)> = asked
            .into_iter()
            .flat_map(|doc| {
                let dated = (0u32..).zip(self.corpus.dated(doc));
                dated.map(move |(n, dated)| (doc, n, dated))
            })
            .collect();
        order::sort_by_key(&mut dates, |(_, _, dated)| {
            let mention = &dated.mention;
            (mention.from.is_none(), mention.from, mention.to)
        });
        let date = |(doc, n, dated): (DocId, u32, &Dated)| {
            let event = told.get(&(doc, n)).copied();
            let conflicts = event.map_or(&[][..], |event| &events[event as usize].conflicts);
            DateView {
                event,
                conflicts: conflicts.iter().map(|&n| n as u32).collect(),
                ..self.date(doc, dated)
            }
        };
        let dates = portion(dates.into_iter(), filter.offset, filter.limit);
        Ok(dates.map(date).collect())
    }

    pub(super) fn date(&self, doc: DocId, dated: &Dated) -> DateView {
        let document = self.corpus.document(doc);
        let mention = &dated.mention;
        let [start, end] = self.range(doc, mention.span);
        let sentence = document
            .sentence_at(mention.span.start)
            .unwrap_or(mention.span);
        DateView {
            from: mention.from.map(|day| day.to_string()),
            to: mention.to.map(|day| day.to_string()),
            precision: mention.precision.into(),
            inferred_from: dated.inferred_from.map(|other| self.id(other)),
            article: document.id.clone(),
            block: document.block_at(mention.span.start) as u32,
            start,
            end,
            text: self.slice(doc, mention.span),
            sentence: self.range(doc, sentence),
            event: None,
            conflicts: Vec::new(),
        }
    }

    /// The figures that a filter lets through, in corpus and text order.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when the article that it names is not here.
    pub fn figures(&self, filter: &FigureFilter) -> Result<Vec<FigureView>, ReadError> {
        let asked = self.asked(filter.article.as_ref())?.into_iter();
        Ok(asked
            .flat_map(|doc| self.figures_of(doc))
            .filter(|f| filter.kind.is_none_or(|kind| f.kind == kind))
            .collect())
    }

    pub(super) fn figures_of(&self, doc: DocId) -> impl Iterator<Item = FigureView> + '_ {
        let figure = move |figure: Figure| {
            let [start, end] = self.range(doc, figure.span);
            FigureView {
                kind: figure.kind.into(),
                value: figure.value,
                unit: figure.unit,
                article: self.id(doc),
                block: self.corpus.document(doc).block_at(figure.span.start) as u32,
                start,
                end,
                text: self.slice(doc, figure.span),
            }
        };
        self.corpus.figures(doc).into_iter().map(figure)
    }
}
