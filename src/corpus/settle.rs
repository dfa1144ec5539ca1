//! What must be derived again when decisions change? Methods of a corpus: the only place where
//! results of decisions become invalid.

use std::sync::OnceLock;

use super::state::Corpus;
use crate::decision::{self, Decided, Decision};
use crate::entity::Resolution;
use crate::search::Index;

impl Corpus {
    /// Replaces the decisions, and derives everything that depends on names again.
    pub(super) fn settle(&mut self, decisions: Vec<Decision>) {
        let decided = self.replayed(&decisions);
        self.settle_as(decisions, decided);
    }

    /// The same, if the result of replaying the decisions is already known.
    pub(super) fn settle_as(&mut self, decisions: Vec<Decision>, decided: Option<Decided>) {
        self.decisions = decisions;
        self.shared.decided = decided;
        self.shared.index.unlearn();
        self.forget_comparisons();
    }

    /// Discards what was compared: what the search knows of names still holds.
    pub(super) fn forget_comparisons(&mut self) {
        self.shared.groups = OnceLock::new();
        self.shared.events = OnceLock::new();
    }

    /// The search index. A query of it takes the corpus as its documents, to know what the analysis
    /// found.
    pub fn index(&self) -> &Index {
        &self.shared.index
    }

    /// The result of replaying decisions; `None` if there are none, or the corpus is not analysed.
    pub(super) fn replayed(&self, decisions: &[Decision]) -> Option<Decided> {
        let is_asked = self.is_analyzed() && !decisions.is_empty();
        is_asked.then(|| {
            let found = &self.shared.resolution;
            decision::apply(&self.documents, &self.mentions, found, decisions)
        })
    }

    /// The current entities, and the one that each mention names.
    pub(super) fn resolution(&self) -> &Resolution {
        let decided = self.shared.decided.as_ref();
        decided.map_or(&self.shared.resolution, |decided| &decided.resolution)
    }
}
