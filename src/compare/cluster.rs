//! Which stretches belong together? Pairs that are alike, joined to clusters.
//!
//! Pairs are taken from the most alike on, and each stretch comes to a cluster whose members it
//! resembles on average (agglomerative clustering by group average, Sokal and Michener 1958): a chain
//! of look-alikes does not grow together by its ends. What different people say never meets.

use std::collections::BTreeMap;

use super::Account;
use super::candidate::candidates;
use super::likeness::{Likeness, Stretch, alike, likeness};
use super::profile::Profile;
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
/// How alike the articles of two passages must be ([`Profile::cosine`]) if these are not the same in
/// nearly all words: else dividends of all companies would be one.
const KIN: f64 = 0.3;
/// What two passages of other articles must share.
const SHARED_BY_OTHERS: f64 = 2.5;
/// How much of both that must be.
const DICE_BY_OTHERS: f64 = 0.8;
/// How strongly the members of two clusters must resemble each other on average to be one.
const AVERAGE: f64 = 0.3;
/// A cluster of this many members is full: what is said so often is a phrase, and grows no longer.
const FULL: usize = 200;

/// Of the other members of a cluster so many, the first, tell which clauses of one are alike.
const COMPARED: usize = 24;

/// Statements under comparison with the accounts that they stand in.
pub(super) struct Bench<'a> {
    pub accounts: &'a [Account<'a>],
    pub statements: &'a [Statement],
    profiles: Vec<Profile>,
}

/// Clusters while they grow. A cluster that joined another is left empty.
#[derive(Default)]
struct Clusters {
    all: Vec<Vec<Stretch>>,
    /// The clusters of each statement.
    of: BTreeMap<usize, Vec<usize>>,
}

/// Two stretches that are alike.
struct Pair {
    a: Stretch,
    b: Stretch,
    likeness: Likeness,
}

impl Clusters {
    fn home(&self, stretch: Stretch) -> Option<usize> {
        let clusters = self.of.get(&stretch.statement)?;
        let holds = |&&at: &&usize| self.all[at].iter().any(|s| s.overlaps(stretch));
        clusters.iter().find(holds).copied()
    }

    fn add(&mut self, at: usize, stretch: Stretch) {
        self.all[at].push(stretch);
        let clusters = self.of.entry(stretch.statement).or_default();
        if !clusters.contains(&at) {
            clusters.push(at);
        }
    }

    fn new_home(&mut self) -> usize {
        self.all.push(Vec::new());
        self.all.len() - 1
    }
}

impl<'a> Bench<'a> {
    pub fn new(accounts: &'a [Account<'a>], statements: &'a [Statement]) -> Self {
        let profiles = accounts.iter().map(|a| Profile::new(a.document));
        Self {
            accounts,
            statements,
            profiles: profiles.collect(),
        }
    }

    /// The clusters of all statements, a statement once in each, at least two of them.
    pub fn clusters(&self, terms: usize) -> Vec<Vec<Stretch>> {
        let pairs = candidates(self.statements, terms, SHARED_BY_ONE * 0.8);
        let mut pairs: Vec<Pair> = pairs
            .into_iter()
            .flat_map(|(a, b)| self.pairs(a, b))
            .collect();
        order::sort_by(&mut pairs, |x, y| {
            let strength = y.likeness.strength().total_cmp(&x.likeness.strength());
            strength.then((x.a, x.b).cmp(&(y.a, y.b)))
        });
        let mut clusters = Clusters::default();
        for pair in &pairs {
            self.join(&mut clusters, pair);
        }
        let trimmed = clusters.all.iter().map(|cluster| self.trimmed(cluster));
        trimmed.filter(|cluster| cluster.len() > 1).collect()
    }

    fn pairs(&self, a: usize, b: usize) -> Vec<Pair> {
        let (one, other) = (self.whole(a), self.whole(b));
        // No part shares more than the whole: most candidates end here.
        let likeness = likeness(self.statements, one, other);
        let shared = likeness.shared;
        let spoken = |n: usize| !self.statements[n].quotations.is_empty();
        let is_open = shared >= SHARED_BY_ONE && spoken(a) && spoken(b)
            || shared >= SHARED_BY_OTHERS
            || shared >= SHARED && self.are_kin(one, other);
        if !is_open {
            return Vec::new();
        }
        let enough = |a, b, found| self.say_the_same(a, b, found);
        let keys = |n: usize| self.statements[n].terms.iter().map(|term| term.key);
        if keys(a).eq(keys(b)) {
            // Copies: nothing of them is more alike than all.
            let pair = Pair {
                a: one,
                b: other,
                likeness,
            };
            return Vec::from_iter(enough(one, other, likeness).then_some(pair));
        }
        let pairs = alike(self.statements, (a, b), enough).into_iter();
        pairs
            .map(|(a, b, likeness)| Pair { a, b, likeness })
            .collect()
    }

    /// Whether two stretches as alike as `found` say the same.
    fn say_the_same(&self, a: Stretch, b: Stretch, found: Likeness) -> bool {
        if found.shared < SHARED_BY_ONE || found.dice < DICE_BY_ONE {
            return false;
        }
        self.are_one(a, b).unwrap_or_else(|| {
            let is_enough = found.shared >= SHARED
                && found.dice >= DICE
                && found.exact >= EXACT
                && found.words >= WORDS
                && found.count >= COUNT;
            let is_verbatim = found.shared >= SHARED_BY_OTHERS && found.dice >= DICE_BY_OTHERS;
            is_enough && (is_verbatim || self.are_kin(a, b))
        })
    }

    fn whole(&self, statement: usize) -> Stretch {
        let count = self.statements[statement].clauses.len();
        let clauses = ((1u64 << count) - 1) as u32;
        Stretch { statement, clauses }
    }

    fn are_kin(&self, a: Stretch, b: Stretch) -> bool {
        let account = |stretch: Stretch| self.statements[stretch.statement].account;
        let (a, b) = (account(a), account(b));
        a == b || self.profiles[a].cosine(&self.profiles[b]) >= KIN
    }

    /// Puts a pair into the clusters: a new one, or those its ends belong to.
    fn join(&self, clusters: &mut Clusters, pair: &Pair) {
        match (clusters.home(pair.a), clusters.home(pair.b)) {
            (None, None) => {
                let at = clusters.new_home();
                clusters.add(at, pair.a);
                clusters.add(at, pair.b);
            }
            (Some(at), None) if self.fits(&clusters.all[at], &[pair.b]) => {
                clusters.add(at, pair.b);
            }
            (None, Some(at)) if self.fits(&clusters.all[at], &[pair.a]) => {
                clusters.add(at, pair.a);
            }
            (Some(a), Some(b)) if a != b && self.fits(&clusters.all[a], &clusters.all[b]) => {
                for stretch in std::mem::take(&mut clusters.all[b]) {
                    clusters.add(a, stretch);
                }
            }
            _ => {}
        }
    }

    fn fits(&self, a: &[Stretch], b: &[Stretch]) -> bool {
        let clash = |&one: &Stretch| {
            b.iter()
                .any(|&other| self.are_one(one, other) == Some(false))
        };
        a.len() + b.len() <= FULL && self.average(a, b) >= AVERAGE && !a.iter().any(clash)
    }

    /// How strongly the members of two clusters resemble each other on average; 0 when one is empty.
    pub fn average(&self, a: &[Stretch], b: &[Stretch]) -> f64 {
        let each = |&one: &Stretch| -> f64 {
            let with = |&other: &Stretch| likeness(self.statements, one, other).strength();
            b.iter().map(with).sum()
        };
        a.iter().map(each).sum::<f64>() / (a.len() * b.len()).max(1) as f64
    }

    /// The stretches of a cluster, one a statement: of the clauses it has there those that are alike to
    /// what the other statements have, if they still say the same as one of them.
    fn trimmed(&self, cluster: &[Stretch]) -> Vec<Stretch> {
        let mut trimmed = cluster.to_vec();
        order::sort(&mut trimmed);
        trimmed.dedup_by(|next, last| {
            let same = next.statement == last.statement;
            last.clauses |= if same { next.clauses } else { 0 };
            same
        });
        for n in 0..trimmed.len() {
            let mut others = trimmed.clone();
            others.remove(n);
            others.truncate(COMPARED);
            let mut best = (self.average(&[trimmed[n]], &others), trimmed[n]);
            while let Some(better) = best
                .1
                .ordinals()
                .filter_map(|clause| best.1.without(clause))
                .map(|less| (self.average(&[less], &others), less))
                .filter(|less| less.0 > best.0)
                .max_by(|a, b| a.0.total_cmp(&b.0))
            {
                best = better;
            }
            trimmed[n] = best.1;
        }
        let holds = |&one: &Stretch, other: Stretch| {
            let found = likeness(self.statements, one, other);
            one != other && self.say_the_same(one, other, found)
        };
        let all = trimmed.clone();
        trimmed.retain(|one| all.iter().any(|&other| holds(one, other)));
        trimmed
    }

    /// Whether one voice says both stretches; `None` when that is open.
    fn are_one(&self, a: Stretch, b: Stretch) -> Option<bool> {
        self.voice(a)?.is(self.voice(b)?)
    }

    fn voice(&self, stretch: Stretch) -> Option<Voice> {
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
