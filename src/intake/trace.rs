//! Where in the raw text did this come from? A text that remembers, byte by byte, its origin.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, compose};

use crate::text::{Span, canonical};

/// A change of wording, placed in the raw text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    /// Where the damaged wording stands in the raw text.
    pub raw: Span,
    /// What stands there instead.
    pub after: String,
    /// The rule that changed it.
    pub rule: &'static str,
    /// How sure it is, 0 to 1.
    pub confidence: f64,
}

/// A text whose every byte knows the part of the raw text it came from.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Traced {
    /// The text.
    pub text: String,
    /// For each byte of `text`, what it came from.
    origin: Vec<Span>,
}

impl Traced {
    /// The raw text itself.
    pub fn raw(raw: &str) -> Self {
        let mut traced = Self::default();
        for (at, c) in raw.char_indices() {
            traced.push(c, Span::new(at, at + c.len_utf8()));
        }
        traced
    }

    /// Appends a character that came from `origin`.
    pub fn push(&mut self, c: char, origin: Span) {
        self.text.push(c);
        self.origin.resize(self.text.len(), origin);
    }

    /// Appends a string that came from `origin` as a whole.
    pub fn push_str(&mut self, text: &str, origin: Span) {
        self.text.push_str(text);
        self.origin.resize(self.text.len(), origin);
    }

    /// Appends a part of another traced text.
    pub fn push_part(&mut self, other: &Traced, part: Span) {
        self.text.push_str(part.slice(&other.text));
        self.origin
            .extend(other.origin.get(part.range()).unwrap_or(&[]));
    }

    /// The raw text that a part came from; for an empty part, the empty place before it.
    pub fn origin(&self, part: Span) -> Span {
        let (start, end) = (part.start as usize, part.end as usize);
        if start < end && end <= self.origin.len() {
            return self.origin[start].cover(self.origin[end - 1]);
        }
        let at = match self.origin.get(start) {
            Some(next) => next.start,
            None => self.origin.last().map_or(0, |last| last.end),
        };
        Span { start: at, end: at }
    }

    /// The bytes inside `part` that came from `raw`, at least in part; where they would stand if
    /// none did.
    pub fn place(&self, part: Span, raw: Span) -> Span {
        let range = part.range();
        let origins = self.origin.get(range.clone()).unwrap_or(&[]);
        let start = range.start + origins.partition_point(|o| o.end <= raw.start);
        let end = range.start + origins.partition_point(|o| o.start < raw.end);
        Span::new(start, end.max(start))
    }

    /// The canonical form, with no-break spaces that became plain ones.
    ///
    /// Does to the text what [`crate::text::normalize`] does.
    pub fn canonical(&self) -> (Traced, Vec<Change>) {
        let mut changes = Vec::new();
        let mut plain = Traced::default();
        let mut after_return = false;
        for (at, c) in self.text.char_indices() {
            let origin = self.origin[at];
            if after_return && c == '\n' {
                after_return = false;
                continue;
            }
            after_return = c == '\r';
            let to = if after_return {
                Some('\n')
            } else {
                canonical(c)
            };
            if matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}') {
                changes.push(Change {
                    raw: origin,
                    after: " ".into(),
                    rule: "nbsp",
                    confidence: 1.0,
                });
            }
            if let Some(to) = to {
                plain.push(to, origin);
            }
        }
        (plain.composed(), changes)
    }

    /// The text in NFC; characters that compose share the origin of all of them.
    fn composed(self) -> Traced {
        if unicode_normalization::is_nfc(&self.text) {
            return self;
        }
        let mut composed = Traced::default();
        let mut start = 0;
        let mut last: Option<char> = None;
        for (at, c) in self.text.char_indices() {
            let joins = canonical_combining_class(c) != 0
                || last.is_some_and(|last| compose(last, c).is_some());
            if !joins && at > start {
                self.compose_part(Span::new(start, at), &mut composed);
                start = at;
                last = None;
            }
            last = match last {
                Some(before) => compose(before, c).or(Some(c)),
                None => Some(c),
            };
        }
        self.compose_part(Span::new(start, self.text.len()), &mut composed);
        composed
    }

    fn compose_part(&self, part: Span, into: &mut Traced) {
        let nfc: String = part.slice(&self.text).nfc().collect();
        into.push_str(&nfc, self.origin(part));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str) {
        let (traced, _) = Traced::raw(raw).canonical();
        assert_eq!(traced.text, crate::text::normalize(raw), "{raw:?}");
        assert_eq!(traced.origin.len(), traced.text.len(), "{raw:?}");
    }

    #[test]
    fn canonical_is_what_text_calls_canonical() {
        for raw in [
            "",
            "a\r\nb\rc",
            "e\u{301}\u{323} x",
            "\u{1100}\u{1161}\u{11a8}",
            "a\u{a0}\u{ad}b",
            "👩\u{200d}👩 é",
        ] {
            check(raw);
        }
    }

    #[test]
    fn origins() {
        let (traced, changes) = Traced::raw("a\u{a0}e\u{301}\r\nb").canonical();
        assert_eq!(traced.text, "a é\nb");
        assert_eq!(traced.origin(Span::new(2, 4)), Span::new(3, 6));
        assert_eq!(traced.origin(Span::new(5, 6)), Span::new(8, 9));
        assert_eq!(changes[0].raw, Span::new(1, 3));
        assert_eq!(
            traced.place(Span::new(0, 6), Span::new(3, 6)),
            Span::new(2, 4)
        );
    }
}
