//! Which characters must be replaced or removed? A pass over line ends, spaces, invisible
//! characters, references and accents.
//!
//! Quotation marks, dashes and everything else that a writer chose stay as they are.

use std::borrow::Cow;

use unicode_normalization::char::{canonical_combining_class, compose};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{reference, tab};
use crate::clean::edit::{Cause, Edit};
use crate::document::OperationKind::{Character, Layout};
use crate::text::{Span, canonical};

/// The edits that make the characters of a text canonical, in order; empty if they already are.
/// Accents are composed only in a text that needs no other edit.
pub fn edits(text: &str) -> Vec<Edit> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut lines = Lines::default();
    let mut composed = true;
    while let Some(next) = next_stop(text.as_bytes(), at) {
        let Some(c) = text[next..].chars().next() else {
            break;
        };
        let mut len = c.len_utf8();
        composed = composed && is_composed(c);
        if let Some((rule, after)) = character(text, next, c, &mut len, &mut lines) {
            found.push(Edit::new(Span::new(next, next + len), after, rule));
        }
        at = next + len;
    }
    if found.is_empty() && !composed {
        return accents(text);
    }
    found
}

/// The first byte from `at` on that may need a change: a control, `&`, or one that is not ASCII.
fn next_stop(bytes: &[u8], at: usize) -> Option<usize> {
    let stops = |b: u8| b >= 0x7f || b == b'&' || b < b' ' && b != b'\n';
    let rest = bytes.get(at..)?;
    // Whole chunks at a time, so that the compiler can vectorize the comparison.
    let is_plain = |chunk: &&[u8]| !chunk.iter().fold(false, |found, &b| found | stops(b));
    let skipped: usize = rest.chunks(32).take_while(is_plain).map(<[u8]>::len).sum();
    let stop = rest[skipped..].iter().position(|&b| stops(b))?;
    Some(at + skipped + stop)
}

type Change = (Cause, Cow<'static, str>);

/// The replacement of the character `c` at byte `at`. `len` is the number of bytes replaced; it is
/// increased if they are more than `c`.
fn character(text: &str, at: usize, c: char, len: &mut usize, lines: &mut Lines) -> Option<Change> {
    let change = |kind, rule, after| Some((Cause::sure(kind, rule), Cow::Borrowed(after)));
    match c {
        '\r' => {
            *len += usize::from(text[at + 1..].starts_with('\n'));
            change(Layout, "line-end", "\n")
        }
        '\t' if lines.rows.hold(text, at) => change(Layout, "tab-of-table", " | "),
        '\t' => change(Layout, "tab", " "),
        '&' => {
            let (length, after) = reference::at(&text[at..])?;
            *len = length;
            Some((
                Cause::sure(Character, "entity"),
                Cow::Owned(after.to_string()),
            ))
        }
        '\u{a0}' | '\u{202f}' | '\u{2007}' => change(Character, "nbsp", " "),
        '\u{ad}' => change(Character, "soft-hyphen", ""),
        '\u{200c}' | '\u{200d}' if !joins(text, at, c) => change(Character, "zero-width", ""),
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            let kept = !matches!(c, '\u{202d}' | '\u{202e}')
                && lines.directions.run_right_to_left(text, at);
            if kept {
                None
            } else {
                change(Character, "bidi", "")
            }
        }
        '\u{fffc}' => change(Character, "zero-width", ""),
        _ => match canonical(c) {
            Some(same) if same == c => None,
            Some('\n') => change(Layout, "line-end", "\n"),
            Some(_) => change(Character, "space", " "),
            None if c.is_control() => change(Character, "control", ""),
            None => change(Character, "zero-width", ""),
        },
    }
}

/// Whether the joiner `c` is needed: it is next to a character of a non-Latin script or an emoji.
fn joins(text: &str, at: usize, c: char) -> bool {
    let needs = |c: char| {
        u32::from(c) >= 0x590
            && !c.is_whitespace()
            && !matches!(u32::from(c), 0x1e00..=0x1eff | 0x2000..=0x20cf | 0xfeff)
    };
    let before = text[..at].chars().next_back();
    let after = text[at + c.len_utf8()..].chars().next();
    before.is_some_and(needs) && (after.is_some_and(needs) || c == '\u{200c}')
}

/// Properties of the lines of a text, computed when needed.
#[derive(Default)]
struct Lines {
    directions: Directions,
    rows: tab::Rows,
}

/// The direction of the line that was queried last.
#[derive(Default)]
struct Directions {
    line: Span,
    leftward: bool,
}

impl Directions {
    /// Whether the line around a byte contains right-to-left letters.
    fn run_right_to_left(&mut self, text: &str, at: usize) -> bool {
        if !self.line.contains_offset(at as u32) {
            let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
            let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
            self.line = Span::new(start, end);
            self.leftward = text[start..end].chars().any(|c| {
                matches!(u32::from(c), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc)
                    && c.is_alphabetic()
            });
        }
        self.leftward
    }
}

/// The edits that compose letters and their accents (NFC, UAX #15).
fn accents(text: &str) -> Vec<Edit> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut last: Option<char> = None;
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        let joins = canonical_combining_class(c) != 0
            || last.is_some_and(|last| compose(last, c).is_some());
        if !joins {
            let part = &text[start..at];
            if !part.is_ascii() {
                let nfc: String = part.nfc().collect();
                if nfc != part {
                    found.push(Edit::new(
                        Span::new(start, at),
                        nfc,
                        Cause::sure(Character, "nfc"),
                    ));
                }
            }
            start = at;
            last = None;
        }
        last = last.map_or(Some(c), |before| compose(before, c).or(Some(c)));
    }
    found
}

/// Whether a character alone shows that it is in NFC. A text of such characters is in NFC.
fn is_composed(c: char) -> bool {
    matches!(u32::from(c), 0..=0x2ff | 0x400..=0x482 | 0x2010..=0x2027 | 0x3040..=0x3098 | 0x4e00..=0x9fff | 0xac00..=0xd7a3)
        || is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::source_map::MappedText;
    use crate::text::normalize;

    fn check(raw: &str, expected: &str) {
        let mut mapped = MappedText::raw(raw);
        loop {
            let edits = edits(&mapped.text);
            if edits.is_empty() {
                break;
            }
            mapped = mapped.edited(edits);
        }
        assert_eq!(mapped.text, expected, "{raw:?}");
        assert_eq!(normalize(expected), expected, "{raw:?} is canonical");
    }

    #[test]
    fn lines_and_spaces() {
        check("a\r\nb\rc\u{2028}d\u{85}e", "a\nb\nc\nd\ne");
        check("a\u{a0}b\tc\u{2009}d\u{3000}e", "a b c d e");
        check("a\tb\tc\nd\t\tf", "a | b | c\nd |  | f");
        check("", "");
    }

    #[test]
    fn invisible_characters() {
        check(
            "soft\u{ad}hy\u{200b}phen\u{feff}\u{7}\u{1a}\u{fffc}",
            "softhyphen",
        );
        check(
            "👩\u{200d}👩 क\u{94d}\u{200d}ष",
            "👩\u{200d}👩 क\u{94d}\u{200d}ष",
        );
        check("fi\u{200d}sh \u{200c}a", "fish a");
        check("a\u{200e}b\u{202e}c\u{2066}d\u{2069}", "abcd");
        check("שלום\u{200f}! \u{202e}a\nb\u{200f}", "שלום\u{200f}! a\nb");
    }

    #[test]
    fn references() {
        check(
            "AT&amp;T &#8217;s &#x201C;x&#x201d; caf&eacute;&nbsp;&amp;quot;",
            "AT&T ’s “x” café \"",
        );
        check(
            "AT&T, R&D; a&b=1 &unknown; &; &#; &#xd800; &#0;",
            "AT&T, R&D; a&b=1 &unknown; &; &#; &#xd800; &#0;",
        );
        check("it&#146;s", "it’s");
    }

    #[test]
    fn composition() {
        check("e\u{301}\u{323} x “ ” « »", "ẹ\u{301} x “ ” « »");
        check("\u{1100}\u{1161}\u{11a8} é", "각 é");
    }
}
