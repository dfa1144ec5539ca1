//! What happened when? A partition of dates: dates that articles give for the same event are
//! merged, and those that contradict each other are listed as conflicts.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::account::Account;
use super::cluster::{alike, candidates};
use super::group::{Group, GroupKind};
use super::interval::{Interval, agree, is_within};
use super::statement::{Statement, statements};
use crate::document::DocId;
use crate::order;
use crate::text::Span;
use crate::time::Date;

/// An event: the dates that several sentences give for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The first day of its most exact date.
    pub from: Date,
    /// The last day of its most exact date.
    pub to: Date,
    /// Its dates, by article and place: the article, and an index into its dates.
    pub dates: Vec<(DocId, u32)>,
    /// The ordinals of events that articles describe in the same words with other dates.
    pub conflicts: Vec<usize>,
}

/// The least weight that two sentences of one date must share to describe one event; less than
/// without a date.
const SHARED: f64 = 1.0;
/// How much of it must not be names.
const WORDS: f64 = 0.6;
/// The least share of both that it must be.
const DICE: f64 = 0.35;

/// A resolved date of an account.
struct Dated {
    document: DocId,
    number: u32,
    span: Span,
    days: Interval,
    statement: usize,
}

/// The events of the accounts in order of time; `groups` are the groups and topics of the same
/// accounts.
pub fn events(accounts: &[Account], groups: &[Group]) -> Vec<Event> {
    let statements = statements(accounts);
    let mut dates = dated(accounts, &statements);
    order::sort_by_key(&mut dates, |date| (date.document, date.number));
    let mut parents: Vec<usize> = (0..dates.len()).collect();
    let mut conflicts = Vec::new();
    by_group(&dates, groups, &mut parents, &mut conflicts);
    by_day(&dates, &statements, &mut parents);
    let mut events: BTreeMap<usize, Event> = BTreeMap::new();
    for (n, date) in dates.iter().enumerate() {
        let (from, to) = date.days;
        let event = events.entry(root(&parents, n)).or_insert(Event {
            from,
            to,
            dates: Vec::new(),
            conflicts: Vec::new(),
        });
        if is_within(date.days, (event.from, event.to)) {
            (event.from, event.to) = (from, to);
        }
        event.dates.push((date.document, date.number));
    }
    let mut events: Vec<(usize, Event)> = events.into_iter().collect();
    order::sort_by_key(&mut events, |(_, event)| {
        (event.from, event.to, event.dates[0])
    });
    let places = events.iter().enumerate().map(|(at, (root, _))| (*root, at));
    let places: FxHashMap<usize, usize> = places.collect();
    let place = |n: usize| places.get(&root(&parents, n)).copied();
    let conflicts: Vec<(Option<usize>, Option<usize>)> = conflicts
        .into_iter()
        .map(|(a, b)| (place(a), place(b)))
        .collect();
    let mut events: Vec<Event> = events.into_iter().map(|(_, event)| event).collect();
    for pair in conflicts {
        if let (Some(a), Some(b)) = pair
            && a != b
        {
            add(&mut events[a].conflicts, b);
            add(&mut events[b].conflicts, a);
        }
    }
    events
}

fn add(conflicts: &mut Vec<usize>, other: usize) {
    if let Err(at) = conflicts.binary_search(&other) {
        conflicts.insert(at, other);
    }
}

fn dated(accounts: &[Account], statements: &[Statement]) -> Vec<Dated> {
    let mut dates = Vec::new();
    for (number, account) in accounts.iter().enumerate() {
        let first = statements.partition_point(|s| s.account < number);
        let own = &statements[first..];
        for (n, date) in (0u32..).zip(&account.dates) {
            let at =
                own.partition_point(|s| s.account == number && s.span.start <= date.span.start);
            if let (Some(from), Some(to), Some(at)) = (date.from, date.to, at.checked_sub(1))
                && own[at].span.contains(date.span)
            {
                dates.push(Dated {
                    document: account.id,
                    number: n,
                    span: date.span,
                    days: (from, to),
                    statement: first + at,
                });
            }
        }
    }
    dates
}

/// Handles dates in statements that say the same: they belong to one event if one is within the
/// other, and are in conflict otherwise. In a topic, only equal days belong to one event.
fn by_group(
    dates: &[Dated],
    groups: &[Group],
    parents: &mut [usize],
    conflicts: &mut Vec<(usize, usize)>,
) {
    for group in groups {
        let mut told: Vec<usize> = Vec::new();
        for member in &group.members {
            let first = dates.partition_point(|d| d.document < member.document);
            let own = dates[first..]
                .iter()
                .take_while(|d| d.document == member.document);
            let within = own.enumerate().filter(|(_, d)| member.contains(d.span));
            told.extend(within.map(|(n, _)| first + n));
        }
        // Equal days are treated alike, so they are taken together.
        let mut by_days: BTreeMap<Interval, Vec<usize>> = BTreeMap::new();
        for n in told {
            by_days.entry(dates[n].days).or_default().push(n);
        }
        for same in by_days.values() {
            same.windows(2)
                .for_each(|two| join(parents, two[0], two[1]));
        }
        if group.kind == GroupKind::Topic {
            continue;
        }
        let all: Vec<(Interval, Vec<usize>)> = by_days.into_iter().collect();
        for (k, (one, first)) in all.iter().enumerate() {
            for (other, second) in &all[k + 1..] {
                // "In June" is not joined to a day in June while another day is given too.
                let is_clear = || {
                    let near = all
                        .iter()
                        .map(|&(days, _)| (agree(days, *one), agree(days, *other)));
                    near.into_iter().all(|(a, b)| a == b)
                };
                if !agree(*one, *other) {
                    conflicts.extend(apart(dates, first, second));
                } else if is_clear() {
                    join(parents, first[0], second[0]);
                }
            }
        }
    }
}

/// One date of each list, from different articles; `None` if all are from one article.
fn apart(dates: &[Dated], first: &[usize], second: &[usize]) -> Option<(usize, usize)> {
    let document = |n: usize| dates[n].document;
    let pair = |a: usize, n: &usize| (document(*n) != document(a)).then_some((a, *n));
    let found = second.iter().find_map(|n| pair(first[0], n));
    found.or_else(|| first.iter().find_map(|n| pair(second[0], n)))
}

/// Joins equal days in sentences that are similar.
fn by_day(dates: &[Dated], statements: &[Statement], parents: &mut [usize]) {
    let mut days: BTreeMap<Interval, BTreeMap<usize, usize>> = BTreeMap::new();
    for (n, date) in dates.iter().enumerate() {
        let told = days.entry(date.days).or_default();
        let first = *told.entry(date.statement).or_insert(n);
        join(parents, first, n);
    }
    for told in days.values() {
        let chosen: Vec<usize> = told.keys().copied().collect();
        for (one, other) in candidates(statements, &chosen, |_, _| WORDS) {
            let (a, b) = (told[&one], told[&other]);
            let is_alike = || {
                alike(statements, (one, other), SHARED, |_, _, found| {
                    found.shared >= SHARED && found.words >= WORDS && found.dice >= DICE
                })
            };
            if root(parents, a) != root(parents, b) && !is_alike().is_empty() {
                join(parents, a, b);
            }
        }
    }
}

fn root(parents: &[usize], mut n: usize) -> usize {
    while parents[n] != n {
        n = parents[n];
    }
    n
}

fn join(parents: &mut [usize], a: usize, b: usize) {
    let (one, other) = (root(parents, a), root(parents, b));
    let first = one.min(other);
    // Shortens the paths for later look-ups.
    for n in [a, b, one, other] {
        parents[n] = first;
    }
}
