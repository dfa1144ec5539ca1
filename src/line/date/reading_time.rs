//! Does a line say how long its article takes to read? A recognizer.

use super::token::{DateToken, words};

/// Whether a line says how long its article takes to read, and nothing else.
pub fn is_reading_time(line: &str) -> bool {
    if line.len() > 40 || !line.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let words = words(line);
    let own = |word: &DateToken| matches!(word.lower.as_str(), "reading" | "read" | "time");
    let skip = words.iter().take_while(|w| own(w)).count();
    let len = reading_time(&words[skip..]);
    len > 0 && skip + len == words.len() && (skip > 0 || len == 3)
}

/// "4 min read": the number of tokens it takes; 0 for anything else.
pub fn reading_time(words: &[DateToken]) -> usize {
    let word = |n: usize| words.get(n).map_or("", |w| w.lower.as_str());
    let number = !word(0).is_empty() && word(0).chars().all(|c| c.is_ascii_digit());
    let minutes = matches!(word(1), "min" | "mins" | "minute" | "minutes");
    if number && minutes {
        2 + usize::from(word(2) == "read")
    } else {
        0
    }
}
