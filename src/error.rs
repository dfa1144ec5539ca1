//! What can go wrong with foreign input? An error type: what was found, what was expected, and
//! where.
//!
//! Only input from outside can fail; everything after [`crate::read`] is total. [`ReadErrorKind`]
//! lists all codes that the engine raises. The page adds four of its own: `not-ready` (the engine
//! is still starting), `browser` (a feature is missing), `page` (the file is incomplete) and
//! `engine` (the engine stopped).

use std::fmt;

/// Foreign input that could not be read: what was found, what was expected, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    kind: ReadErrorKind,
    label: String,
    line: Option<usize>,
    message: String,
}

/// The kinds of [`ReadError`]. Their codes are stable and reach JavaScript as `CorpusError.code`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReadErrorKind {
    /// `json`: a text, or a line of it, is not the expected JSON.
    Json,
    /// `pack`: the bytes are not a saved corpus or index, or they are damaged.
    Pack,
    /// `duplicate-id`: two articles, documents or decisions have the same id.
    DuplicateId,
    /// `argument`: an argument has the wrong shape, or names something that does not exist.
    Argument,
    /// `file`: a file could not be read or written.
    File,
    /// `format`: a file has no known format, or violates the rules of its format.
    Format,
    /// `limit`: a file exceeds a limit on its size, number of entries or depth.
    Limit,
    /// `empty`: a file contains no text.
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
    /// An error in the input named `label` (a file name, an argument), without a line.
    pub fn new(kind: ReadErrorKind, label: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            kind,
            label: label.into(),
            line: None,
            message: message.into(),
        }
    }

    /// An argument of the wrong shape; displayed as `name: expected …, found …`.
    pub fn argument(
        name: impl Into<String>,
        expected: impl fmt::Display,
        found: impl fmt::Display,
    ) -> Self {
        let message = format!("expected {expected}, found {found}");
        Self::new(ReadErrorKind::Argument, name, message)
    }

    /// The text named `label` is not valid JSON; the line is where parsing failed.
    pub fn json(label: impl Into<String>, error: &serde_json::Error) -> Self {
        // serde_json reports its recursion limit only in the message.
        let found = match error.is_eof() {
            true => "the end of the text",
            false if error.to_string().contains("recursion limit") => "too many nested levels",
            false => "something else",
        };
        let message = format!("expected JSON, found {found} at column {}", error.column());
        Self::new(ReadErrorKind::Json, label, message).at_line(error.line().max(1))
    }

    /// The same error at `line`, counted from 1.
    pub fn at_line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    /// The kind of this error.
    pub fn kind(&self) -> ReadErrorKind {
        self.kind
    }

    /// What was found and what was expected, without the place.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The label, followed by a colon and the line if there is one.
    pub fn place(&self) -> String {
        match self.line {
            Some(line) => format!("{}:{line}", self.label),
            None => self.label.clone(),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place(), self.message)
    }
}

impl std::error::Error for ReadError {}

/// The maximum number of characters of a text that a message repeats.
const REPEATED: usize = 60;

/// `text` as messages repeat it: in quotation marks, cut after 60 characters.
pub fn quoted(text: &str) -> String {
    match text.char_indices().nth(REPEATED) {
        Some((end, _)) => format!("“{}…”", &text[..end]),
        None => format!("“{text}”"),
    }
}

/// Names in quotation marks, as a sentence lists them: “a”, “b” or “c”. Empty for no names.
pub fn either<T: AsRef<str>>(names: &[T]) -> String {
    let names: Vec<String> = names.iter().map(|name| quoted(name.as_ref())).collect();
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => names.concat(),
    }
}
