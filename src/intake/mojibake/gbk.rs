//! Was this UTF-8 read as GBK? Runs of hanzi turned back into bytes, and what those say.
//!
//! A line that also holds East Asian text which is no such run is real, and left alone.

use super::lost::{head_of, lost_mark, tail_of};
use super::run::{Piece, Run, pieces};
use super::{Fix, Line, RUN, hanzi};
use crate::text::Span;

/// The rule of a run that lost nothing, and how sure it is.
const SURE: (&str, f64) = ("mojibake-gbk", 0.99);

impl Line<'_> {
    /// Repairs UTF-8 read as GBK.
    pub(super) fn gbk(&self, fixes: &mut Vec<Fix>) {
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
            match hanzi::bytes(c) {
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
        let (mut start, mut byte) = (at, 0);
        let mut after = String::new();
        for piece in &run.pieces {
            let starts = run.offset_of(byte);
            byte += piece.len();
            let last = byte == run.bytes.len();
            let (c, doubt) = match *piece {
                Piece::Whole(c, _) => (c, None),
                Piece::Cut(head) => {
                    let (c, confidence) = self.cut_mark(head, end, last, out);
                    (c, Some(confidence))
                }
            };
            out.push(c);
            let (Some(confidence), Some(from), Some(to)) = (doubt, starts, run.offset_of(byte))
            else {
                after.push(c);
                continue;
            };
            self.fix(start..at + from, &mut after, SURE, fixes);
            after.push(c);
            start = at + to;
            if last {
                start += self.residue(end, true);
                if start > end && self.text[start..].starts_with(char::is_alphabetic) {
                    after.push(' ');
                    out.push(' ');
                }
            }
            let lossy = ("mojibake-gbk-lossy", confidence);
            self.fix(at + from..start, &mut after, lossy, fixes);
        }
        if start < end {
            self.fix(start..end, &mut after, SURE, fixes);
            start = end;
        }
        start
    }

    /// The mark whose third byte is lost, in a run that ends at `end`, and how sure it is.
    fn cut_mark(&self, head: [u8; 2], end: usize, last: bool, out: &str) -> (char, f64) {
        let residue = self.residue(end, last);
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
        (c, if digit { confidence / 2.0 } else { confidence })
    }

    /// Adds a fix that puts what has gathered in `after` in the place of a part of the line.
    fn fix(
        &self,
        at: std::ops::Range<usize>,
        after: &mut String,
        (rule, confidence): (&'static str, f64),
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

fn is_east_asian(c: char) -> bool {
    matches!(u32::from(c), 0x3040..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff)
}

fn starts_with_year(text: &str) -> bool {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}
