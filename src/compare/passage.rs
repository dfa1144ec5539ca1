//! Which passages do several articles share word for word? An index of fingerprints, which finds
//! wire copy, press releases and near-duplicates.
//!
//! Fingerprints of runs of words are chosen by winnowing (Schleimer, Wilkerson and Aiken 2003), so
//! that each run of the requested length has one in both texts; runs are then extended in both
//! directions and across small edits. Words are compared without case, accents and marks.

use rustc_hash::FxHashMap;

use super::account::Account;
use super::word::{self, HashedWord};
use crate::document::DocId;
use crate::order;
use crate::text::Span;

/// A passage that two articles share.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// Its location in the first article.
    pub first: Location,
    /// Its location in the second article.
    pub second: Location,
    /// The number of words that are the same.
    pub words: usize,
    /// The number of other places before the second with these words that were not compared: a
    /// passage in many articles is only compared with the earliest.
    pub omitted: usize,
}

/// The location of a passage in one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// The article.
    pub document: DocId,
    /// The span from its first word to its last.
    pub span: Span,
}

/// The number of consecutive words in a fingerprint; a passage has at least as many.
const RUN: usize = 4;
/// The most words between two runs that are joined.
const EDIT: usize = 6;
/// How many places of one fingerprint, the earliest, are compared; the others are only counted, so
/// that the result does not grow with the square of the articles.
const FREQUENT: usize = 64;

/// Consecutive or nearly consecutive words that two accounts share.
struct Run {
    /// The ordinals of the accounts, the earlier first.
    accounts: (usize, usize),
    /// Pairs of indices of equal words: in the second account, in the first.
    words: Vec<(usize, usize)>,
    /// The most places of one of its fingerprints that were not compared.
    omitted: usize,
}

/// The passages of at least `min` words that two of the accounts share, the longest first, then in
/// order. A passage is listed once for each pair of articles. A `min` below 4 counts as 4.
pub fn shared(accounts: &[Account], min: usize) -> Vec<Passage> {
    let min = min.max(RUN);
    let words = |account: &Account| word::words(account.document);
    let texts: Vec<Vec<HashedWord>> = accounts.iter().map(words).collect();
    let mut places: FxHashMap<u64, Vec<(u32, u32)>> = FxHashMap::default();
    let mut runs = Vec::new();
    for (n, text) in (0u32..).zip(&texts) {
        // Up to which word the text is covered by passages shared with each earlier one.
        let mut covered: FxHashMap<(u32, i64), usize> = FxHashMap::default();
        let prints = fingerprints(text, min);
        for &(print, at) in &prints {
            let known = places.get(&print).map_or(&[][..], Vec::as_slice);
            let omitted = known.len().saturating_sub(FREQUENT);
            for &(other, place) in known.iter().take(FREQUENT) {
                let diagonal = i64::from(place) - at as i64;
                if covered.get(&(other, diagonal)).is_some_and(|&end| at < end) {
                    continue;
                }
                let words = grown(text, &texts[other as usize], at, place as usize);
                if words.is_empty() {
                    continue;
                }
                covered.insert((other, diagonal), words[words.len() - 1].0 + 1);
                runs.push(Run {
                    accounts: (other as usize, n as usize),
                    words,
                    omitted,
                });
            }
        }
        for (print, at) in prints {
            places.entry(print).or_default().push((n, at as u32));
        }
    }
    passages(accounts, &texts, joined(runs), min)
}

/// The fingerprints chosen for a text, each with the index of its first word: the smallest in each
/// window, so that any `min` consecutive words contain one.
fn fingerprints(text: &[HashedWord], min: usize) -> Vec<(u64, usize)> {
    let runs: Vec<u64> = word::runs(text, RUN).collect();
    let window = min - RUN + 1;
    let mut prints: Vec<(u64, usize)> = Vec::new();
    for start in 0..runs.len().saturating_sub(window - 1) {
        let places = start..start + window;
        if let Some(at) = places.min_by_key(|&at| (runs[at], std::cmp::Reverse(at)))
            && prints.last().is_none_or(|last| last.1 != at)
        {
            prints.push((runs[at], at));
        }
    }
    prints
}

/// The run of equal words around two places of one fingerprint; empty if the words differ.
fn grown(a: &[HashedWord], b: &[HashedWord], at: usize, place: usize) -> Vec<(usize, usize)> {
    let same = |i: usize, j: usize| a[i].hash == b[j].hash;
    if (0..RUN).any(|n| !same(at + n, place + n)) {
        return Vec::new();
    }
    let before = (1..=at.min(place))
        .take_while(|&n| same(at - n, place - n))
        .count();
    let rest = (a.len() - at).min(b.len() - place);
    let after = (0..rest).take_while(|&n| same(at + n, place + n)).count();
    (0..before + after)
        .map(|n| (at - before + n, place - before + n))
        .collect()
}

/// The runs of each pair of accounts, joined across small edits, in order.
fn joined(mut runs: Vec<Run>) -> Vec<Run> {
    order::sort_by_key(&mut runs, |run| {
        (run.accounts, run.words[0], usize::MAX - run.words.len())
    });
    let mut joined: Vec<Run> = Vec::new();
    for run in runs {
        let (start, end) = (run.words[0], run.words[run.words.len() - 1]);
        if let Some(last) = joined
            .last_mut()
            .filter(|last| last.accounts == run.accounts)
        {
            let behind = last.words[last.words.len() - 1];
            // The end of a known run.
            if start.0 <= behind.0 && end.0 <= behind.0 {
                continue;
            }
            let near = |from: usize, to: usize| to > from && to - from <= EDIT + 1;
            if near(behind.0, start.0) && near(behind.1, start.1) {
                last.omitted = last.omitted.max(run.omitted);
                last.words.extend(run.words);
                continue;
            }
        }
        joined.push(run);
    }
    joined
}

/// The runs of at least `min` words as passages, the longest first.
fn passages(
    accounts: &[Account],
    texts: &[Vec<HashedWord>],
    runs: Vec<Run>,
    min: usize,
) -> Vec<Passage> {
    let long = runs.into_iter().filter(|run| run.words.len() >= min);
    let mut passages: Vec<Passage> = long
        .map(|run| {
            let (start, end) = (run.words[0], run.words[run.words.len() - 1]);
            let place = |account: usize, from: usize, to: usize| Location {
                document: accounts[account].id,
                span: texts[account][from].span.cover(texts[account][to].span),
            };
            Passage {
                first: place(run.accounts.0, start.1, end.1),
                second: place(run.accounts.1, start.0, end.0),
                words: run.words.len(),
                omitted: run.omitted,
            }
        })
        .collect();
    order::sort_by_key(&mut passages, |p| {
        (
            std::cmp::Reverse(p.words),
            p.first.document,
            p.second.document,
            p.first.span.start,
        )
    });
    passages
}
