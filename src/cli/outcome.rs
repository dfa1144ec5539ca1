//! How did a command end? Done, done in part, or failed.

use std::fmt;

/// Why nothing could be done, in words.
#[derive(Debug)]
pub struct Failure(pub String);

impl<E: fmt::Display> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// How much of the input was processed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All of it.
    Done,
    /// Some was skipped; standard error says which.
    Skipped,
}
