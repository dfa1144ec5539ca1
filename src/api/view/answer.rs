//! The parts of every answer to a query.

use crate::api::shape::*;
use crate::error::{ReadError, quoted};
use crate::search::{self, Explanation, ScoreKind, ScorePart, Selection};

/// A selection whose date, if it has one, is a stretch of days.
///
/// # Errors
/// [`crate::error::ReadErrorKind::Argument`] when it is none.
pub(super) fn dated(selection: Selection) -> Result<Selection, ReadError> {
    match &selection.date {
        Some(date) if !selection.is_dated() => {
            let expected =
                "a date as in “2024”, “2024-06”, “2024-06-20” or “2024-06-19..2024-06-21”";
            Err(ReadError::argument("filter.date", expected, quoted(date)))
        }
        _ => Ok(selection),
    }
}

pub(super) fn remark(remark: search::Remark) -> RemarkView {
    RemarkView {
        code: remark.code.to_owned(),
        text: remark.text,
        from: remark.from,
        to: remark.to,
    }
}

pub(super) fn facet_value(value: &search::FacetValue) -> FacetValue {
    FacetValue {
        value: value.value.clone(),
        name: value.name.clone(),
        count: value.hits as u32,
    }
}

pub(super) fn explanation(part: &Explanation) -> ExplanationView {
    ExplanationView {
        kind: part.kind.to_owned(),
        text: part.text.clone(),
        words: part.words.clone(),
        articles: part.articles.map(|n| n as u32),
        parts: part.parts.iter().map(explanation).collect(),
    }
}

pub(super) fn score_part(part: &ScorePart) -> ScorePartView {
    let kind = match part.kind {
        ScoreKind::Text => "text",
        ScoreKind::Coverage => "coverage",
        ScoreKind::Nearness => "nearness",
        ScoreKind::Feedback => "feedback",
    };
    ScorePartView {
        kind: kind.to_owned(),
        text: part.text.clone(),
        weight: part.weight,
        frequency: part.frequency,
        score: part.score,
    }
}

pub(super) fn histogram(histogram: search::Histogram) -> Histogram {
    let bar = |bar: search::Bar| Bar {
        date: bar.date,
        count: bar.hits as u32,
    };
    Histogram {
        step: histogram.step.into(),
        bars: histogram.bars.into_iter().map(bar).collect(),
        undated: histogram.undated as u32,
    }
}
