//! Which character does `&eacute;` or `&#233;` stand for? A lookup of character references.

use crate::text::from_windows_1252;

/// Names and code points, sorted by name; the format is described at the head of the file.
const NAMES: &str = include_str!("references.tsv");

/// The longest reference that is recognized, in bytes.
const LONGEST: usize = 12;

/// The reference at the start of a text: its length in bytes, and its character. `None` without a
/// semicolon: `&copy=1` is a part of an address.
pub fn at(text: &str) -> Option<(usize, char)> {
    let end = text.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = text.get(1..end)?;
    let c = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(name)?,
    };
    Some((end + 1, c))
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    // The HTML standard reads 0x80 to 0x9F as windows-1252.
    match code {
        0x80..=0x9f => Some(from_windows_1252(code as u8)),
        0..=8 | 0xb..=0x1f => None,
        _ => char::from_u32(code),
    }
}

fn named(name: &str) -> Option<char> {
    if !name.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let code = NAMES
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'))?;
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
}
