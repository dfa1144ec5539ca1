//! Was this text decoded wrongly before we got it? UTF-8 that somebody read as GBK or as
//! windows-1252, put right where the bytes prove it.
//!
//! A run of foreign characters is turned back into the bytes it was read from; if those are UTF-8
//! of what Latin text holds, it is repaired. Where a reader dropped the last byte of a typographic
//! mark, the context decides which mark it was (`lost`), at a lower confidence. Lines that hold real Chinese
//! are left alone.

mod gbk;
mod hanzi;
mod lost;
mod run;
mod windows;

use super::trace::{Cause, Edit, Traced};
use crate::document::OperationKind;
use crate::text::Span;

/// How often text is looked at again after a repair: it may have been misread more than once.
const PASSES: usize = 3;

/// The most characters that are read back to bytes at once.
const RUN: usize = 1_024;

/// Repairs a text; returns whether there was anything to repair.
pub(super) fn repaired(traced: &mut Traced) -> bool {
    let mut any = false;
    for _ in 0..PASSES {
        let found = fixes(&traced.text);
        if found.is_empty() {
            break;
        }
        any = true;
        let edits = found.into_iter().map(|fix| {
            let cause = Cause {
                kind: OperationKind::Repair,
                rule: fix.rule,
                confidence: fix.confidence,
            };
            Edit::new(fix.span, fix.after, cause)
        });
        *traced = traced.edited(edits.collect());
    }
    any
}

/// What one reading of a text finds to repair, in order.
fn fixes(text: &str) -> Vec<Fix> {
    let mut found = Vec::new();
    let mut offset = 0;
    let (swallowed, proven) = (swallows(text), text.contains('鈥'));
    for line in text.split_inclusive('\n') {
        Line {
            text: line,
            offset,
            swallowed,
            proven,
        }
        .repair(&mut found);
        offset += line.len();
    }
    found
}

/// A repair of `span` of the text at hand.
struct Fix {
    span: Span,
    after: String,
    rule: &'static str,
    confidence: f64,
}

/// Whether the reader wrote "?" where it could not read a byte, taking the next one with it; the
/// other kind drops the byte in silence.
fn swallows(text: &str) -> bool {
    text.contains("鈥?") && !text.contains("鈥 ") && !text.contains("鈥\n")
}

/// A line under repair.
struct Line<'a> {
    text: &'a str,
    /// Where it starts in the whole text.
    offset: usize,
    /// Whether "?" stands for a lost byte and the one after it.
    swallowed: bool,
    /// Whether the text holds a mark that only a wrong reader writes.
    proven: bool,
}

impl Line<'_> {
    /// Adds the repairs of the line: of one misreading, or the other.
    fn repair(&self, fixes: &mut Vec<Fix>) {
        if self.text.is_ascii() {
            return;
        }
        let mut found = Vec::new();
        if !self.windows(&mut found) {
            self.gbk(&mut found);
        }
        fixes.append(&mut found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        let mut traced = Traced::raw(raw);
        assert_eq!(repaired(&mut traced), raw != expected, "{raw:?}");
        assert_eq!(traced.text, expected, "{raw:?}");
        assert!(!repaired(&mut traced), "{raw:?} again");
    }

    #[test]
    fn read_as_gbk() {
        check("It鈥檚 a 鈥渘ice鈥 day", "It’s a “nice” day");
        check("Oslo 鈥 Rain, wind.", "Oslo — Rain, wind.");
        check("the boys鈥 toys", "the boys’ toys");
        check("caf茅 in M眉nchen", "café in München");
        check("pages 10鈥12", "pages 10–12");
        check("漏 2021 The Gazette", "© 2021 The Gazette");
        check(
            "鈥淚 know the boys鈥 toys,鈥 she said.",
            "“I know the boys’ toys,” she said.",
        );
        check("鈥淪o?鈥 he asked.", "“So?” he asked.");
    }

    #[test]
    fn lost_bytes_shown_as_question_marks() {
        check(
            "鈥淪o it is,鈥?he said.\nIt鈥檚 over.",
            "“So it is,” he said.\nIt’s over.",
        );
        check(
            "We went on 鈥?as ever 鈥?to it.",
            "We went on — as ever — to it.",
        );
        check("鈥淪o it is.鈥?\nOver.", "“So it is.”\nOver.");
    }

    #[test]
    fn read_as_windows_1252() {
        check("Itâ€™s a cafÃ©", "It’s a café");
        check("â€œSo,â€\u{9d} he said", "“So,” he said");
        check("â€œSo,â€ he said", "“So,” he said");
        check("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет");
        check("ItÃ¢â‚¬â„¢s", "It’s");
    }

    #[test]
    fn real_text_stays() {
        for text in [
            "The word 茅 means thatch.",
            "她说：“你好。”",
            "漏水了 2021年",
            "“Spaß”, sagte sie. «É» DIÁRIO DA MANHÃ—hoje",
            "café—“hello”",
            "鈥檚 在中文里",
            "naïve São Paulo, 5 € – ok…",
            "日本の「カフェ」",
        ] {
            check(text, text);
        }
    }
}
