//! What is an offset in another unit? An index that converts between bytes and other units, the
//! only place where offsets change their unit.
//!
//! JavaScript counts strings in UTF-16 code units, Python in Unicode scalar values. An
//! [`OffsetIndex`] is built once for a text and converts any offset in logarithmic time.

use super::Span;

/// The unit that an offset counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Unit {
    /// Bytes of UTF-8.
    Utf8,
    /// Code units of UTF-16: JavaScript, Java, the DOM.
    #[default]
    Utf16,
    /// Unicode scalar values: Python.
    Scalar,
}

impl Unit {
    /// The number of units that a character occupies.
    fn width(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Scalar => 1,
        }
    }
}

/// Converts between the byte offsets of one text and offsets in another [`Unit`].
///
/// It has one entry for each character of more than one byte, so ASCII text costs nothing.
#[derive(Debug, Clone, Default)]
pub struct OffsetIndex {
    wide: Vec<Wide>,
}

/// A character of more than one byte: where it ends in bytes and in the other unit, and its width
/// in that unit.
#[derive(Debug, Clone, Copy)]
struct Wide {
    byte: u32,
    offset: u32,
    width: u32,
}

impl OffsetIndex {
    /// Builds the index of `text` for `unit` in one pass.
    pub fn new(text: &str, unit: Unit) -> Self {
        let mut wide = Vec::new();
        let mut lag = 0;
        for (start, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
            lag += c.len_utf8() - unit.width(c);
            let byte = start + c.len_utf8();
            wide.push(Wide {
                byte: byte as u32,
                offset: (byte - lag) as u32,
                width: unit.width(c) as u32,
            });
        }
        Self { wide }
    }

    /// Converts a byte offset on a character boundary to the index's unit.
    pub fn offset(&self, byte: u32) -> u32 {
        match self.wide.partition_point(|w| w.byte <= byte) {
            0 => byte,
            n => self.wide[n - 1].offset + (byte - self.wide[n - 1].byte),
        }
    }

    /// Converts an offset in the index's unit to bytes; an offset inside a character becomes its
    /// end.
    pub fn byte(&self, offset: u32) -> u32 {
        let n = self.wide.partition_point(|w| w.offset <= offset);
        match self.wide.get(n) {
            Some(next) if offset > next.offset - next.width => next.byte,
            _ if n == 0 => offset,
            _ => self.wide[n - 1].byte + (offset - self.wide[n - 1].offset),
        }
    }

    /// The start and end of a span in the index's unit.
    pub fn range(&self, span: Span) -> [u32; 2] {
        [self.offset(span.start), self.offset(span.end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting() {
        for text in ["", "plain", "é“a”", "e\u{301}x", "😀a😀é漢", "\r\n«»"] {
            for unit in [Unit::Utf8, Unit::Utf16, Unit::Scalar] {
                let index = OffsetIndex::new(text, unit);
                for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                    let counted = text[..byte].chars().map(|c| unit.width(c)).sum::<usize>() as u32;
                    assert_eq!(index.offset(byte as u32), counted, "{text:?} at {byte}");
                    assert_eq!(
                        index.byte(counted),
                        byte as u32,
                        "{text:?} back at {counted}"
                    );
                }
            }
        }
    }

    #[test]
    fn inside_a_pair_goes_to_its_end() {
        assert_eq!(OffsetIndex::new("a😀b", Unit::Utf16).byte(2), 5);
    }
}
