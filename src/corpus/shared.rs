//! What do the articles of a corpus share? The state that is derived from all of them together.

use std::sync::OnceLock;

use super::timeline::Dated;
use crate::compare::{Event, Group};
use crate::decision::Decided;
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
