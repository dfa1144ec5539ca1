//! What does a search return? Builders that turn the matches of a plan into hits, passages,
//! snippets, facets and explanations.

mod explain;
mod fold;
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
