//! How are phrases compared? A normalization of a line to a key.

use super::shape::is_letter_or_digit;

/// The key of a line: lower case, straight apostrophes, single spaces, no marks at either end.
pub fn folded(line: &str) -> String {
    let mut fold = String::with_capacity(line.len());
    let mut rest = line.trim_matches(|c| !is_letter_or_digit(c) && c != '[' && c != '/');
    while !rest.is_empty() {
        // Runs of ASCII with single spaces are copied in one piece.
        let bytes = rest.as_bytes();
        let is_plain = |at: usize| match bytes[at] {
            b' ' => bytes.get(at + 1) != Some(&b' '),
            b'\t'..=b'\r' => false,
            byte => byte.is_ascii(),
        };
        let run = (0..bytes.len()).take_while(|&at| is_plain(at)).count();
        let (run, other) = rest.split_at(run);
        fold.push_str(run);
        let mut others = other.chars();
        match others.next() {
            Some('’' | '‘') => fold.push('\''),
            Some(c) if c.is_whitespace() => {
                if !fold.ends_with(' ') {
                    fold.push(' ');
                }
            }
            Some(c) => fold.extend(c.to_lowercase()),
            None => break,
        }
        rest = others.as_str();
        if fold.ends_with(' ') {
            rest = rest.trim_start_matches(' ');
        }
    }
    fold.make_ascii_lowercase();
    fold
}
