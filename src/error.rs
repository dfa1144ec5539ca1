//! What can go wrong: foreign input that cannot be read.
//!
//! Only input from outside fails; everything behind [`crate::intake`] is total.

use std::fmt;

/// Foreign input that could not be read: what was found, what was expected, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    kind: ReadErrorKind,
    label: String,
    line: Option<usize>,
    message: String,
}

/// The kinds of [`ReadError`]; their codes are stable and reach JavaScript as `CorpusError.code`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadErrorKind {
    /// A line or value is not the JSON that was expected.
    Json,
    /// Bytes are not a saved corpus, or a damaged one.
    Pack,
    /// Two articles carry one id.
    DuplicateId,
    /// An argument is not of the expected shape.
    Argument,
    /// A file could not be read or written.
    File,
    /// A file is of no known format, or not what its format asks for.
    Format,
    /// A file exceeds a limit: its size, its entries, its depth.
    Limit,
    /// A file holds no text.
    Empty,
}

impl ReadErrorKind {
    /// The stable code, in kebab case.
    pub fn code(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Pack => "pack",
            Self::DuplicateId => "duplicate-id",
            Self::Argument => "argument",
            Self::File => "file",
            Self::Format => "format",
            Self::Limit => "limit",
            Self::Empty => "empty",
        }
    }
}

impl ReadError {
    /// An error in the input called `label` (a file name, an argument), without a line.
    pub fn new(kind: ReadErrorKind, label: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            kind,
            label: label.into(),
            line: None,
            message: message.into(),
        }
    }

    /// The same error at a line, counted from 1.
    pub fn at_line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    /// What kind of error this is.
    pub fn kind(&self) -> ReadErrorKind {
        self.kind
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.label, self.message),
            None => write!(f, "{}: {}", self.label, self.message),
        }
    }
}

impl std::error::Error for ReadError {}
