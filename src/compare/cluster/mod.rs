//! Which passages belong together? A clustering of similar stretches of statements.

mod average;
mod candidate;
mod clustering;
mod comparison;
mod copies;
mod growth;
mod likeness;
mod pair;
mod stretch;
mod threshold;

pub(super) use average::sample;
pub(super) use candidate::candidates;
pub(super) use clustering::{Cluster, clusters};
pub(super) use comparison::Comparison;
pub(super) use likeness::alike;
pub(super) use stretch::Stretch;
