//! Which records do JSON lines contain? A reader for the default corpus and for saved ones.

use crate::document::Record;
use crate::error::{ReadError, ReadErrorKind};
use crate::pack::Kind;

/// The text of a section's bytes.
///
/// # Errors
/// [`ReadErrorKind::Pack`] if they are not valid UTF-8.
pub fn utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(_) => Kind::Corpus.refuse("damaged bytes: they are not valid UTF-8"),
    }
}

/// Records from JSON lines; blank lines are passed over.
///
/// # Errors
/// [`ReadErrorKind::Json`] with the line that is not a record; [`ReadErrorKind::Pack`] when a
/// record's spans do not fit its text.
pub fn read_lines(lines: &str, label: &str) -> Result<Vec<Record>, ReadError> {
    let mut records = Vec::new();
    for (n, line) in lines
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let record: Record = serde_json::from_str(line).map_err(|e| {
            let message = format!(
                "expected a record, found something else at column {}",
                e.column()
            );
            ReadError::new(ReadErrorKind::Json, label, message).at_line(n + 1)
        })?;
        if !record.is_sound() {
            let message = format!("the spans of {} do not fit its text", record.id);
            return Err(ReadError::new(ReadErrorKind::Pack, label, message).at_line(n + 1));
        }
        records.push(record);
    }
    Ok(records)
}
