//! What becomes of what was derived when a decision comes or goes? The one place where it becomes invalid.

use std::sync::OnceLock;

use super::knowledge;
use super::state::Corpus;
use crate::decision::{self, Decided, Decision};
use crate::entity::Resolution;

impl Corpus {
    /// Takes over what people decided, in the place of what they decided before, and derives anew all
    /// that rests on names.
    pub(super) fn settle(&mut self, decisions: Vec<Decision>) {
        let decided = self.replayed(&decisions);
        self.settle_as(decisions, decided);
    }

    /// The same where what the decisions make of the entities is known already.
    pub(super) fn settle_as(&mut self, decisions: Vec<Decision>, decided: Option<Decided>) {
        self.decisions = decisions;
        self.shared.decided = decided;
        self.shared.groups = OnceLock::new();
        self.shared.events = OnceLock::new();
        if self.is_analyzed() {
            let known = knowledge::knowledge(self);
            self.shared.index.learn(known);
        }
    }

    /// What decisions make of the entities that were found; `None` where there is nothing to decide.
    pub(super) fn replayed(&self, decisions: &[Decision]) -> Option<Decided> {
        let is_asked = self.is_analyzed() && !decisions.is_empty();
        is_asked.then(|| {
            let found = &self.shared.resolution;
            decision::apply(&self.documents, &self.mentions, found, decisions)
        })
    }

    /// What entities there are, and which of them each mention names.
    pub(super) fn resolution(&self) -> &Resolution {
        let decided = self.shared.decided.as_ref();
        decided.map_or(&self.shared.resolution, |decided| &decided.resolution)
    }
}
