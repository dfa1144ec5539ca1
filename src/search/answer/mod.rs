//! What does a search give? From what a plan finds to hits, passages, snippets, counts and explanations.

mod explain;
mod hit;
mod options;
mod passage;
mod search;
mod shape;
mod snippet;
mod spread;
mod suggest;

pub use options::{Options, Sort};
pub use shape::{Answer, Explanation, Hit, Passage, ScoreKind, ScorePart, Snippet};
