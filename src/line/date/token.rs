//! Which words may form a date? A tokenizer of lines.

use crate::text::Span;

/// A word of a line: letters, digits and the marks inside it, such as "13:34" or "2024-06-20".
pub struct DateToken {
    /// The word in the line.
    pub span: Span,
    /// The word in lower case without full stops at its end; "p.m." is "pm".
    pub lower: String,
}

pub fn words(line: &str) -> Vec<DateToken> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
        let inside = c.is_alphanumeric()
            || matches!(c, ':' | '/' | '-' | '.') && start.is_some()
            || opens_offset(line, at);
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let text = line[from..at].trim_end_matches([':', '/', '-']);
                let lower = match text.to_lowercase() {
                    half if half.contains(".m.") => {
                        half.replace("a.m.", "am").replace("p.m.", "pm")
                    }
                    lower => lower,
                };
                words.push(DateToken {
                    span: Span::new(from, from + text.len()),
                    lower: lower.trim_end_matches('.').to_owned(),
                });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Whether a UTC offset such as "+0100" or "-0500" starts at a byte offset.
fn opens_offset(line: &str, at: usize) -> bool {
    let bytes = line.as_bytes();
    matches!(bytes[at..], [b'+' | b'-', ..])
        && at
            .checked_sub(1)
            .is_some_and(|before| bytes[before] == b' ')
        && bytes
            .get(at + 1..at + 5)
            .is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
        && !bytes.get(at + 5).is_some_and(u8::is_ascii_alphanumeric)
}
