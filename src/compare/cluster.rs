//! Which stretches belong together? Pairs that are alike, joined to clusters.
//!
//! Pairs are taken from the most alike on, and each stretch comes to a cluster whose members it
//! resembles on average (agglomerative clustering by group average, Sokal and Michener 1958): a chain
//! of look-alikes does not grow together by its ends. What different people say never meets. Copies
//! come in as one stretch that counts for all of them, and a cluster may have any number of members.

use std::cell::Cell;

use super::Account;
use super::candidate::candidates;
use super::copy::{Copies, copies};
use super::growth::{Clusters, sample};
use super::likeness::{Likeness, Stretch, alike, likeness};
use super::profile::Profiles;
use super::statement::Statement;
use super::voice::Voice;
use crate::order;
use crate::quote::Quotation;
use crate::text::Span;

/// What two passages must share: the weight of about two words that are rare here.
const SHARED: f64 = 1.25;
/// How much of both that must be.
const DICE: f64 = 0.42;
/// How much of it must be in the same words, not in words used alike.
const EXACT: f64 = 1.15;
/// How much of that must not be names.
const WORDS: f64 = 1.0;
/// How many terms it must be.
const COUNT: usize = 3;
/// What two passages must share that one voice says.
const SHARED_BY_ONE: f64 = 0.9;
/// How much of both that must be.
const DICE_BY_ONE: f64 = 0.36;
/// How much of that is looked for in the same words.
const EXACT_BY_ONE: f64 = 0.72;
/// How alike the articles of two passages must be ([`Profiles::cosine`]) if these are not the same in
/// nearly all words: else dividends of all companies would be one.
const KIN: f64 = 0.3;
/// What two passages of other articles must share.
const SHARED_BY_OTHERS: f64 = 2.5;
/// How much of both that must be.
const DICE_BY_OTHERS: f64 = 0.8;
/// How strongly the members of two clusters must resemble each other on average to be one.
const AVERAGE: f64 = 0.3;

/// Statements under comparison with the accounts that they stand in.
pub(super) struct Bench<'a> {
    pub accounts: &'a [Account<'a>],
    pub statements: &'a [Statement],
    profiles: Profiles,
    compared: Cell<usize>,
}

/// Stretches that say the same, one for all copies of its statement, by statement.
pub(super) struct Cluster {
    /// The stretches of the first copies.
    pub first: Vec<Stretch>,
    /// All stretches with the ordinal of that which stands for each, by statement.
    pub all: Vec<(Stretch, usize)>,
}

/// Two stretches that are alike, or one and its copies.
pub(super) struct Pair {
    pub a: Stretch,
    pub b: Stretch,
    likeness: Likeness,
}

impl<'a> Bench<'a> {
    pub fn new(accounts: &'a [Account<'a>], statements: &'a [Statement]) -> Self {
        Self {
            accounts,
            statements,
            profiles: Profiles::new(accounts.iter().map(|a| a.document)),
            compared: Cell::new(0),
        }
    }

    /// How alike two stretches are.
    pub fn likeness(&self, a: Stretch, b: Stretch) -> Likeness {
        self.count();
        likeness(self.statements, a, b)
    }

    fn count(&self) {
        self.compared.set(self.compared.get() + 1);
    }

    /// How many pairs of sentences and stretches were compared so far.
    pub fn compared(&self) -> usize {
        self.compared.get()
    }

    /// The clusters of all statements, a statement once in each, at least two of them.
    pub fn clusters(&self) -> Vec<Cluster> {
        let copies = copies(self);
        let least = |a: usize, b: usize| {
            self.count();
            match self.are_spoken(a, b) {
                true => EXACT_BY_ONE,
                false => EXACT,
            }
        };
        let pairs = candidates(self.statements, &copies.first, least);
        let mut pairs: Vec<Pair> = pairs
            .into_iter()
            .flat_map(|(a, b)| self.pairs(&copies, a, b))
            .collect();
        pairs.extend(copies.first.iter().filter_map(|&n| {
            let one = self.whole(n);
            (copies.count(n) > 1).then(|| Pair {
                a: one,
                b: one,
                likeness: self.likeness(one, one),
            })
        }));
        order::sort_by(&mut pairs, |x, y| {
            let strength = y.likeness.strength().total_cmp(&x.likeness.strength());
            strength.then((x.a, x.b).cmp(&(y.a, y.b)))
        });
        let mut clusters = Clusters::default();
        for pair in &pairs {
            clusters.join(self, &copies, pair);
        }
        let found = clusters.all().map(|one| self.trimmed(&copies, one));
        found.filter(|cluster| cluster.all.len() > 1).collect()
    }

    fn are_spoken(&self, a: usize, b: usize) -> bool {
        let spoken = |n: usize| !self.statements[n].quotations.is_empty();
        spoken(a) && spoken(b)
    }

    /// Whether a statement that is as alike to itself as `alone` could be to any other.
    pub fn may_be_alike(&self, n: usize, alone: Likeness) -> bool {
        alone.shared >= SHARED_BY_ONE && self.are_spoken(n, n) || is_enough(alone)
    }

    fn pairs(&self, copies: &Copies, a: usize, b: usize) -> Vec<Pair> {
        let (one, other) = (self.whole(a), self.whole(b));
        // No part shares more than the whole: most candidates end here.
        let shared = self.likeness(one, other).shared;
        let are_kin = Cell::new(None);
        let are_kin = || {
            let known = are_kin.get().unwrap_or_else(|| {
                let copies = |n: usize| sample(copies.of(n));
                copies(a).any(|&a| copies(b).any(|&b| self.are_kin(a, b)))
            });
            are_kin.set(Some(known));
            known
        };
        let is_open = shared >= SHARED_BY_ONE && self.are_spoken(a, b)
            || shared >= SHARED_BY_OTHERS
            || shared >= SHARED && are_kin();
        if !is_open {
            return Vec::new();
        }
        let enough = |a, b, found| {
            self.count();
            self.say_the_same(a, b, found, are_kin)
        };
        let pairs = alike(self.statements, (a, b), SHARED_BY_ONE, enough).into_iter();
        pairs
            .map(|(a, b, likeness)| Pair { a, b, likeness })
            .collect()
    }

    /// Whether two stretches as alike as `found` say the same; `are_kin` tells whether their articles
    /// are alike.
    pub fn say_the_same(
        &self,
        a: Stretch,
        b: Stretch,
        found: Likeness,
        are_kin: impl Fn() -> bool,
    ) -> bool {
        if found.shared < SHARED_BY_ONE || found.dice < DICE_BY_ONE {
            return false;
        }
        self.are_one(a, b).unwrap_or_else(|| {
            let is_verbatim = found.shared >= SHARED_BY_OTHERS && found.dice >= DICE_BY_OTHERS;
            is_enough(found) && (is_verbatim || are_kin())
        })
    }

    /// All clauses of a statement.
    pub fn whole(&self, statement: usize) -> Stretch {
        let count = self.statements[statement].clauses.len();
        let clauses = ((1u64 << count) - 1) as u32;
        Stretch { statement, clauses }
    }

    /// Whether the articles of two statements are alike.
    pub fn are_kin(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.statements[a].account, self.statements[b].account);
        a == b || self.profiles.cosine(a, b) >= KIN
    }

    /// Whether the members of two clusters resemble each other enough to be one.
    pub fn fit(&self, copies: &Copies, a: &[Stretch], b: &[Stretch]) -> bool {
        let counted = |one: &Stretch| (*one, copies.count(one.statement) as f64);
        let others: Vec<(Stretch, f64)> = sample(b).map(counted).collect();
        let (mut all, mut sum) = (0.0, 0.0);
        for (one, count) in sample(a).map(counted) {
            all += count;
            sum += count * self.average(one, &others);
        }
        sum >= AVERAGE * all
    }

    /// How strongly a stretch resembles others on average, each as often as it counts; 0 when there are
    /// none.
    pub fn average(&self, one: Stretch, others: &[(Stretch, f64)]) -> f64 {
        let (mut all, mut sum) = (0.0, 0.0);
        for &(other, count) in others.iter().filter(|other| other.1 > 0.0) {
            all += count;
            sum += count * self.likeness(one, other).strength();
        }
        if all > 0.0 { sum / all } else { 0.0 }
    }

    /// The stretches of a cluster, one a statement: of the clauses it has there those that are alike to
    /// what the other statements have, if they still say the same as one of them.
    fn trimmed(&self, copies: &Copies, cluster: &[Stretch]) -> Cluster {
        let mut trimmed = cluster.to_vec();
        order::sort(&mut trimmed);
        trimmed.dedup_by(|next, last| {
            let same = next.statement == last.statement;
            last.clauses |= if same { next.clauses } else { 0 };
            same
        });
        for n in 0..trimmed.len() {
            let own = trimmed[n];
            let counted = |other: &Stretch| {
                let count = copies.count(other.statement);
                (
                    *other,
                    count.saturating_sub(usize::from(*other == own)) as f64,
                )
            };
            let mut others: Vec<(Stretch, f64)> = sample(&trimmed).map(counted).collect();
            if others.iter().all(|other| other.0 != own) {
                others.push(counted(&own));
            }
            let mut best = (self.average(own, &others), own);
            while let Some(better) = best
                .1
                .ordinals()
                .filter_map(|clause| best.1.without(clause))
                .map(|less| (self.average(less, &others), less))
                .filter(|less| less.0 > best.0)
                .max_by(|a, b| a.0.total_cmp(&b.0))
            {
                best = better;
            }
            trimmed[n] = best.1;
        }
        let holds = |one: Stretch, other: Stretch| {
            let found = self.likeness(one, other);
            let are_kin = || self.are_kin(one.statement, other.statement);
            (one != other || copies.count(one.statement) > 1)
                && self.say_the_same(one, other, found, are_kin)
        };
        let all = trimmed.clone();
        trimmed.retain(|&one| all.iter().any(|&other| holds(one, other)));
        let copied = (0..).zip(&trimmed);
        let copied = copied.flat_map(|(n, &one)| copies.stretches(one).map(move |copy| (copy, n)));
        let mut all: Vec<(Stretch, usize)> = copied.collect();
        order::sort(&mut all);
        Cluster {
            first: trimmed,
            all,
        }
    }

    /// Whether one voice says both stretches; `None` when that is open.
    fn are_one(&self, a: Stretch, b: Stretch) -> Option<bool> {
        self.voice(a)?.is(self.voice(b)?)
    }

    /// Who says a stretch; `None` when nobody does, or no name tells.
    pub fn voice(&self, stretch: Stretch) -> Option<Voice> {
        let account = self.account(stretch);
        let quotation = &account.quotations[self.quotation(stretch)? as usize];
        Voice::of(account, quotation.speaker.as_ref()?)
    }

    /// The quotation that holds most of a stretch, the shortest of several.
    pub fn quotation(&self, stretch: Stretch) -> Option<u32> {
        let own = self.spans(stretch);
        let held = |spans: &[Span]| -> usize {
            let pairs = spans
                .iter()
                .flat_map(|s| own.iter().map(move |own| (s, own)));
            let within = pairs.filter(|(s, own)| s.overlaps(**own));
            within
                .map(|(s, own)| (s.end.min(own.end) - s.start.max(own.start)) as usize)
                .sum()
        };
        let size = |spans: &[Span]| -> usize { spans.iter().map(|s| s.len()).sum() };
        let rank = |q: &Quotation| (held(&q.spans), std::cmp::Reverse(size(&q.spans)));
        let quotations = self.account(stretch).quotations;
        let holders = self.statements[stretch.statement].quotations.iter();
        let holders = holders.map(|&n| (n, &quotations[n as usize]));
        let holders = holders.filter(|(_, q)| held(&q.spans) > 0);
        holders.max_by_key(|(_, q)| rank(q)).map(|(n, _)| n)
    }

    /// The account that a stretch stands in.
    pub fn account(&self, stretch: Stretch) -> &Account<'_> {
        &self.accounts[self.statements[stretch.statement].account]
    }

    /// Where a stretch stands: a span for clauses that stand together.
    pub fn spans(&self, stretch: Stretch) -> Vec<Span> {
        let clauses = &self.statements[stretch.statement].clauses;
        let mut spans: Vec<Span> = Vec::new();
        let mut last = None;
        for n in stretch.ordinals() {
            let span = clauses[n].span;
            match spans.last_mut() {
                Some(open) if last.is_some_and(|last| last + 1 == n) => *open = open.cover(span),
                _ => spans.push(span),
            }
            last = Some(n);
        }
        spans
    }
}

/// Whether stretches as alike as this may say the same, whoever says them.
fn is_enough(found: Likeness) -> bool {
    found.shared >= SHARED
        && found.dice >= DICE
        && found.exact >= EXACT
        && found.words >= WORDS
        && found.count >= COUNT
}
