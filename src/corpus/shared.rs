//! What do the articles of a corpus share? The state that is derived from all of them together, and
//! the one place where it becomes invalid.

use std::sync::OnceLock;

use super::{Corpus, Dated, knowledge};
use crate::compare::{Event, Group};
use crate::decision::{self, Decided, Decision};
use crate::entity::Resolution;
use crate::search::Index;

/// What is derived from all articles of a corpus, and from the decisions about their names.
#[derive(Debug, Clone, Default)]
pub(super) struct Shared {
    /// The words of the articles, and what their analysis tells the search.
    pub index: Index,
    /// The entities that the analysis found.
    pub resolution: Resolution,
    /// The dates of each document.
    pub dated: Vec<Vec<Dated>>,
    /// What the decisions made of the entities; `None` while nothing is decided.
    pub decided: Option<Decided>,
    /// The groups of all articles, once they were asked for.
    pub groups: OnceLock<Vec<Group>>,
    /// The events of all articles, likewise.
    pub events: OnceLock<Vec<Event>>,
}

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
