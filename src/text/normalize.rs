//! Which characters mean the same? A pass to a normal form: NFC, one kind of line end, plain
//! spaces, no controls.
//!
//! Quotation marks, dashes and everything else that a writer chose stay as written.

use unicode_normalization::UnicodeNormalization;

/// The canonical form of `raw`; idempotent.
///
/// CRLF, CR, NEL, vertical tabs, form feeds and the line and paragraph separators become `\n`.
/// No-break and typographic spaces and tabs become a space. Soft hyphens, zero-width spaces and
/// control characters vanish; the joiners that scripts and emoji need stay. NFC comes last.
pub fn normalize(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                text.push('\n');
            }
            _ => text.extend(canonical(c)),
        }
    }
    text.nfc().collect()
}

/// What replaces one character of raw text before composition; `None` if it vanishes.
pub(crate) fn canonical(c: char) -> Option<char> {
    match c {
        '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => Some('\n'),
        '\t'
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => Some(' '),
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => None,
        _ if c.is_control() => None,
        _ => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters() {
        for (raw, expected) in [
            ("a\r\nb\rc\u{2028}d", "a\nb\nc\nd"),
            ("a\u{a0}b\tc", "a b c"),
            ("soft\u{ad}hyphen\u{200b}\u{feff}\u{7}", "softhyphen"),
            ("e\u{301} “ ” « »", "é “ ” « »"),
            ("👩\u{200d}👩", "👩\u{200d}👩"),
            ("", ""),
        ] {
            assert_eq!(normalize(raw), expected, "{raw:?}");
            assert_eq!(normalize(expected), expected, "{raw:?} again");
        }
    }
}
