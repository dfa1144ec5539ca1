//! The parts of every answer to a query.

use crate::api::shape::*;
use crate::search::{self, Explanation, ScoreKind, ScorePart};

/// How many hits or suggestions an answer holds unless said.
pub(super) const DEFAULT_LIMIT: usize = 10;

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
