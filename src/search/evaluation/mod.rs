//! Which documents match a query, in which order, and where? An evaluator: the plan of a query, and
//! the methods that execute it.

mod boolean;
mod candidate;
mod marking;
mod matching;
mod occurrence;
mod plan;
mod ranking;
mod spot;

pub use boolean::{Selector, empty, include, numbers};
pub use marking::Mark;
pub use plan::Plan;
pub use spot::Spot;
