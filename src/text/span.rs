//! Where is something in a text? A value type: a half-open range of UTF-8 bytes.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A half-open range `start..end` of UTF-8 bytes, on character boundaries of its text.
///
/// Spans are ordered by start, then by end. In JSON they have `start` and `end`; in binary formats,
/// start and length, which are smaller numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

/// A span in JSON.
#[derive(Serialize, Deserialize)]
struct Ends {
    start: u32,
    end: u32,
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { start, end } = *self;
        if serializer.is_human_readable() {
            Ends { start, end }.serialize(serializer)
        } else {
            (start, end.wrapping_sub(start)).serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let Ends { start, end } = Ends::deserialize(deserializer)?;
            return Ok(Self { start, end });
        }
        let (start, length) = <(u32, u32)>::deserialize(deserializer)?;
        match start.checked_add(length) {
            Some(end) => Ok(Self { start, end }),
            None => Err(D::Error::custom("expected a span of less than 4 GiB")),
        }
    }
}

impl Span {
    /// The span `start..end`, in bytes. A corpus rejects texts of 4 GiB, so `u32` suffices.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "span {start}..{end} runs backwards");
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The part of `text` that the span covers; empty if it is out of bounds or off a character
    /// boundary.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Whether it lies inside `text`, on character boundaries, and does not run backwards: the check
    /// of spans from foreign bytes.
    pub fn fits(self, text: &str) -> bool {
        self.start <= self.end && text.get(self.range()).is_some()
    }

    /// The span as a range of `usize`.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether all of `inner` lies inside. An empty span may also lie at either end.
    pub fn contains(self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// Whether the byte at `offset` lies inside; the end is excluded.
    pub fn contains_offset(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the two spans share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that contains both.
    pub fn cover(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The span moved forward by `offset` bytes.
    pub fn shifted(self, offset: usize) -> Span {
        Span::new(self.start as usize + offset, self.end as usize + offset)
    }

    /// The span without white space at either end of its text.
    pub fn trimmed(self, text: &str) -> Span {
        let whole = self.slice(text);
        let start = self.start as usize + (whole.len() - whole.trim_start().len());
        Span::new(start, start + whole.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_excluded() {
        let span = Span::new(2, 4);
        assert!(span.contains_offset(2) && span.contains_offset(3));
        assert!(!span.contains_offset(4) && !span.contains_offset(1));
        assert!(!span.overlaps(Span::new(4, 6)) && span.overlaps(Span::new(3, 6)));
    }

    #[test]
    fn slices_never_panic() {
        assert_eq!(Span::new(1, 2).slice("é"), "");
        assert_eq!(Span::new(0, 9).slice("é"), "");
        assert_eq!(Span::new(0, 3).trimmed(" é ").slice(" é "), "é");
    }
}
