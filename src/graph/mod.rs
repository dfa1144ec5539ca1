//! Who is named together with whom, how often, and is it more than chance? A co-occurrence graph.
//!
//! Two entities are together in a unit (a sentence, a paragraph or an article) that names both. The
//! measures use the number of units that name each entity and the number of all units: G², as for
//! collocations, and normalised pointwise mutual information (G. Bouma, "Normalized (pointwise)
//! mutual information in collocation extraction", 2009). The latter is −1 for entities that never
//! occur together, 0 for chance, and 1 for entities that only occur together.

mod context;
mod cooccurrence;
mod edge;

pub use context::Context;
pub use cooccurrence::{Graph, Node, Options, graph};
pub use edge::Edge;
