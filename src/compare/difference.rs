//! How do passages that say the same differ? A comparison of their figures, dates and negations.
//!
//! It does not judge which of them is right.

use std::collections::{BTreeMap, BTreeSet};

use super::account::Account;
use super::interval::{Interval, agree};
use super::member::Member;
use crate::text::fold::fold;
use crate::text::lexicon::WordList;
use crate::text::{Span, Token};
use crate::time::Figure;

/// The kind of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// Different figures of one kind and unit.
    Figures,
    /// Dates of which neither is within the other.
    Dates,
    /// Some passages are negated and others are not.
    Negation,
}

/// A point on which the passages of a group differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The kind of difference.
    pub kind: DifferenceKind,
    /// The words of each passage, in the order of members; for a negation, only of those that are
    /// negated.
    pub variants: Vec<Variant>,
}

/// The version of one passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// The ordinal of the member.
    pub member: usize,
    /// Its words.
    pub span: Span,
}

/// Words that negate.
static NEGATIONS: WordList = WordList::new(include_str!("negations.txt"));

/// Whether a folded word negates; "n’t" at its end does.
fn is_negation(word: &str) -> bool {
    NEGATIONS.contains(word) || word.ends_with("n't")
}

/// A passage of a group, with its account.
pub(super) type Told<'a> = (&'a Account<'a>, &'a Member);

/// The differences among the members of a group, at most one of each kind.
pub(super) fn differences(told: &[Told]) -> Vec<Difference> {
    let found = [figures(told), dates(told), negations(told)];
    found.into_iter().flatten().collect()
}

/// Items of some members, each with the ordinal of its member, in order.
type Had<'a, T> = &'a [(usize, T)];

/// How many members have an item.
fn members<T>(had: Had<T>) -> usize {
    had.chunk_by(|a, b| a.0 == b.0).count()
}

/// Figures for which another member has the same kind and unit, but not the same value.
fn figures(told: &[Told]) -> Option<Difference> {
    let mut all: Vec<(usize, &Figure)> = Vec::new();
    for (n, (account, member)) in told.iter().enumerate() {
        let within = account.figures.iter().filter(|f| member.contains(f.span));
        all.extend(within.map(|figure| (n, figure)));
    }
    let counted = |figure: &Figure| (figure.kind as u8, fold(&figure.unit));
    let mut by_unit: BTreeMap<(u8, String), Vec<(usize, &Figure)>> = BTreeMap::new();
    for &(n, figure) in &all {
        by_unit
            .entry(counted(figure))
            .or_default()
            .push((n, figure));
    }
    // For each kind and unit, the members that have each value; -0 counts as 0.
    let bits = |value: f64| (value + 0.0).to_bits();
    let mut agreeing: BTreeMap<_, Vec<(usize, ())>> = BTreeMap::new();
    for (unit, figures) in &by_unit {
        for &(n, figure) in figures {
            let own = agreeing.entry((unit, bits(figure.value))).or_default();
            own.push((n, ()));
        }
    }
    let variants = all.iter().filter(|(_, figure)| {
        let unit = counted(figure);
        let agree = agreeing.get(&(&unit, bits(figure.value)));
        let counting = by_unit.get(&unit).map_or(0, |had| members(had));
        agree.is_some_and(|agree| members(agree) < counting)
    });
    difference(DifferenceKind::Figures, variants.map(|(n, f)| (*n, f.span)))
}

/// Dates that agree with no date of some other member.
fn dates(told: &[Told]) -> Option<Difference> {
    let mut all: Vec<(usize, (Span, Interval))> = Vec::new();
    for (n, (account, member)) in told.iter().enumerate() {
        let within = account.dates.iter().filter(|d| member.contains(d.span));
        all.extend(within.filter_map(|d| Some((n, (d.span, (d.from?, d.to?))))));
    }
    let mut members_by_interval: BTreeMap<Interval, Vec<usize>> = BTreeMap::new();
    for &(n, (_, days)) in &all {
        let own = members_by_interval.entry(days).or_default();
        if own.last() != Some(&n) {
            own.push(n);
        }
    }
    let dated = members(&all);
    let is_open = |days: &Interval| {
        let others = members_by_interval
            .iter()
            .filter(|(other, _)| agree(**other, *days));
        let agreeing: BTreeSet<usize> = others.flat_map(|(_, own)| own.iter().copied()).collect();
        agreeing.len() < dated
    };
    let open: BTreeSet<Interval> = members_by_interval
        .keys()
        .copied()
        .filter(is_open)
        .collect();
    let variants = all.iter().filter(|(_, (_, days))| open.contains(days));
    difference(
        DifferenceKind::Dates,
        variants.map(|(n, (span, _))| (*n, *span)),
    )
}

fn negations(told: &[Told]) -> Option<Difference> {
    let negation = |&(account, member): &Told| {
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
    variants: impl Iterator<Item = (usize, Span)>,
) -> Option<Difference> {
    let variants: Vec<Variant> = variants
        .map(|(member, span)| Variant { member, span })
        .collect();
    (!variants.is_empty()).then_some(Difference { kind, variants })
}

#[cfg(test)]
mod tests {
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted() {
        check_list(include_str!("negations.txt"), &[]);
    }
}
