//! What did decisions leave on entities? Traces: under which address a touched entity was found, and
//! which decisions touched it.

use std::collections::BTreeMap;

use super::Address;
use crate::entity::EntityId;

/// For each entity that decisions touched, the address under which it was found and the indices of
/// those decisions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Traces(pub(super) BTreeMap<EntityId, (Address, Vec<usize>)>);

impl Traces {
    /// The address under which an entity was found; `None` if no decision touched it.
    pub fn address(&self, entity: EntityId) -> Option<&Address> {
        self.0.get(&entity).map(|(address, _)| address)
    }

    /// The indices of the decisions that touched an entity, ascending, each once.
    pub fn by(&self, entity: EntityId) -> &[usize] {
        self.0.get(&entity).map_or(&[], |(_, by)| by)
    }
}
