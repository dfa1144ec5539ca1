//! Decisions of people: made, undone, listed, kept as a file.

use super::View;
use crate::api::shape::*;
use crate::decision::{self, Act, Address, Decision, Outcome, Quoted, Written};
use crate::error::{self, ReadError, ReadErrorKind};

impl View {
    /// The decisions in order, with their outcomes.
    pub fn decisions(&self) -> Vec<DecisionView> {
        let all = self.corpus.decisions().iter().enumerate();
        all.map(|(n, decision)| self.decision(n, decision))
            .collect()
    }

    /// Applies a decision.
    ///
    /// # Errors
    /// [`ReadErrorKind::Argument`] when the decision is not complete, its target is not here, or
    /// nothing would change.
    pub fn decide(&mut self, written: Written) -> Result<DecisionView, ReadError> {
        let refuse = |words| ReadError::new(ReadErrorKind::Argument, "decision", words);
        let act = written.act().map_err(refuse)?;
        self.change(|corpus| corpus.decide(act).map(|_| ()))?;
        let last = self.decisions().pop();
        last.ok_or_else(|| refuse("nothing was decided".into()))
    }

    /// Takes a decision back.
    ///
    /// # Errors
    /// [`ReadErrorKind::Argument`] when there is none of this id.
    pub fn undo(&mut self, id: &str) -> Result<(), ReadError> {
        match self.change(|corpus| corpus.undo(id)) {
            Some(_) => Ok(()),
            None => {
                let expected = "the id of a decision, as decisions() lists them";
                Err(ReadError::argument("id", expected, error::quoted(id)))
            }
        }
    }

    /// Adds the decisions of a file.
    ///
    /// # Errors
    /// What [`decision::read`] refuses.
    pub fn add_decisions(&mut self, text: &str, label: &str) -> Result<(), ReadError> {
        let decisions = decision::read(text, label)?;
        self.change(|corpus| corpus.add_decisions(decisions));
        Ok(())
    }

    /// The decisions as a file.
    ///
    /// # Errors
    /// [`ReadErrorKind::Json`] when a decision cannot be written as JSON.
    pub fn decisions_text(&self) -> Result<String, ReadError> {
        decision::write(self.corpus.decisions())
    }

    fn decision(&self, n: usize, decision: &Decision) -> DecisionView {
        let (mut into, mut name, mut kind) = (None, None, None);
        let action = match &decision.act {
            Act::Merge { into: other, .. } => {
                into = Some(address(other));
                DecisionAction::Merge
            }
            Act::Split {
                name: called,
                kind: of,
                ..
            } => {
                (name, kind) = (called.clone(), *of);
                DecisionAction::Split
            }
            Act::Rename { name: called, .. } => {
                name = Some(called.clone());
                DecisionAction::Rename
            }
            Act::Kind { kind: of, .. } => {
                kind = Some(*of);
                DecisionAction::Kind
            }
            Act::Ignore { .. } | Act::IgnoreMentions { .. } => DecisionAction::Ignore,
        };
        let outcome = self.corpus.outcomes().get(n).copied();
        let entities = (0u32..).zip(self.corpus.entities());
        let touched = entities.filter(|(id, _)| {
            let by = self.corpus.decisions_on(crate::entity::EntityId(*id));
            by.contains(&n)
        });
        DecisionView {
            id: decision.id.clone(),
            action,
            entity: decision.act.entity().map(address),
            into,
            mentions: decision.act.mentions().iter().map(quoted).collect(),
            name,
            kind: kind.map(Into::into),
            outcome: match outcome {
                None => DecisionOutcome::Pending,
                Some(Outcome::Applied) => DecisionOutcome::Applied,
                Some(Outcome::Partly(_)) => DecisionOutcome::Partly,
                Some(Outcome::NotApplicable(_)) => DecisionOutcome::NotApplicable,
            },
            reason: outcome.and_then(Outcome::words),
            touches: touched.map(|(_, entity)| entity.id.clone()).collect(),
        }
    }
}

fn address(address: &Address) -> AddressView {
    AddressView {
        id: address.id.clone(),
        name: address.name.clone(),
        kind: address.kind.map(Into::into),
    }
}

fn quoted(quoted: &Quoted) -> QuotedView {
    QuotedView {
        article: quoted.article.clone(),
        start: quoted.start,
        end: quoted.end,
        text: quoted.text.clone(),
    }
}
