//! From answers of the core to the shapes of [`super::shape`]: the one place where spans become
//! offsets of another unit.

mod answer;
pub mod collection;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
mod corpus;

#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
pub use corpus::{View, operations};
