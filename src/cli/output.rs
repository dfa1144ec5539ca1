//! Where does output go? Answers go to standard output, remarks and progress to standard error.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

use serde::Serialize;

use super::outcome::Failure;

/// Reports something on standard error.
pub fn report(message: impl Display) {
    eprintln!("corpus-explorer: {message}");
}

/// Prints text.
///
/// # Errors
/// When standard output cannot be written, except when its reader has closed it.
pub fn print(text: &str) -> Result<(), Failure> {
    write(&mut io::stdout().lock(), text.as_bytes()).map(drop)
}

/// Prints a value as one line of JSON.
///
/// # Errors
/// As [`print`].
pub fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    write_json(&mut io::stdout().lock(), value).map(drop)
}

/// Prints values as JSON Lines, until the reader closes the output.
///
/// # Errors
/// When the output cannot be written for another reason.
pub fn print_lines(values: &[impl Serialize]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    for value in values {
        if !write_json(&mut out, value)? {
            break;
        }
    }
    Ok(())
}

/// Writes a value as one line of JSON; `false` when the reader has closed the output.
///
/// # Errors
/// When the output cannot be written for another reason.
pub fn write_json(out: &mut impl Write, value: &impl Serialize) -> Result<bool, Failure> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    write(out, &line)
}

/// Writes bytes; `false` when the reader has closed the output.
///
/// # Errors
/// When the output cannot be written for another reason.
pub fn write(out: &mut impl Write, bytes: &[u8]) -> Result<bool, Failure> {
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        other => Ok(other.map(|()| true)?),
    }
}

/// A count on standard error during a long task; silent when standard error is no terminal.
pub struct Progress {
    verb: &'static str,
    done: usize,
    total: usize,
    shown: bool,
}

/// Steps between two updates: often enough to show life, seldom enough to cost nothing.
const STRIDE: usize = 50;

impl Progress {
    /// Progress of `total` steps of a task called `verb`.
    pub fn new(verb: &'static str, total: usize) -> Self {
        let shown = io::stderr().is_terminal() && total > STRIDE;
        Self {
            verb,
            done: 0,
            total,
            shown,
        }
    }

    /// One more step is done.
    pub fn step(&mut self) {
        self.done += 1;
        if self.shown && (self.done.is_multiple_of(STRIDE) || self.done == self.total) {
            let end = if self.done == self.total { "\n" } else { "" };
            eprint!("\r{} {} of {}{end}", self.verb, self.done, self.total);
        }
    }
}
