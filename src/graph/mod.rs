//! Who is named together with whom, how often, and is it more than chance?
//!
//! Two entities are together in a unit (a sentence, a paragraph or an article) that names both. The
//! measures rest on how many units name each of them, and on how many units there are: G² as for
//! words in company, and normalised pointwise mutual information (G. Bouma, "Normalized (pointwise)
//! mutual information in collocation extraction", 2009), which is −1 for entities that never meet, 0
//! for chance, and 1 for two that are only named together.

mod context;
mod cooccurrence;
mod edge;

pub use context::Context;
pub use cooccurrence::{Graph, Node, Options, graph};
pub use edge::Edge;
