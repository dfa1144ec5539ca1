//! Which two bytes does a Chinese character have in GBK? What undoing UTF-8 read as GBK needs.
//!
//! GBK takes GB 2312's 6,763 hanzi over in their old order, which only a table can tell
//! (`hanzi.txt`: one row of the standard a line, rows 16 to 87, as published in GB 2312-80), and puts
//! every other hanzi of U+4E00–U+9FA5 around them in the order of Unicode, which is computed.
//! Symbols are left out: they come of no wrongly read Latin text.

use std::sync::OnceLock;

/// The rows of GB 2312 that hold hanzi, 0xB0 to 0xF7.
const ROWS: &str = include_str!("hanzi.txt");

/// The bytes of `c` in GBK, lead byte first; `None` when it has no two bytes there or is a symbol.
///
/// Characters of the private use area stand for lead bytes 0xA1–0xA7 with a low second byte, as
/// decoders of the WHATWG Encoding Standard give them.
pub(super) fn bytes(c: char) -> Option<[u8; 2]> {
    let code = u32::from(c);
    match code {
        0x4e00..=0x9fa5 => {
            let table = table();
            let at = table.binary_search_by_key(&code, |entry| entry.0).ok()?;
            Some(table[at].1)
        }
        0xe4c6..=0xe765 => {
            let (row, cell) = ((code - 0xe4c6) / 96, (code - 0xe4c6) % 96);
            Some([0xa1 + row as u8, low_byte(cell)])
        }
        _ => None,
    }
}

/// All hanzi with their bytes, sorted by code point; built on first use.
fn table() -> &'static [(u32, [u8; 2])] {
    static TABLE: OnceLock<Vec<(u32, [u8; 2])>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: Vec<(u32, [u8; 2])> = Vec::with_capacity(20_902);
        for (lead, row) in (0xb0..=0xf7).zip(ROWS.lines()) {
            let cells = row.chars().zip(0xa1..=0xfe);
            table.extend(cells.map(|(c, low)| (u32::from(c), [lead, low])));
        }
        table.sort_unstable();
        let standard: Vec<u32> = table.iter().map(|entry| entry.0).collect();
        let others = (0x4e00..=0x9fa5).filter(|code| standard.binary_search(code).is_err());
        table.extend(others.zip(places()));
        table.sort_unstable();
        table
    })
}

/// The places of the hanzi outside GB 2312, in order: 32 full rows, then 85 half rows.
fn places() -> impl Iterator<Item = [u8; 2]> {
    let full = (0x81..=0xa0).flat_map(|lead| (0..190).map(move |cell| [lead, low_byte(cell)]));
    let half = (0xaa..=0xfe).flat_map(|lead| (0..96).map(move |cell| [lead, low_byte(cell)]));
    full.chain(half)
}

/// The second byte of a cell: from 0x40, without 0x7F.
fn low_byte(cell: u32) -> u8 {
    let byte = 0x40 + cell as u8;
    if byte >= 0x7f { byte + 1 } else { byte }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_places() {
        for (c, expected) in [
            ('啊', Some([0xb0, 0xa1])),
            ('座', Some([0xd7, 0xf9])),
            ('亍', Some([0xd8, 0xa1])),
            ('齄', Some([0xf7, 0xfe])),
            ('丂', Some([0x81, 0x40])),
            ('茅', Some([0xc3, 0xa9])),
            ('龥', Some([0xfd, 0x9b])),
            ('\u{e4c6}', Some([0xa1, 0x40])),
            ('a', None),
            ('あ', None),
        ] {
            assert_eq!(bytes(c), expected, "{c}");
        }
    }

    #[test]
    fn no_place_is_taken_twice() {
        let mut all: Vec<_> = table().iter().map(|entry| entry.1).collect();
        assert_eq!(all.len(), 20_902);
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 20_902);
    }
}
