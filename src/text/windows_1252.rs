//! Which character of windows-1252 is a byte? A table that text pasted into other encodings is read with.

use encoding_rs as whatwg;

/// The character of windows-1252 at a byte.
pub fn from_windows_1252(byte: u8) -> char {
    let text = whatwg::WINDOWS_1252
        .decode_without_bom_handling(&[byte])
        .0
        .into_owned();
    text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
}
