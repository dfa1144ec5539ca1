//! Which passages stand in several articles word for word? An index of fingerprints, which finds wire copy, press releases
//! and near-duplicates.
//!
//! Fingerprints of runs of words are chosen by winnowing (Schleimer, Wilkerson and Aiken 2003), so that
//! each run of the length asked for is found in both texts by one of them; runs are then grown to both
//! sides and over small edits. Words are compared without case, accents and marks.

use rustc_hash::FxHashMap;
use std::hash::Hasher;

use super::account::Account;
use crate::document::DocId;
use crate::order;
use crate::text::Span;
use crate::text::fold::fold;

/// A passage that two articles share.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// Where it stands in the first article.
    pub first: Location,
    /// Where it stands in the second.
    pub second: Location,
    /// How many words are the same.
    pub words: usize,
    /// At how many places before the second these words stand as well that were not looked at: what
    /// many articles print is told of the earliest.
    pub omitted: usize,
}

/// Where a passage stands in one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// The article.
    pub document: DocId,
    /// From its first word to its last.
    pub span: Span,
}

/// Words in a row whose fingerprint is taken; a passage has at least as many.
const RUN: usize = 4;
/// Runs are joined over so many words that only one of the articles has, or both have otherwise.
const EDIT: usize = 6;
/// Of the places of one fingerprint so many are looked at, the earliest: what all print is told once
/// for each of these, and how many more there are, so that the answer does not grow with their square.
const FREQUENT: usize = 64;

/// A word of an account.
struct HashedWord {
    span: Span,
    hash: u64,
}

/// Words in a row, or nearly so, that two accounts share.
struct Run {
    /// The ordinals of the accounts, the earlier one first.
    accounts: (usize, usize),
    /// The places of the same words: in the second account, in the first.
    words: Vec<(usize, usize)>,
    /// How many places of its fingerprints were passed over, at most.
    omitted: usize,
}

/// The passages of at least `min` words that two of the accounts share, the longest first, then in
/// order. Each passage of an article is told once for each other article. A `min` below 4 is taken for 4.
pub fn shared(accounts: &[Account], min: usize) -> Vec<Passage> {
    let min = min.max(RUN);
    let texts: Vec<Vec<HashedWord>> = accounts.iter().map(words).collect();
    let mut places: FxHashMap<u64, Vec<(u32, u32)>> = FxHashMap::default();
    let mut runs = Vec::new();
    for (n, text) in (0u32..).zip(&texts) {
        // How far the text is covered by passages shared with each earlier one.
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

/// The words of an account, without lines about it.
fn words(account: &Account) -> Vec<HashedWord> {
    let document = account.document;
    let mut words = Vec::new();
    for block in document.blocks.iter().filter(|b| !b.kind.is_about()) {
        let tokens = document.tokens_in(block.span).iter();
        words.extend(tokens.filter(|t| t.is_word()).map(|t| {
            let mut hasher = rustc_hash::FxHasher::default();
            hasher.write(fold(document.slice(t.span)).as_bytes());
            HashedWord {
                span: t.span,
                hash: hasher.finish(),
            }
        }));
    }
    words
}

/// The fingerprints that stand for a text, with the place of their first word: of all runs within
/// each window the least, so that no stretch of `min` words is without one.
fn fingerprints(text: &[HashedWord], min: usize) -> Vec<(u64, usize)> {
    let runs: Vec<u64> = text
        .windows(RUN)
        .map(|run| {
            let mut hasher = rustc_hash::FxHasher::default();
            run.iter().for_each(|word| hasher.write_u64(word.hash));
            hasher.finish()
        })
        .collect();
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

/// The run of pairs of same words around two places of one fingerprint; empty when the words differ.
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

/// Runs of each pair of accounts joined over small edits, in order.
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
            // The tail of what is known already.
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

/// The runs that are long enough, the longest first.
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
