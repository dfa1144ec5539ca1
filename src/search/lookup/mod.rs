//! Which words of the index does a query match, and where do they occur? A mapping from the texts
//! of a query to words of each segment: their forms, spellings, corrections and synonyms, and
//! cursors over their places.

mod choice;
mod correction;
mod expansion;
mod fuzzy;
mod leaf;
mod leaves;
mod near;
mod places;
mod resolution;
mod slop;
mod spell;
mod union;
mod walk;

pub use leaf::{Alternative, Leaf};
pub use leaves::leaves;
pub use near::{are_near, near_places};
pub use places::Places;
pub use resolution::{Clause, Resolution};
pub use union::{Place, Union, documents_of};
