//! What can go wrong: foreign input that cannot be read, as a value that says what was found and what is expected.
//!
//! Only input from outside fails; everything behind [`crate::read`] is total. The codes of [`ReadErrorKind`] are
//! all that the engine knows. The page adds four of its own, which never come from here: `not-ready` (the engine
//! is still starting), `browser` (it lacks something), `page` (its file is not complete), `engine` (the engine stopped).

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReadErrorKind {
    /// `json`: a text, or a line of it, is not the JSON that was expected.
    Json,
    /// `pack`: bytes are not a saved corpus or index, or a damaged one.
    Pack,
    /// `duplicate-id`: two articles, documents or decisions carry one id.
    DuplicateId,
    /// `argument`: an argument is not what the function takes, or names what is not here.
    Argument,
    /// `file`: a file could not be read or written.
    File,
    /// `format`: a file is of no known format, or not what its format asks for.
    Format,
    /// `limit`: a file exceeds a limit: its size, its entries, its depth.
    Limit,
    /// `empty`: a file holds no text.
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

    /// An argument that is not what it should be: `name: expected …, found …`.
    pub fn argument(
        name: impl Into<String>,
        expected: impl fmt::Display,
        found: impl fmt::Display,
    ) -> Self {
        let message = format!("expected {expected}, found {found}");
        Self::new(ReadErrorKind::Argument, name, message)
    }

    /// The text called `label` that is no JSON, at the line where it ceases to be.
    pub fn json(label: impl Into<String>, error: &serde_json::Error) -> Self {
        // The parser tells its limit in words alone.
        let found = match error.is_eof() {
            true => "the end of the text",
            false if error.to_string().contains("recursion limit") => "too many levels of it",
            false => "something else",
        };
        let message = format!("expected JSON, found {found} at column {}", error.column());
        Self::new(ReadErrorKind::Json, label, message).at_line(error.line().max(1))
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

    /// What was found and what was expected, without the place.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Where: the label, and behind a colon the line, if there is one.
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

/// The most characters of a text that a message repeats.
const REPEATED: usize = 60;

/// A text as messages repeat it: in quotation marks, cut when it is long.
pub fn quoted(text: &str) -> String {
    match text.char_indices().nth(REPEATED) {
        Some((end, _)) => format!("“{}…”", &text[..end]),
        None => format!("“{text}”"),
    }
}

/// Names in quotation marks as a sentence lists them: “a”, “b” or “c”.
pub fn either<T: AsRef<str>>(names: &[T]) -> String {
    let names: Vec<String> = names.iter().map(|name| quoted(name.as_ref())).collect();
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => names.concat(),
    }
}
