//! Was this text decoded wrongly before we got it? UTF-8 that somebody read as GBK or as
//! windows-1252, put right where the bytes prove it.
//!
//! A run of foreign characters is turned back into the bytes it was read from; if those are UTF-8
//! of what Latin text holds, it is repaired. Where a reader dropped the last byte of a typographic
//! mark, the context decides which mark it was, at a lower confidence. Lines that hold real Chinese
//! are left alone.

use super::encoding::from_windows_1252;
use super::gbk;
use super::lost::lost_mark;
use super::trace::{Change, Traced};
use crate::text::Span;

/// How often text is looked at again after a repair: it may have been misread more than once.
const PASSES: usize = 3;

/// The most characters that are read back to bytes at once.
const RUN: usize = 1_024;

/// How many bytes of a line around a lost mark tell which mark it was: more than a long paragraph,
/// so that the quotation it closes is seen; bounded, because a whole file may be one line.
const CONTEXT: usize = 8_192;

/// The repaired text; what was changed is added to `changes`.
pub(super) fn repaired(mut traced: Traced, changes: &mut Vec<Change>) -> Traced {
    for _ in 0..PASSES {
        let mut found = Vec::new();
        let mut offset = 0;
        let (swallowed, proven) = (swallows(&traced.text), traced.text.contains('鈥'));
        for line in traced.text.split_inclusive('\n') {
            Line {
                text: line,
                offset,
                swallowed,
                proven,
            }
            .repair(&mut found);
            offset += line.len();
        }
        if found.is_empty() {
            break;
        }
        traced = applied(&traced, changes, found);
    }
    traced
}

/// A repair of `span` of the text at hand.
struct Fix {
    span: Span,
    after: String,
    rule: &'static str,
    confidence: f64,
}

/// Puts `fixes` into a text; earlier changes that they touch are merged into them.
fn applied(traced: &Traced, changes: &mut Vec<Change>, fixes: Vec<Fix>) -> Traced {
    let mut result = Traced::default();
    let mut done = 0;
    let raws: Vec<Span> = fixes.iter().map(|fix| traced.origin(fix.span)).collect();
    changes.retain(|change| !covered(&raws, change.raw));
    let earlier = changes.len();
    for (fix, &raw) in fixes.into_iter().zip(&raws) {
        result.push_part(traced, Span::new(done, fix.span.start as usize));
        result.push_str(&fix.after, raw);
        done = fix.span.end as usize;
        // Two repairs of what one character was read from count as one.
        while changes[earlier..]
            .last()
            .is_some_and(|change| raw.contains(change.raw))
        {
            changes.pop();
        }
        changes.push(Change {
            raw,
            after: fix.after,
            rule: fix.rule,
            confidence: fix.confidence,
        });
    }
    result.push_part(traced, Span::new(done, traced.text.len()));
    result
}

/// Whether one of `spans`, which are in order, covers all of `inner`.
fn covered(spans: &[Span], inner: Span) -> bool {
    let first = spans.partition_point(|s| s.end < inner.end);
    spans[first..]
        .iter()
        .take_while(|s| s.start <= inner.start)
        .any(|s| s.contains(inner))
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
    swallowed: bool,
    /// Whether the text holds a mark that only a wrong reader writes.
    proven: bool,
}

/// A part of bytes read as UTF-8.
enum Piece {
    /// A character, and how many bytes it took.
    Whole(char, usize),
    /// Two bytes of a mark whose third is lost.
    Cut([u8; 2]),
}

impl Line<'_> {
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

    /// Repairs UTF-8 read as windows-1252; false when there was none.
    fn windows(&self, fixes: &mut Vec<Fix>) -> bool {
        let mut at = 0;
        while let Some(c) = self.text[at..].chars().next() {
            match self.windows_at(at) {
                Some((len, after, confidence)) => {
                    let span = Span::new(self.offset + at, self.offset + at + len);
                    fixes.push(Fix {
                        span,
                        after,
                        rule: "mojibake-windows-1252",
                        confidence,
                    });
                    at += len;
                }
                None => at += c.len_utf8(),
            }
        }
        !fixes.is_empty()
    }

    /// The repair that starts at a byte: how many bytes it takes, what they say, how sure.
    fn windows_at(&self, at: usize) -> Option<(usize, String, f64)> {
        let rest = &self.text[at..];
        // Only a first byte of several can start a repair; nearly all text ends the search here.
        windows_1252_byte(rest.chars().next()?).filter(|byte| *byte >= 0xc2)?;
        let run: Vec<(u8, usize)> = rest
            .chars()
            .take(RUN)
            .map_while(|c| Some((windows_1252_byte(c)?, c.len_utf8())))
            .collect();
        let bytes: Vec<u8> = run.iter().map(|&(byte, _)| byte).collect();
        let mut after = String::new();
        let mut taken = 0;
        while let Some(c) = first_char(&bytes[taken..]) {
            after.push(c);
            taken += c.len_utf8();
        }
        let length = |n: usize| run[..n].iter().map(|&(_, len)| len).sum();
        if taken == 0 {
            // Of the closing mark's three bytes, windows-1252 leaves the last one open.
            let cut = bytes.starts_with(&[0xe2, 0x80]) && bytes.len() == 2;
            return cut.then(|| (length(2), "”".to_owned(), 0.9));
        }
        let single = after.chars().count() == 1;
        if single && !self.is_sure_alone(at, &bytes[..taken]) {
            return None;
        }
        Some((length(taken), after, if single { 0.95 } else { 0.99 }))
    }

    /// Whether one misread character is proof by itself: "Ã©" is, "ß”" is a letter and a mark.
    fn is_sure_alone(&self, at: usize, bytes: &[u8]) -> bool {
        let second = bytes.get(1).map_or(' ', |&b| from_windows_1252(b));
        let mark = matches!(
            second,
            '‘' | '’' | '“' | '”' | '–' | '—' | '…' | '‹' | '›' | '«' | '»'
        );
        let before = self.text[..at].chars().next_back();
        match bytes {
            [0xc2 | 0xc3, _] => {
                !(mark && before.is_none_or(|c| c.is_uppercase() || !c.is_alphabetic()))
            }
            [_, _] => !mark && before.is_some_and(|c| c.is_ascii_lowercase()),
            [0xe2, ..] => !mark,
            [_, _, _, _] => true,
            _ => false,
        }
    }

    /// Repairs UTF-8 read as GBK.
    fn gbk(&self, fixes: &mut Vec<Fix>) {
        let mut found = Vec::new();
        let mut out = String::new();
        let mut at = 0;
        while let Some(c) = self.text[at..].chars().next() {
            let Some(run) = self.gbk_run(at) else {
                if is_east_asian(c) {
                    return;
                }
                out.push(c);
                at += c.len_utf8();
                continue;
            };
            at = self.gbk_fixes(at, &run, &mut out, &mut found);
        }
        fixes.append(&mut found);
    }

    /// The characters from `at` that read back as UTF-8 of Latin text, with their bytes.
    fn gbk_run(&self, at: usize) -> Option<Run> {
        let mut run = Run::default();
        for c in self.text[at..].chars().take(RUN) {
            match gbk::bytes(c) {
                Some(bytes) => run.push(c, &bytes),
                // The sign that GBK readers have for the single byte 0x80.
                None if c == '€' && !run.bytes.is_empty() => run.push(c, &[0x80]),
                None => break,
            }
        }
        run.pieces = pieces(&run.bytes)?;
        let strong = run.bytes.starts_with(&[0xe2, 0x80]) || run.bytes.starts_with(&[0xe2, 0x82]);
        (strong || self.is_glued(at, &run)).then_some(run)
    }

    /// Whether a run without a typographic mark stands where Latin text has a letter or sign, and
    /// not where English names a Chinese word.
    fn is_glued(&self, at: usize, run: &Run) -> bool {
        let before = self.text[..at].chars().next_back();
        let rest = &self.text[at + run.length..];
        let after = rest.chars().next();
        let letters = run
            .pieces
            .iter()
            .all(|p| matches!(p, Piece::Whole(c, _) if c.is_alphabetic()));
        let whole =
            |sign: char| matches!(run.pieces.as_slice(), [Piece::Whole(c, _)] if *c == sign);
        let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if whole('©') {
            return starts_with_year(rest.trim_start());
        }
        if whole('\u{a0}') {
            let stop = before.is_some_and(|c| matches!(c, '.' | ',' | ':' | ';'));
            return joined(before) || joined(after) || stop;
        }
        let inside = after.is_some_and(|c| c.is_ascii_lowercase())
            && rest[1..].starts_with(|c: char| c.is_ascii_lowercase());
        match letters {
            true => joined(before) || inside,
            false => self.proven && (joined(after) || before.is_some_and(|c| c.is_ascii_digit())),
        }
    }

    /// The fixes of one run; returns where the text goes on.
    fn gbk_fixes(&self, at: usize, run: &Run, out: &mut String, fixes: &mut Vec<Fix>) -> usize {
        let end = at + run.length;
        let mut start = at;
        let mut byte = 0;
        let mut after = String::new();
        for piece in &run.pieces {
            let (c, len, sure) = match *piece {
                Piece::Whole(c, len) => (c, len, None),
                Piece::Cut(head) => {
                    let residue = self.residue(end, byte + 2 == run.bytes.len());
                    let rest = head_of(self.text[end + residue..].trim_end_matches('\n'));
                    // A reader that wrote "?" took the next byte with it: before a letter, a blank.
                    let taken = residue > 0 && rest.starts_with(char::is_alphabetic);
                    let next = if taken {
                        format!(" {rest}")
                    } else {
                        rest.to_owned()
                    };
                    let (c, confidence) = lost_mark(head, tail_of(out), &next);
                    // Before a digit it may have been another digit, lost for good.
                    let digit = residue > 0 && rest.starts_with(|c: char| c.is_ascii_digit());
                    (
                        c,
                        2,
                        Some(if digit { confidence / 2.0 } else { confidence }),
                    )
                }
            };
            let char_starts = run.offset_of(byte);
            byte += len;
            let char_ends = run.offset_of(byte);
            out.push(c);
            match (sure, char_starts, char_ends) {
                (Some(confidence), Some(from), Some(to)) => {
                    self.fix(start..at + from, &mut after, "mojibake-gbk", 0.99, fixes);
                    after.push(c);
                    let mut stop = at + to;
                    if byte == run.bytes.len() {
                        let residue = self.residue(end, true);
                        stop += residue;
                        let next = self.text[stop..].chars().next();
                        if residue > 0 && next.is_some_and(char::is_alphabetic) {
                            after.push(' ');
                            out.push(' ');
                        }
                    }
                    self.fix(
                        at + from..stop,
                        &mut after,
                        "mojibake-gbk-lossy",
                        confidence,
                        fixes,
                    );
                    start = stop;
                }
                _ => after.push(c),
            }
        }
        if start < end {
            self.fix(start..end, &mut after, "mojibake-gbk", 0.99, fixes);
            start = end;
        }
        start
    }

    fn fix(
        &self,
        at: std::ops::Range<usize>,
        after: &mut String,
        rule: &'static str,
        confidence: f64,
        fixes: &mut Vec<Fix>,
    ) {
        if !at.is_empty() {
            let span = Span::new(self.offset + at.start, self.offset + at.end);
            fixes.push(Fix {
                span,
                after: std::mem::take(after),
                rule,
                confidence,
            });
        }
    }

    /// How many bytes at `end` stand for a lost byte: a replacement character, or "?" where the
    /// reader wrote one.
    fn residue(&self, end: usize, last: bool) -> usize {
        match self.text[end..].chars().next() {
            Some('\u{fffd}') if last => '\u{fffd}'.len_utf8(),
            Some('?') if last && self.swallowed => 1,
            _ => 0,
        }
    }
}

/// Characters that stand together, and the bytes they were read from.
#[derive(Default)]
struct Run {
    bytes: Vec<u8>,
    /// For each character, where its bytes end, and where it ends in the run's text.
    ends: Vec<(usize, usize)>,
    /// Length of its text in bytes.
    length: usize,
    pieces: Vec<Piece>,
}

impl Run {
    fn push(&mut self, c: char, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.length += c.len_utf8();
        self.ends.push((self.bytes.len(), self.length));
    }

    /// Where the character that starts at a byte starts in the text; `None` inside a character.
    fn offset_of(&self, byte: usize) -> Option<usize> {
        if byte == 0 {
            return Some(0);
        }
        self.ends.iter().find(|end| end.0 == byte).map(|end| end.1)
    }
}

/// Bytes as UTF-8 of what Latin text holds, cut marks included; `None` if they are anything else.
fn pieces(bytes: &[u8]) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = bytes;
    let mut proof = false;
    while let Some(&first) = rest.first() {
        let len = if let Some(c) = first_char(rest).filter(|&c| is_western(c)) {
            pieces.push(Piece::Whole(c, c.len_utf8()));
            proof = true;
            c.len_utf8()
        } else if first.is_ascii() {
            pieces.push(Piece::Whole(char::from(first), 1));
            1
        } else if let [head @ 0xe2, second @ (0x80 | 0x82 | 0x84), ..] = rest {
            pieces.push(Piece::Cut([*head, *second]));
            proof = true;
            2
        } else {
            return None;
        };
        rest = &rest[len..];
    }
    proof.then_some(pieces)
}

/// The first [`CONTEXT`] bytes of a text, cut at a character.
fn head_of(text: &str) -> &str {
    let cut = (0..=CONTEXT.min(text.len())).rfind(|&at| text.is_char_boundary(at));
    &text[..cut.unwrap_or(0)]
}

/// The last [`CONTEXT`] bytes of a text, cut at a character.
fn tail_of(text: &str) -> &str {
    let cut =
        (text.len().saturating_sub(CONTEXT)..text.len()).find(|&at| text.is_char_boundary(at));
    &text[cut.unwrap_or(text.len())..]
}

/// The multi-byte character that `bytes` start with.
fn first_char(bytes: &[u8]) -> Option<char> {
    let len = match bytes.first()? {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    std::str::from_utf8(bytes.get(..len)?).ok()?.chars().next()
}

/// Letters and signs of text in Latin script.
fn is_western(c: char) -> bool {
    matches!(u32::from(c), 0xa0..=0x24f | 0x1e00..=0x1eff | 0x2010..=0x2044 | 0x20a0..=0x20bf | 0x2100..=0x2193 | 0x2200..=0x22ff | 0x25a0..=0x25ff)
}

fn is_east_asian(c: char) -> bool {
    matches!(u32::from(c), 0x3040..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff)
}

fn windows_1252_byte(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ 0x80..=0xff => Some(code as u8),
        0..=0x7f => None,
        _ => (0x80..=0x9f).find(|&byte| from_windows_1252(byte) == c),
    }
}

fn starts_with_year(text: &str) -> bool {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        let mut changes = Vec::new();
        let traced = repaired(Traced::raw(raw), &mut changes);
        assert_eq!(traced.text, expected, "{raw:?}");
        assert_eq!(changes.is_empty(), raw == expected, "{raw:?}");
        assert!(
            changes.iter().all(|c| c.raw.end as usize <= raw.len()),
            "{raw:?}"
        );
        assert_eq!(
            repaired(Traced::raw(expected), &mut Vec::new()).text,
            expected,
            "{raw:?} again"
        );
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
