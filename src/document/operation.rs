//! How did the raw text become the text? A list of replacements that can be applied and undone.
//!
//! Operations are in the order of the raw text and do not overlap. Each replaces `before` by
//! `after`; everything between them is the same in both texts. So [`apply`] turns the raw text into
//! the text, and [`undo`] turns it back, byte for byte. A script needs ten lines for either.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// One change between the raw text and the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Operation {
    /// The kind of change.
    pub kind: OperationKind,
    /// The span of `before` in the raw text; empty for an insertion.
    pub raw: Span,
    /// The wording in the raw text.
    pub before: String,
    /// The wording in the text.
    pub after: String,
    /// The rule that made it, in kebab case: "mojibake-gbk", "photo-credit".
    pub rule: String,
    /// The confidence, 0 to 1.
    pub confidence: f64,
    /// For a block inserted at its new place: its span in the raw text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Span>,
    /// For a block inserted at its new place: the changes inside it, in raw order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub within: Vec<Operation>,
}

/// The kind of change that an [`Operation`] makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum OperationKind {
    /// Repairs characters that were decoded wrongly.
    Repair,
    /// Makes characters canonical: spaces, accents, entities, bullets.
    Character,
    /// Changes lines and white space: joins wrapped lines, puts blank lines between blocks.
    Layout,
    /// Removes what does not belong to the article.
    Removal,
    /// Takes a block out at one place or inserts it at another: captions and lines about the
    /// article move to the end.
    Move,
}

/// Applies `operations` to `raw`; `None` if they were not made for it.
pub fn apply(raw: &str, operations: &[Operation]) -> Option<String> {
    let mut text = String::with_capacity(raw.len());
    let mut at = 0;
    for operation in operations {
        let span = operation.raw.range();
        text.push_str(raw.get(at..span.start)?);
        if raw.get(span.clone())? != operation.before {
            return None;
        }
        text.push_str(&operation.after);
        at = span.end;
    }
    text.push_str(raw.get(at..)?);
    Some(text)
}

/// Restores the raw text from `text`; `None` if `operations` did not produce `text`.
pub fn undo(text: &str, operations: &[Operation]) -> Option<String> {
    let mut raw = String::with_capacity(text.len());
    let mut at = 0;
    for operation in operations {
        let same = (operation.raw.start as usize).checked_sub(raw.len())?;
        raw.push_str(text.get(at..at + same)?);
        at += same;
        if !text.get(at..)?.starts_with(&operation.after)
            || operation.raw.len() != operation.before.len()
        {
            return None;
        }
        at += operation.after.len();
        raw.push_str(&operation.before);
    }
    raw.push_str(text.get(at..)?);
    Some(raw)
}

/// Every operation with the span of its `after` in the text. Operations inside a moved block follow
/// the operation that moved it. The operations must be ones that [`apply`] accepts.
pub fn placed(operations: &[Operation]) -> Vec<(Span, &Operation)> {
    let mut found = Vec::with_capacity(operations.len());
    place(operations, 0, 0, &mut found);
    found
}

/// Places the operations of a stretch that starts at byte `raw` of the raw text and at byte `text`
/// of the text.
fn place<'a>(
    operations: &'a [Operation],
    raw: usize,
    text: usize,
    found: &mut Vec<(Span, &'a Operation)>,
) {
    let (mut raw, mut text) = (raw, text);
    for operation in operations {
        let start = text + (operation.raw.start as usize).saturating_sub(raw);
        let end = start + operation.after.len();
        found.push((Span::new(start, end), operation));
        if let Some(from) = operation.from {
            place(&operation.within, from.start as usize, start, found);
        }
        raw = operation.raw.end as usize;
        text = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operation(start: usize, before: &str, after: &str) -> Operation {
        Operation {
            kind: OperationKind::Repair,
            raw: Span::new(start, start + before.len()),
            before: before.to_owned(),
            after: after.to_owned(),
            rule: "test".to_owned(),
            confidence: 1.0,
            from: None,
            within: Vec::new(),
        }
    }

    #[test]
    fn there_and_back() {
        let operations = [
            operation(0, "x", ""),
            operation(2, "鈥檚", "’s"),
            operation(8, "", " [end]"),
        ];
        let text = apply("xI鈥檚", &operations).unwrap();
        assert_eq!(text, "I’s [end]");
        assert_eq!(undo(&text, &operations).as_deref(), Some("xI鈥檚"));
        let places: Vec<_> = placed(&operations)
            .iter()
            .map(|(span, _)| span.slice(&text))
            .collect();
        assert_eq!(places, ["", "’s", " [end]"]);
    }

    #[test]
    fn operations_of_another_text_are_refused() {
        let operations = [operation(1, "b", "c")];
        assert_eq!(apply("axc", &operations), None);
        assert_eq!(apply("a", &operations), None);
        assert_eq!(undo("ab", &operations), None);
        assert_eq!(undo("", &operations), None);
        assert_eq!(apply("é", &[operation(1, "", "x")]), None);
    }

    #[test]
    fn inside_a_moved_block() {
        let moved = Operation {
            kind: OperationKind::Move,
            from: Some(Span::new(0, 4)),
            within: vec![operation(1, "bb", "c")],
            ..operation(6, "", "acd")
        };
        let operations = [operation(0, "abbd", ""), moved];
        let text = apply("abbd..", &operations).unwrap();
        assert_eq!(text, "..acd");
        let found = placed(&operations);
        assert_eq!(found[2].0.slice(&text), "c");
    }
}
