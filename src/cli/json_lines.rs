//! How are JSON Lines answered? A stream: each line that comes in is answered by one that goes out.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use corpus_explorer::value::Value;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::outcome::{Failure, Outcome};
use super::output;

/// Answers each JSON line of a file, or of standard input. Blank lines are skipped; a line that
/// `answer` refuses is reported with its number and skipped.
///
/// # Errors
/// When the input cannot be read or the output cannot be written.
pub fn answer_lines<T: Serialize>(
    path: Option<&Path>,
    answer: impl Fn(&[u8]) -> Result<T, Failure>,
) -> Result<Outcome, Failure> {
    let label = path.map_or("standard input".to_owned(), |path| {
        path.display().to_string()
    });
    let input: Box<dyn BufRead> = match path {
        Some(path) => {
            let file = File::open(path).map_err(|e| format!("{label}: {e}"))?;
            Box::new(BufReader::new(file))
        }
        None => Box::new(io::stdin().lock()),
    };
    let mut out = io::stdout().lock();
    let mut outcome = Outcome::Done;
    for (n, line) in input.split(b'\n').enumerate() {
        let line = line.map_err(|e| format!("{label}: {e}"))?;
        // Some editors open a file with a byte order mark, which JSON does not allow.
        let line = match line.strip_prefix(b"\xef\xbb\xbf") {
            Some(rest) if n == 0 => rest,
            _ => &line,
        };
        if line.trim_ascii().is_empty() {
            continue;
        }
        match answer(line) {
            Ok(value) => {
                if !output::write_json(&mut out, &value)? {
                    break;
                }
            }
            Err(Failure(message)) => {
                output::report(format_args!("line {}: {message}; skipped", n + 1));
                outcome = Outcome::Skipped;
            }
        }
    }
    Ok(outcome)
}

/// The object on a JSON line; `keys` shows which keys it must have.
///
/// # Errors
/// When there is no object, or a key is missing.
pub fn object<T: DeserializeOwned>(line: &[u8], keys: &str) -> Result<T, Failure> {
    // An array of strings would be accepted as an object too.
    if !line.trim_ascii_start().starts_with(b"{") {
        return Err(format!("expected a JSON object {keys}").into());
    }
    let value: Value = serde_json::from_slice(line).map_err(|e| {
        let column = e.column();
        format!("expected a JSON object {keys}, found invalid JSON at column {column}")
    })?;
    Ok(value.fit().map_err(|misfit| misfit.to_string())?)
}
