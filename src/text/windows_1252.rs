//! Which windows-1252 character does a byte stand for? A lookup table from the WHATWG Encoding
//! Standard.

use encoding_rs as whatwg;

/// The windows-1252 character of a byte.
pub fn from_windows_1252(byte: u8) -> char {
    let text = whatwg::WINDOWS_1252
        .decode_without_bom_handling(&[byte])
        .0
        .into_owned();
    text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
}
