//! Which entities and references, and who is named together?

use crate::api::shape::{EntityKind, GraphUnit};

options! {
    /// Which entities; `query` is looked for in their names.
    EntityFilter {
        kind: EntityKind,
        article: String,
        query: String,
        /// How many are passed over; default 0.
        offset: u32,
        /// How many are returned at most; default all.
        limit: u32,
    }

    /// Which references; `entity` is the id of whom they mean.
    ReferenceFilter { article: String, entity: String }
}

options! {
    /// Options of `graph`.
    GraphOptions {
        /// The unit in which two entities must occur together; default paragraphs.
        by: GraphUnit,
        /// How many units must name both, from 1; default 2.
        min: u32,
        /// Only entities of this kind.
        kind: EntityKind,
        /// Only pairs that contain the entity with this id.
        entity: String,
    }
}
