//! Which characters do these bytes stand for? Bytes of a file in, text out, nothing lost.
//!
//! A byte order mark decides; without one, valid UTF-8 is UTF-8, zero bytes at every second place
//! mean UTF-16, and everything else is windows-1252, where every byte has a character.

/// What windows-1252 has at 0x80–0x9F; the five bytes it leaves open keep their control character,
/// as the WHATWG Encoding Standard has it.
pub(super) const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file's bytes; total, an empty file is an empty text.
pub fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8_or_single_bytes(rest),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match zeros(bytes) {
            Zeros::Second => utf16(bytes, u16::from_le_bytes),
            Zeros::First => utf16(bytes, u16::from_be_bytes),
            Zeros::Neither => utf8_or_single_bytes(bytes),
        },
    }
}

/// The character of windows-1252 at a byte.
pub(super) fn from_windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn utf8_or_single_bytes(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|&b| from_windows_1252(b)).collect(),
    }
}

/// UTF-16; lone surrogates and an odd last byte become U+FFFD.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let pairs = bytes.chunks_exact(2);
    let odd = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let mut text: String = char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    if odd {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

/// At which bytes of each pair the zeros stand.
enum Zeros {
    First,
    Second,
    Neither,
}

/// UTF-16 without a mark shows in its zeros: Latin text has one in nearly every pair, always at
/// the same place.
fn zeros(bytes: &[u8]) -> Zeros {
    let (mut first, mut second, mut pairs) = (0, 0, 0);
    for pair in bytes.chunks_exact(2).take(512) {
        pairs += 1;
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    if pairs < 2 {
        Zeros::Neither
    } else if second * 2 > pairs && first == 0 {
        Zeros::Second
    } else if first * 2 > pairs && second == 0 {
        Zeros::First
    } else {
        Zeros::Neither
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes), expected, "{bytes:?}");
    }

    #[test]
    fn marks_decide() {
        check(b"\xef\xbb\xbfcaf\xc3\xa9", "café");
        check(b"\xff\xfeh\0\xe9\0", "hé");
        check(b"\xfe\xff\0h\0\xe9", "hé");
        check(b"\xff\xfeh\0\x00\xd8x", "h\u{fffd}\u{fffd}");
    }

    #[test]
    fn no_mark() {
        check(b"", "");
        check("naïve “x”\r\n".as_bytes(), "naïve “x”\r\n");
        check(b"caf\xe9 \x93x\x94 \x81", "café “x” \u{81}");
        check(b"h\0e\0y\0", "hey");
        check(b"\0h\0e\0y", "hey");
    }

    #[test]
    fn every_byte_has_its_own_character() {
        let all: Vec<u8> = (0x80..=0xff).collect();
        let text = decode(&all);
        assert_eq!(text.chars().count(), 128);
        let mut distinct: Vec<char> = text.chars().collect();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), 128);
    }
}
