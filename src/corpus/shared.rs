//! What do the articles of a corpus share? The state derived from all of them together.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::related::Related;
use super::timeline::Dated;
use crate::compare::{Event, Group};
use crate::decision::Decided;
use crate::entity::Resolution;
use crate::search::Index;

/// What is derived from all articles of a corpus and from the decisions about their names.
#[derive(Debug, Clone, Default)]
pub(super) struct Shared {
    /// The index of the texts, with what the analysis adds to the search.
    pub index: Index,
    /// The entities that the analysis found.
    pub resolution: Resolution,
    /// The dates of those documents that other articles help to resolve, by ordinal.
    pub inferred: BTreeMap<u32, Vec<Dated>>,
    /// The result of the decisions; `None` if there are none.
    pub decided: Option<Decided>,
    /// Stories and copies, found on demand.
    pub related: OnceLock<Related>,
    /// The groups of all articles, computed on demand.
    pub groups: OnceLock<Vec<Group>>,
    /// The events of all articles, computed on demand.
    pub events: OnceLock<Vec<Event>>,
}
