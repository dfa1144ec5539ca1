//! From answers of the core to the shapes of [`super::shape`]: the one place where spans become
//! offsets of another unit.

mod answer;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
mod corpus;
pub mod store;

#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
pub use corpus::{View, operations};
