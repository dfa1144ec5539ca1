//! Do two stretches say the same? A comparison of the statements of several articles, which counts what it compares.

use std::cell::Cell;

use super::likeness::{Likeness, likeness};
use super::stretch::Stretch;
use super::threshold::{DICE_BY_ONE, DICE_BY_OTHERS, SHARED_BY_ONE, SHARED_BY_OTHERS, is_enough};
use crate::compare::account::Account;
use crate::compare::statement::{Profiles, Statement, Voice};
use crate::quote::Quotation;
use crate::text::Span;

/// How alike the articles of two passages must be ([`Profiles::cosine`]) if these are not the same in
/// nearly all words: else dividends of all companies would be one.
const KIN: f64 = 0.3;

/// Statements under comparison with the accounts that they stand in.
pub(in crate::compare) struct Comparison<'a> {
    pub accounts: &'a [Account<'a>],
    pub statements: &'a [Statement],
    profiles: Profiles,
    compared: Cell<usize>,
}

impl<'a> Comparison<'a> {
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

    /// Counts one more.
    pub fn count(&self) {
        self.compared.set(self.compared.get() + 1);
    }

    /// How many pairs of sentences and stretches were compared so far.
    pub fn compared(&self) -> usize {
        self.compared.get()
    }

    /// Whether quotations have words in both of two statements.
    pub fn are_spoken(&self, a: usize, b: usize) -> bool {
        let spoken = |n: usize| !self.statements[n].quotations.is_empty();
        spoken(a) && spoken(b)
    }

    /// Whether a statement that is as alike to itself as `alone` could be to any other.
    pub fn may_be_alike(&self, n: usize, alone: Likeness) -> bool {
        alone.shared >= SHARED_BY_ONE && self.are_spoken(n, n) || is_enough(alone)
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
