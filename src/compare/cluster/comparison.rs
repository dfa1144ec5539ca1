//! Do two stretches say the same? A comparison of the statements of several articles, which counts
//! its steps.

use std::cell::Cell;

use super::likeness::{Likeness, likeness};
use super::stretch::Stretch;
use super::threshold::{DICE_BY_ONE, DICE_BY_OTHERS, SHARED_BY_ONE, SHARED_BY_OTHERS, is_enough};
use crate::compare::account::Account;
use crate::compare::statement::{Profiles, Statement, Voice};
use crate::quote::Quotation;
use crate::text::Span;

/// The least similarity of the articles of two passages ([`Profiles::cosine`]), unless these agree
/// in nearly all words; otherwise the dividends of all companies would be one statement.
const KIN: f64 = 0.3;

/// Statements to compare, with the accounts they come from.
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

    /// How similar two stretches are.
    pub fn likeness(&self, a: Stretch, b: Stretch) -> Likeness {
        self.count();
        likeness(self.statements, a, b)
    }

    /// Counts one comparison.
    pub fn count(&self) {
        self.compared.set(self.compared.get() + 1);
    }

    /// How many pairs of sentences and stretches have been compared.
    pub fn compared(&self) -> usize {
        self.compared.get()
    }

    /// Whether both of two statements contain quoted words.
    pub fn are_spoken(&self, a: usize, b: usize) -> bool {
        let spoken = |n: usize| !self.statements[n].quotations.is_empty();
        spoken(a) && spoken(b)
    }

    /// Whether a statement with likeness `alone` to itself can be similar enough to any other.
    pub fn may_be_alike(&self, n: usize, alone: Likeness) -> bool {
        alone.shared >= SHARED_BY_ONE && self.are_spoken(n, n) || is_enough(alone)
    }

    /// Whether two stretches with likeness `found` say the same; `are_kin` states whether their
    /// articles are similar.
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

    /// The stretch of all clauses of a statement.
    pub fn whole(&self, statement: usize) -> Stretch {
        let count = self.statements[statement].clauses.len();
        let clauses = ((1u64 << count) - 1) as u32;
        Stretch { statement, clauses }
    }

    /// Whether the articles of two statements are similar.
    pub fn are_kin(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.statements[a].account, self.statements[b].account);
        a == b || self.profiles.cosine(a, b) >= KIN
    }

    /// Whether both stretches have the same voice; `None` if that is unknown.
    fn are_one(&self, a: Stretch, b: Stretch) -> Option<bool> {
        self.voice(a)?.is(self.voice(b)?)
    }

    /// The voice of a stretch; `None` if no one is quoted or the speaker has no name.
    pub fn voice(&self, stretch: Stretch) -> Option<Voice> {
        let account = self.account(stretch);
        let quotation = &account.quotations[self.quotation(stretch)? as usize];
        Voice::of(account, quotation.speaker.as_ref()?)
    }

    /// The quotation that covers most of a stretch, the shortest of several.
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

    /// The account of a stretch.
    pub fn account(&self, stretch: Stretch) -> &Account<'_> {
        &self.accounts[self.statements[stretch.statement].account]
    }

    /// The spans of a stretch: one for each run of adjacent clauses.
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
