//! Where in the raw text did this come from? A text that knows its origin, through any number of edits.

use std::borrow::Cow;

use crate::document::{Operation, OperationKind};
use crate::text::Span;

/// Why a stretch of the raw text was replaced.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cause {
    pub kind: OperationKind,
    /// In kebab case.
    pub rule: &'static str,
    /// How sure it is, 0 to 1.
    pub confidence: f64,
}

impl Cause {
    /// A cause beyond doubt.
    pub const fn sure(kind: OperationKind, rule: &'static str) -> Self {
        Self {
            kind,
            rule,
            confidence: 1.0,
        }
    }

    /// What remains of the cause of a stretch that is edited again: what was put right stays so until it is taken out.
    fn then(self, later: Cause) -> Cause {
        match (self.kind, later.kind) {
            (_, OperationKind::Removal | OperationKind::Move) => later,
            (OperationKind::Repair, OperationKind::Repair)
                if later.confidence < self.confidence =>
            {
                later
            }
            (OperationKind::Repair, _) => self,
            _ => later,
        }
    }
}

/// A replacement in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Edit {
    /// What is replaced; empty to put something in.
    pub span: Span,
    pub after: Cow<'static, str>,
    pub cause: Cause,
}

impl Edit {
    /// Replaces `span`.
    pub fn new(span: Span, after: impl Into<Cow<'static, str>>, cause: Cause) -> Self {
        Self {
            span,
            after: after.into(),
            cause,
        }
    }
}

/// A stretch of the text and what it was made of.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Piece {
    raw: Span,
    text: Span,
    /// `None`: the same bytes in both.
    cause: Option<Cause>,
}

/// A text whose every stretch knows the part of the raw text it came from. Its pieces tile both texts.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Traced {
    /// The text.
    pub text: String,
    pieces: Vec<Piece>,
}

impl Traced {
    /// The raw text itself.
    pub fn raw(raw: &str) -> Self {
        let whole = Span::new(0, raw.len());
        let piece = Piece {
            raw: whole,
            text: whole,
            cause: None,
        };
        Self {
            text: raw.to_owned(),
            pieces: if raw.is_empty() {
                Vec::new()
            } else {
                vec![piece]
            },
        }
    }

    /// The text after `edits`, which are in order and do not overlap.
    ///
    /// A stretch that was replaced before cannot be parted: an edit of a part of it becomes a part of that
    /// replacement.
    pub fn edited(&self, edits: Vec<Edit>) -> Traced {
        let mut pass = Pass {
            source: self,
            piece: 0,
            at: 0,
            out: Traced {
                text: String::with_capacity(self.text.len()),
                pieces: Vec::with_capacity(self.pieces.len() + 2 * edits.len()),
            },
        };
        for edit in edits {
            pass.copy(edit.span.start);
            pass.replace(edit);
        }
        pass.copy(self.text.len() as u32);
        pass.out
    }

    /// The part of the text under `span` as a text of its own; its origins stay those of the raw text.
    pub fn part(&self, span: Span) -> Traced {
        let mut pass = Pass {
            source: self,
            piece: self.pieces.partition_point(|p| p.text.end <= span.start),
            at: span.start,
            out: Traced::default(),
        };
        pass.copy(span.end);
        pass.out
    }

    /// The raw text that a part came from; for an empty part, the empty place before it.
    pub fn origin(&self, part: Span) -> Span {
        let first = self.pieces.partition_point(|p| p.text.end <= part.start);
        let Some(piece) = self.pieces.get(first) else {
            let end = self.pieces.last().map_or(0, |last| last.raw.end);
            return Span { start: end, end };
        };
        let start = piece.raw_start(part.start);
        if part.is_empty() {
            return Span { start, end: start };
        }
        let last = self
            .pieces
            .partition_point(|p| p.text.start < part.end)
            .max(first + 1)
            - 1;
        let end = self.pieces[last].raw_end(part.end);
        Span {
            start,
            end: end.max(start),
        }
    }

    /// The replacements that made this text of `raw`, in order.
    pub fn operations(&self, raw: &str) -> Vec<Operation> {
        let changed = self
            .pieces
            .iter()
            .filter_map(|piece| Some((piece, piece.cause?)));
        changed
            .map(|(piece, cause)| Operation {
                kind: cause.kind,
                raw: piece.raw,
                before: piece.raw.slice(raw).to_owned(),
                after: piece.text.slice(&self.text).to_owned(),
                rule: cause.rule.to_owned(),
                confidence: cause.confidence,
                from: None,
                within: Vec::new(),
            })
            .filter(|operation| operation.before != operation.after)
            .collect()
    }

    /// Appends a piece, or lengthens the last one where both are the same in both texts.
    fn push(&mut self, raw: Span, text: &str, cause: Option<Cause>) {
        let start = self.text.len();
        self.text.push_str(text);
        let end = self.text.len() as u32;
        match self.pieces.last_mut() {
            Some(last) if last.cause.is_none() && cause.is_none() => {
                last.raw.end = raw.end;
                last.text.end = end;
            }
            _ => self.pieces.push(Piece {
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

impl Piece {
    /// Where the raw text of what starts at a place of this piece starts.
    fn raw_start(&self, at: u32) -> u32 {
        let inside = at.clamp(self.text.start, self.text.end) - self.text.start;
        self.raw.start + if self.cause.is_none() { inside } else { 0 }
    }

    /// Where the raw text of what ends at a place of this piece ends.
    fn raw_end(&self, at: u32) -> u32 {
        match self.cause {
            None => self.raw_start(at),
            Some(_) => self.raw.end,
        }
    }
}

/// One reading of a text that writes another.
struct Pass<'a> {
    source: &'a Traced,
    /// The piece that is read.
    piece: usize,
    /// The place in the source text.
    at: u32,
    out: Traced,
}

impl Pass<'_> {
    /// Copies what stands before `to`.
    fn copy(&mut self, to: u32) {
        while let Some(&piece) = self.source.pieces.get(self.piece) {
            if piece.text.start > to || piece.text.start == to && !piece.text.is_empty() {
                return;
            }
            let end = piece.text.end.min(to);
            let part = Span {
                start: self.at.max(piece.text.start).min(end),
                end,
            };
            let text = part.slice(&self.source.text);
            if piece.cause.is_none() {
                let raw = Span {
                    start: piece.raw_start(part.start),
                    end: piece.raw_end(part.end),
                };
                if !raw.is_empty() {
                    self.out.push(raw, text, None);
                }
            } else if self.at <= piece.text.start || self.out.pieces.is_empty() {
                self.out.push(piece.raw, text, piece.cause);
            } else {
                self.lengthen(text);
            }
            self.at = end;
            if end < piece.text.end {
                return;
            }
            self.piece += 1;
        }
    }

    /// Adds to the text of the piece written last.
    fn lengthen(&mut self, text: &str) {
        self.out.text.push_str(text);
        if let Some(last) = self.out.pieces.last_mut() {
            last.text.end = self.out.text.len() as u32;
        }
    }

    /// Reads past `edit.span` and writes what stands there instead.
    fn replace(&mut self, edit: Edit) {
        let current = self.source.pieces.get(self.piece);
        // Inside a stretch that was replaced before, all of whose raw text is written.
        let inside =
            current.is_some_and(|piece| piece.cause.is_some() && self.at > piece.text.start);
        let start = match current {
            Some(piece) if !inside => piece.raw_start(self.at),
            _ => self.out.pieces.last().map_or(0, |last| last.raw.end),
        };
        let (mut end, mut cause) = (start, None);
        while let Some(piece) = self.source.pieces.get(self.piece) {
            if piece.text.start >= edit.span.end || self.at >= edit.span.end {
                break;
            }
            end = end.max(piece.raw_end(edit.span.end.min(piece.text.end)));
            cause = cause.or(piece.cause);
            self.at = edit.span.end.min(piece.text.end);
            if self.at < piece.text.end {
                break;
            }
            self.piece += 1;
        }
        self.at = self.at.max(edit.span.end);
        let now = cause.map_or(edit.cause, |first: Cause| first.then(edit.cause));
        match self.out.pieces.last_mut() {
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
    use crate::document::{apply, undo};
    use proptest::prelude::*;

    const TEST: Cause = Cause::sure(OperationKind::Repair, "test");

    fn edit(start: usize, end: usize, after: &'static str) -> Edit {
        Edit::new(Span::new(start, end), after, TEST)
    }

    /// The text after rounds of edits, with its operations tried both ways.
    fn check(raw: &str, rounds: &[&[Edit]], expected: &str) -> Traced {
        let traced = rounds
            .iter()
            .fold(Traced::raw(raw), |text, edits| text.edited(edits.to_vec()));
        assert_eq!(traced.text, expected);
        let operations = traced.operations(raw);
        assert_eq!(apply(raw, &operations).as_deref(), Some(expected));
        assert_eq!(undo(expected, &operations).as_deref(), Some(raw));
        traced
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
        let traced = check(
            "ab\u{a0}cd",
            &[&[edit(2, 4, " "), edit(5, 6, "DD")]],
            "ab cDD",
        );
        assert_eq!(traced.origin(Span::new(1, 4)), Span::new(1, 5));
        assert_eq!(traced.origin(Span::new(5, 6)), Span::new(5, 6));
        assert_eq!(traced.origin(Span::new(3, 3)), Span::new(4, 4));
        assert_eq!(traced.origin(Span::new(6, 6)), Span::new(6, 6));
        let part = traced.part(Span::new(1, 5));
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
            let mut traced = Traced::raw(&raw);
            for round in rounds {
                let mut edits = Vec::new();
                let mut least = 0;
                for (start, len, after) in round {
                    let floor = |at: usize| (0..=at.min(traced.text.len())).rfind(|&n| traced.text.is_char_boundary(n)).unwrap_or(0);
                    let start = floor(start.max(least)).max(least);
                    let end = floor(start + len).max(start);
                    edits.push(Edit::new(Span::new(start, end), after, TEST));
                    least = end;
                }
                let mut expected = String::new();
                let mut at = 0;
                for edit in &edits {
                    expected += &traced.text[at..edit.span.start as usize];
                    expected += &edit.after;
                    at = edit.span.end as usize;
                }
                expected += &traced.text[at..];
                traced = traced.edited(edits);
                prop_assert_eq!(&traced.text, &expected);
            }
            let operations = traced.operations(&raw);
            prop_assert_eq!(apply(&raw, &operations), Some(traced.text.clone()));
            prop_assert_eq!(undo(&traced.text, &operations), Some(raw));
        }
    }
}
