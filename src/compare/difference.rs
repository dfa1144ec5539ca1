//! In what do passages that say the same differ? Figures, dates and a "not", each beside the others.
//!
//! Which of them is right is not asked: they are called different.

use super::Account;
use super::group::Member;
use crate::text::fold::fold;
use crate::text::{Span, Token};
use crate::time::{Date, Figure};

/// What passages differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// Figures that count the same.
    Figures,
    /// Dates of which none lies within the other.
    Dates,
    /// Some say no where others say yes.
    Negation,
}

/// A point in which passages of a group differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// What it is about.
    pub kind: DifferenceKind,
    /// What each passage has there, in the order of members; of a negation, those that say no.
    pub readings: Vec<Reading>,
}

/// What one passage has.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The ordinal of the member.
    pub member: usize,
    /// Its words.
    pub span: Span,
}

/// Words that deny what they stand with; "n’t" at the end of a word does too.
const NEGATIONS: &[&str] = &[
    "cannot", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing",
];

fn is_negation(word: &str) -> bool {
    NEGATIONS.binary_search(&word).is_ok() || word.ends_with("n't")
}

/// In what members of a group differ, by kind.
pub(super) fn differences(accounts: &[Account], members: &[Member]) -> Vec<Difference> {
    let account = |member: &Member| accounts.iter().find(|a| a.id == member.document);
    let told: Vec<(&Account, &Member)> = members
        .iter()
        .filter_map(|m| Some((account(m)?, m)))
        .collect();
    let found = [figures(&told), dates(&told), negations(&told)];
    found.into_iter().flatten().collect()
}

fn figures(told: &[(&Account, &Member)]) -> Option<Difference> {
    let all: Vec<(usize, &Figure)> = told
        .iter()
        .enumerate()
        .flat_map(|(n, (account, member))| {
            let within = account.figures.iter().filter(|f| member.contains(f.span));
            within.map(move |figure| (n, figure))
        })
        .collect();
    let counts_same = |a: &Figure, b: &Figure| a.kind == b.kind && fold(&a.unit) == fold(&b.unit);
    let is_open = |&&(n, figure): &&(usize, &Figure)| {
        let same = |m: usize| {
            all.iter()
                .any(|(o, f)| *o == m && counts_same(f, figure) && f.value == figure.value)
        };
        all.iter().any(|(m, other)| {
            *m != n && counts_same(figure, other) && other.value != figure.value && !same(*m)
        })
    };
    let readings = all.iter().filter(is_open);
    difference(DifferenceKind::Figures, readings.map(|(n, f)| (*n, f.span)))
}

fn dates(told: &[(&Account, &Member)]) -> Option<Difference> {
    type Days = (Date, Date);
    let all: Vec<(usize, Span, Days)> = told
        .iter()
        .enumerate()
        .flat_map(|(n, (account, member))| {
            let within = account.dates.iter().filter(|d| member.contains(d.span));
            within.filter_map(move |d| Some((n, d.span, (d.from?, d.to?))))
        })
        .collect();
    let within = |a: Days, b: Days| b.0 <= a.0 && a.1 <= b.1;
    let agree = |a: Days, b: Days| within(a, b) || within(b, a);
    let is_open = |&&(n, _, days): &&(usize, Span, Days)| {
        let agrees = |m: usize| all.iter().any(|o| o.0 == m && agree(o.2, days));
        all.iter().any(|o| o.0 != n && !agrees(o.0))
    };
    let readings = all.iter().filter(is_open);
    difference(
        DifferenceKind::Dates,
        readings.map(|(n, span, _)| (*n, *span)),
    )
}

fn negations(told: &[(&Account, &Member)]) -> Option<Difference> {
    let negation = |&(account, member): &(&Account, &Member)| {
        let denies = |t: &&Token| is_negation(&fold(account.document.slice(t.span)));
        let mut spans = member.spans.iter();
        spans.find_map(|&span| {
            let token = account.document.tokens_in(span).iter().find(denies);
            token.map(|token| token.span)
        })
    };
    let denying = told.iter().enumerate();
    let denying = denying.filter_map(|(n, one)| Some((n, negation(one)?)));
    let denying: Vec<(usize, Span)> = denying.collect();
    if denying.len() == told.len() {
        return None;
    }
    difference(DifferenceKind::Negation, denying.into_iter())
}

fn difference(
    kind: DifferenceKind,
    readings: impl Iterator<Item = (usize, Span)>,
) -> Option<Difference> {
    let readings: Vec<Reading> = readings
        .map(|(member, span)| Reading { member, span })
        .collect();
    (!readings.is_empty()).then_some(Difference { kind, readings })
}
