//! Where in the raw text did this come from? A source map that is kept through any number of edits.

use super::edit::{Cause, Edit};
use crate::document::Operation;
use crate::text::Span;

/// A stretch of the text and its origin.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Segment {
    raw: Span,
    text: Span,
    /// Why it was replaced; `None` if both texts have the same bytes.
    cause: Option<Cause>,
}

/// A text that maps each of its stretches to the raw text. Its segments cover both texts in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MappedText {
    /// The text.
    pub text: String,
    segments: Vec<Segment>,
}

impl MappedText {
    /// The raw text, mapped to itself.
    pub fn raw(raw: &str) -> Self {
        let whole = Span::new(0, raw.len());
        let segment = Segment {
            raw: whole,
            text: whole,
            cause: None,
        };
        Self {
            text: raw.to_owned(),
            segments: if raw.is_empty() {
                Vec::new()
            } else {
                vec![segment]
            },
        }
    }

    /// The text after `edits`, which must be sorted and must not overlap.
    ///
    /// A stretch that was replaced before is not split: an edit of a part of it extends it.
    pub fn edited(&self, edits: Vec<Edit>) -> MappedText {
        let mut pass = Pass {
            source: self,
            segment: 0,
            at: 0,
            out: MappedText {
                text: String::with_capacity(self.text.len()),
                segments: Vec::with_capacity(self.segments.len() + 2 * edits.len()),
            },
        };
        for edit in edits {
            pass.copy(edit.span.start);
            pass.replace(edit);
        }
        pass.copy(self.text.len() as u32);
        pass.out
    }

    /// The text under `span` as a text of its own, still mapped to the raw text.
    pub fn part(&self, span: Span) -> MappedText {
        let mut pass = Pass {
            source: self,
            segment: self.segments.partition_point(|p| p.text.end <= span.start),
            at: span.start,
            out: MappedText::default(),
        };
        pass.copy(span.end);
        pass.out
    }

    /// The raw text that a part came from; for an empty part, the empty span at its place.
    pub fn origin(&self, part: Span) -> Span {
        let first = self.segments.partition_point(|p| p.text.end <= part.start);
        let Some(segment) = self.segments.get(first) else {
            let end = self.segments.last().map_or(0, |last| last.raw.end);
            return Span { start: end, end };
        };
        let start = segment.raw_start(part.start);
        if part.is_empty() {
            return Span { start, end: start };
        }
        let last = self
            .segments
            .partition_point(|p| p.text.start < part.end)
            .max(first + 1)
            - 1;
        let end = self.segments[last].raw_end(part.end);
        Span {
            start,
            end: end.max(start),
        }
    }

    /// The replacements that made this text from `raw`, in order.
    pub fn operations(&self, raw: &str) -> Vec<Operation> {
        let changed = self
            .segments
            .iter()
            .filter_map(|segment| Some((segment, segment.cause?)));
        changed
            .map(|(segment, cause)| Operation {
                kind: cause.kind,
                raw: segment.raw,
                before: segment.raw.slice(raw).to_owned(),
                after: segment.text.slice(&self.text).to_owned(),
                rule: cause.rule.to_owned(),
                confidence: cause.confidence,
                from: None,
                within: Vec::new(),
            })
            .filter(|operation| operation.before != operation.after)
            .collect()
    }

    /// Appends a segment, or extends the last one if both are unchanged.
    fn push(&mut self, raw: Span, text: &str, cause: Option<Cause>) {
        let start = self.text.len();
        self.text.push_str(text);
        let end = self.text.len() as u32;
        match self.segments.last_mut() {
            Some(last) if last.cause.is_none() && cause.is_none() => {
                last.raw.end = raw.end;
                last.text.end = end;
            }
            _ => self.segments.push(Segment {
                raw,
                text: Span {
                    start: start as u32,
                    end,
                },
                cause,
            }),
        }
    }
}

impl Segment {
    /// Where the origin of text that starts at `at` in this segment starts.
    fn raw_start(&self, at: u32) -> u32 {
        let inside = at.clamp(self.text.start, self.text.end) - self.text.start;
        self.raw.start + if self.cause.is_none() { inside } else { 0 }
    }

    /// Where the origin of text that ends at `at` in this segment ends.
    fn raw_end(&self, at: u32) -> u32 {
        match self.cause {
            None => self.raw_start(at),
            Some(_) => self.raw.end,
        }
    }
}

/// One pass over a text that writes another.
struct Pass<'a> {
    source: &'a MappedText,
    /// The current segment.
    segment: usize,
    /// The current offset in the source text.
    at: u32,
    out: MappedText,
}

impl Pass<'_> {
    /// Copies the text before `to`.
    fn copy(&mut self, to: u32) {
        while let Some(&segment) = self.source.segments.get(self.segment) {
            if segment.text.start > to || segment.text.start == to && !segment.text.is_empty() {
                return;
            }
            let end = segment.text.end.min(to);
            let part = Span {
                start: self.at.max(segment.text.start).min(end),
                end,
            };
            let text = part.slice(&self.source.text);
            if segment.cause.is_none() {
                let raw = Span {
                    start: segment.raw_start(part.start),
                    end: segment.raw_end(part.end),
                };
                if !raw.is_empty() {
                    self.out.push(raw, text, None);
                }
            } else if self.at <= segment.text.start || self.out.segments.is_empty() {
                self.out.push(segment.raw, text, segment.cause);
            } else {
                self.lengthen(text);
            }
            self.at = end;
            if end < segment.text.end {
                return;
            }
            self.segment += 1;
        }
    }

    /// Appends to the text of the last written segment.
    fn lengthen(&mut self, text: &str) {
        self.out.text.push_str(text);
        if let Some(last) = self.out.segments.last_mut() {
            last.text.end = self.out.text.len() as u32;
        }
    }

    /// Skips `edit.span` and writes its replacement.
    fn replace(&mut self, edit: Edit) {
        let current = self.source.segments.get(self.segment);
        // Inside a stretch that was replaced before and whose raw text is already written.
        let inside =
            current.is_some_and(|segment| segment.cause.is_some() && self.at > segment.text.start);
        let start = match current {
            Some(segment) if !inside => segment.raw_start(self.at),
            _ => self.out.segments.last().map_or(0, |last| last.raw.end),
        };
        let (mut end, mut cause) = (start, None);
        while let Some(segment) = self.source.segments.get(self.segment) {
            if segment.text.start >= edit.span.end || self.at >= edit.span.end {
                break;
            }
            end = end.max(segment.raw_end(edit.span.end.min(segment.text.end)));
            cause = cause.or(segment.cause);
            self.at = edit.span.end.min(segment.text.end);
            if self.at < segment.text.end {
                break;
            }
            self.segment += 1;
        }
        self.at = self.at.max(edit.span.end);
        let now = cause.map_or(edit.cause, |first: Cause| first.then(edit.cause));
        match self.out.segments.last_mut() {
            Some(last) if inside => {
                last.raw.end = last.raw.end.max(end);
                last.cause = last.cause.map(|first| first.then(now));
                self.lengthen(&edit.after);
            }
            _ => self.out.push(Span { start, end }, &edit.after, Some(now)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::OperationKind;
    use crate::document::apply;
    use crate::document::undo;
    use proptest::prelude::*;

    const TEST: Cause = Cause::sure(OperationKind::Repair, "test");

    fn edit(start: usize, end: usize, after: &'static str) -> Edit {
        Edit::new(Span::new(start, end), after, TEST)
    }

    /// The text after rounds of edits, with its operations tried both ways.
    fn check(raw: &str, rounds: &[&[Edit]], expected: &str) -> MappedText {
        let mapped = rounds.iter().fold(MappedText::raw(raw), |text, edits| {
            text.edited(edits.to_vec())
        });
        assert_eq!(mapped.text, expected);
        let operations = mapped.operations(raw);
        assert_eq!(apply(raw, &operations).as_deref(), Some(expected));
        assert_eq!(undo(expected, &operations).as_deref(), Some(raw));
        mapped
    }

    #[test]
    fn edits() {
        check(
            "abcdef",
            &[&[edit(1, 2, "XY"), edit(4, 4, "-"), edit(5, 6, "")]],
            "aXYcd-e",
        );
        check("abc", &[&[edit(0, 3, "")]], "");
        check("", &[&[edit(0, 0, "x")]], "x");
        check("abc", &[&[edit(1, 2, "XYZ")], &[edit(2, 3, "!")]], "aX!Zc");
        check(
            "abc",
            &[&[edit(1, 2, "XYZ")], &[edit(0, 2, "!"), edit(3, 5, "?")]],
            "!Y?",
        );
        check("abc", &[&[edit(1, 2, "")], &[edit(1, 2, "d")]], "ad");
        check(
            "abc",
            &[&[edit(1, 2, "XYZ")], &[edit(2, 2, "+"), edit(3, 3, "-")]],
            "aX+Y-Zc",
        );
    }

    #[test]
    fn origins() {
        let mapped = check(
            "ab\u{a0}cd",
            &[&[edit(2, 4, " "), edit(5, 6, "DD")]],
            "ab cDD",
        );
        assert_eq!(mapped.origin(Span::new(1, 4)), Span::new(1, 5));
        assert_eq!(mapped.origin(Span::new(5, 6)), Span::new(5, 6));
        assert_eq!(mapped.origin(Span::new(3, 3)), Span::new(4, 4));
        assert_eq!(mapped.origin(Span::new(6, 6)), Span::new(6, 6));
        let part = mapped.part(Span::new(1, 5));
        assert_eq!(
            (part.text.as_str(), part.origin(Span::new(0, 4))),
            ("b cD", Span::new(1, 6))
        );
    }

    proptest! {
        #[test]
        fn any_edits_can_be_undone(
            raw in "[a-cé ]{0,12}",
            rounds in prop::collection::vec(prop::collection::vec((0usize..14, 0usize..4, "[x-zß]{0,3}"), 0..5), 0..4),
        ) {
            let mut mapped = MappedText::raw(&raw);
            for round in rounds {
                let mut edits = Vec::new();
                let mut least = 0;
                for (start, len, after) in round {
                    let floor = |at: usize| (0..=at.min(mapped.text.len())).rfind(|&n| mapped.text.is_char_boundary(n)).unwrap_or(0);
                    let start = floor(start.max(least)).max(least);
                    let end = floor(start + len).max(start);
                    edits.push(Edit::new(Span::new(start, end), after, TEST));
                    least = end;
                }
                let mut expected = String::new();
                let mut at = 0;
                for edit in &edits {
                    expected += &mapped.text[at..edit.span.start as usize];
                    expected += &edit.after;
                    at = edit.span.end as usize;
                }
                expected += &mapped.text[at..];
                mapped = mapped.edited(edits);
                prop_assert_eq!(&mapped.text, &expected);
            }
            let operations = mapped.operations(&raw);
            prop_assert_eq!(apply(&raw, &operations), Some(mapped.text.clone()));
            prop_assert_eq!(undo(&mapped.text, &operations), Some(raw));
        }
    }
}
