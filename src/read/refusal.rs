//! Why was something not read? An accumulator of reasons, each with its count and first places.

use std::collections::HashMap;
use std::fmt;

use crate::error::{ReadError, ReadErrorKind};

/// The most places that are named for one reason.
const PLACES: usize = 3;
/// The most distinct reasons: a bound on memory, not on what is read.
const REASONS: usize = 10_000;

/// A reason why files, entries or lines were not read, and which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The kind of reason.
    pub kind: ReadErrorKind,
    /// The reason, without the places.
    pub reason: String,
    /// How many were refused for it; at least one.
    pub count: usize,
    /// The first of them in file order, at most three: `news.zip/a.txt`, `news.csv:3`.
    pub places: Vec<String>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.places.join(", "))?;
        match self.count.saturating_sub(self.places.len()) {
            0 => {}
            more => write!(f, " and {more} more")?,
        }
        write!(f, ": {}", self.reason)
    }
}

/// An accumulator of refusals.
#[derive(Debug, Clone, Default)]
pub struct Refusals {
    told: Vec<Refusal>,
    /// The index of each reason in the list.
    known: HashMap<(ReadErrorKind, String), usize>,
}

impl Refusals {
    /// Adds one.
    pub fn add(&mut self, error: ReadError) {
        let (mut kind, mut reason) = (error.kind(), error.message().to_owned());
        let is_known = self.known.contains_key(&(kind, reason.clone()));
        if !is_known && self.told.len() >= REASONS {
            kind = ReadErrorKind::Limit;
            reason = format!("not read for other reasons; only {REASONS} are listed");
        }
        let next = self.told.len();
        let at = *self.known.entry((kind, reason.clone())).or_insert(next);
        if at == next {
            self.told.push(Refusal {
                kind,
                reason,
                count: 0,
                places: Vec::new(),
            });
        }
        let refusal = &mut self.told[at];
        refusal.count += 1;
        if refusal.places.len() < PLACES {
            refusal.places.push(error.place());
        }
    }

    /// One refusal for each reason, in order of first occurrence.
    pub fn finish(self) -> Vec<Refusal> {
        self.told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(errors: &[(&str, usize, &str)], expected: &[&str]) {
        let mut refusals = Refusals::default();
        for (label, line, message) in errors {
            let error = ReadError::new(ReadErrorKind::Empty, *label, *message);
            refusals.add(if *line > 0 {
                error.at_line(*line)
            } else {
                error
            });
        }
        let found = refusals.finish();
        let count: usize = found.iter().map(|refusal| refusal.count).sum();
        assert_eq!(count, errors.len());
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn equal_reasons_are_told_once() {
        check(&[], &[]);
        check(&[("a.txt", 0, "x")], &["a.txt: x"]);
        check(
            &[
                ("a.txt", 0, "x"),
                ("n.csv", 2, "y"),
                ("b.txt", 0, "x"),
                ("n.csv", 3, "x"),
            ],
            &["a.txt, b.txt, n.csv:3: x", "n.csv:2: y"],
        );
        let many: Vec<_> = (1..=10_000).map(|line| ("n.csv", line, "x")).collect();
        check(&many, &["n.csv:1, n.csv:2, n.csv:3 and 9997 more: x"]);
    }

    #[test]
    fn reasons_are_bounded() {
        let reasons: Vec<String> = (0..REASONS + 5).map(|n| n.to_string()).collect();
        let mut refusals = Refusals::default();
        for reason in &reasons {
            refusals.add(ReadError::new(ReadErrorKind::Json, "a", reason.as_str()));
        }
        let found = refusals.finish();
        assert_eq!(found.len(), REASONS + 1);
        assert_eq!(found[REASONS].count, 5);
    }
}
