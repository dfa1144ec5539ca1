//! Was this UTF-8 read as windows-1252? Its characters turned back into bytes, and what those say.

use super::run::first_char;
use super::{Fix, Line, RUN};
use crate::intake::encoding::from_windows_1252;
use crate::text::Span;

impl Line<'_> {
    /// Repairs UTF-8 read as windows-1252; false when there was none.
    pub(super) fn windows(&self, fixes: &mut Vec<Fix>) -> bool {
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
}

fn windows_1252_byte(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ 0x80..=0xff => Some(code as u8),
        0..=0x7f => None,
        _ => (0x80..=0x9f).find(|&byte| from_windows_1252(byte) == c),
    }
}
