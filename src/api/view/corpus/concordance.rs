//! Answers about the words around matches: concordance and collocations.

use super::View;
use super::argument::{WIDEST, outside, within};
use crate::api::options::*;
use crate::api::shape::*;
use crate::error::ReadError;
use crate::search::{self, Collocate, Group, Line, LineOptions};

impl View {
    /// Every match of `query` in its neighbourhood; without a limit all of them.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] for a number outside of its range, a date that is
    /// none, or an article that is not here.
    pub fn concordance(
        &self,
        query: &str,
        options: &ConcordanceOptions,
    ) -> Result<Concordance, ReadError> {
        let usual = LineOptions::default();
        let by = options.by.clone().unwrap_or(usual.by);
        let is_beside = |place: &i32| (1..=WIDEST).contains(&place.unsigned_abs());
        if let Some((n, place)) = by.iter().enumerate().find(|(_, place)| !is_beside(place)) {
            let expected = format_args!(
                "a whole number from 1 to {WIDEST} after the match or from -1 to -{WIDEST} before it"
            );
            return Err(ReadError::argument(format!("by[{n}]"), expected, place));
        }
        let options = LineOptions {
            window: within("window", options.window, 1..=WIDEST, usual.window)?,
            sort: options.sort.map_or(usual.sort, Into::into),
            by,
            group: options.group.unwrap_or(usual.group),
            offset: options.offset.map_or(usual.offset, |n| n as usize),
            limit: options.limit.map_or(usual.limit, |n| n as usize),
            filter: self.selection(options.filter.as_ref())?,
        };
        let found = self
            .corpus
            .index()
            .concordance(&self.corpus, query, &options);
        Ok(Concordance {
            total: found.total.matches as u32,
            articles: found.total.articles as u32,
            of: found.total.of as u32,
            words: found.total.words as u32,
            per_thousand: rounded(found.total.per_thousand()),
            groups: found.groups.into_iter().map(group).collect(),
            lines: found.lines.iter().map(|line| self.line(line)).collect(),
        })
    }

    fn line(&self, line: &Line) -> LineView {
        let [start, end] = self.range(line.doc, line.node);
        LineView {
            article: self.id(line.doc),
            block: line.block as u32,
            start,
            end,
            left: self.slice(line.doc, line.left),
            node: self.slice(line.doc, line.node),
            right: self.slice(line.doc, line.right),
        }
    }

    /// The words that occur near matches of `query` more often than by chance.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] for a number outside of its range, a date that is
    /// none, or an article that is not here.
    pub fn collocations(
        &self,
        query: &str,
        options: &CollocationOptions,
    ) -> Result<Collocations, ReadError> {
        let usual = search::CollocationOptions::default();
        let size = |n: Option<u32>, usual: usize| n.map_or(usual, |n| n as usize);
        let window = |usual| within("window", options.window, 1..=WIDEST, usual);
        let left = within("left", options.left, 0..=WIDEST, window(usual.left)?)?;
        let right = within("right", options.right, 0..=WIDEST, window(usual.right)?)?;
        if left == 0 && right == 0 {
            return Err(outside("right", 1..=WIDEST, 0));
        }
        let options = search::CollocationOptions {
            left,
            right,
            measure: options.measure.map_or(usual.measure, Into::into),
            min: within("min", options.min, 1..=u32::MAX, usual.min)?,
            stop_words: options.stop_words.unwrap_or(usual.stop_words),
            offset: size(options.offset, usual.offset),
            limit: size(options.limit, usual.limit),
            filter: self.selection(options.filter.as_ref())?,
        };
        let found = self
            .corpus
            .index()
            .collocations(&self.corpus, query, &options);
        Ok(Collocations {
            matches: found.matches as u32,
            words: found.words as u32,
            near: found.near as u32,
            total: found.total as u32,
            collocates: found.collocates.into_iter().map(collocate).collect(),
        })
    }
}

fn group(group: Group) -> GroupView {
    GroupView {
        per_thousand: rounded(group.per_thousand()),
        publisher: group.publisher,
        matches: group.matches as u32,
        articles: group.articles as u32,
        of: group.of as u32,
        words: group.words as u32,
    }
}

fn collocate(collocate: Collocate) -> CollocateView {
    CollocateView {
        observed: collocate.observed() as u32,
        word: collocate.word,
        left: collocate.left as u32,
        right: collocate.right as u32,
        expected: rounded(collocate.expected),
        frequency: collocate.frequency as u32,
        articles: collocate.articles as u32,
        log_likelihood: rounded(collocate.log_likelihood),
        log_dice: rounded(collocate.log_dice),
    }
}

/// A fraction with three decimals: the same on every machine.
pub(super) fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}
