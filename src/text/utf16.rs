//! Bytes ⇄ UTF-16: the one place where offsets change their unit.
//!
//! JavaScript counts strings in UTF-16 code units. A [`Utf16Index`] is made once for a text and
//! converts any byte offset in logarithmic time (after typst's `lines.rs`: sparse checkpoints).

use super::Span;

/// A half-open range of UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16Range {
    /// First unit.
    pub start: u32,
    /// First unit after the range.
    pub end: u32,
}

/// Converts between byte and UTF-16 offsets of one text.
///
/// Holds one entry for each character that is not one byte, so ASCII text costs nothing.
#[derive(Debug, Clone, Default)]
pub struct Utf16Index {
    wide: Vec<Wide>,
}

/// A character of more than one byte, by where it ends in both units.
#[derive(Debug, Clone, Copy)]
struct Wide {
    byte: u32,
    utf16: u32,
    units: u32,
}

impl Utf16Index {
    /// The index of `text`, in one pass.
    pub fn new(text: &str) -> Self {
        let mut wide = Vec::new();
        let mut lag = 0;
        for (offset, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
            lag += c.len_utf8() - c.len_utf16();
            let byte = offset + c.len_utf8();
            wide.push(Wide {
                byte: byte as u32,
                utf16: (byte - lag) as u32,
                units: c.len_utf16() as u32,
            });
        }
        Self { wide }
    }

    /// The UTF-16 offset of a byte offset on a character boundary.
    pub fn utf16(&self, byte: u32) -> u32 {
        match self.wide.partition_point(|w| w.byte <= byte) {
            0 => byte,
            n => self.wide[n - 1].utf16 + (byte - self.wide[n - 1].byte),
        }
    }

    /// The byte offset of a UTF-16 offset; one inside a surrogate pair gives the pair's end.
    pub fn byte(&self, utf16: u32) -> u32 {
        let n = self.wide.partition_point(|w| w.utf16 <= utf16);
        match self.wide.get(n) {
            Some(next) if utf16 > next.utf16 - next.units => next.byte,
            _ if n == 0 => utf16,
            _ => self.wide[n - 1].byte + (utf16 - self.wide[n - 1].utf16),
        }
    }

    /// The UTF-16 range of a span.
    pub fn range(&self, span: Span) -> Utf16Range {
        Utf16Range {
            start: self.utf16(span.start),
            end: self.utf16(span.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting() {
        for text in ["", "plain", "é“a”", "e\u{301}x", "😀a😀é漢", "\r\n«»"] {
            let index = Utf16Index::new(text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let counted = text[..byte].encode_utf16().count() as u32;
                assert_eq!(index.utf16(byte as u32), counted, "{text:?} at {byte}");
                assert_eq!(
                    index.byte(counted),
                    byte as u32,
                    "{text:?} back at {counted}"
                );
            }
        }
    }

    #[test]
    fn inside_a_pair_goes_to_its_end() {
        assert_eq!(Utf16Index::new("a😀b").byte(2), 5);
    }
}
