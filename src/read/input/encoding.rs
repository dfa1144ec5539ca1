//! Which characters do these bytes stand for? A decoder that reports what it could not decode.
//!
//! A byte order mark decides. Without one, valid UTF-8 is UTF-8 even if something else is declared:
//! text in another encoding is hardly ever valid UTF-8 by accident, and wrong declarations are
//! common. Zero bytes in every second place mean UTF-16. UTF-8 with a few bad bytes stays UTF-8.
//! Then the declaration counts, and last a guess by chardetng, the detector of Firefox.

use encoding_rs as whatwg;
use encoding_rs::Encoding as Table;

use crate::document::{Basis, Encoding};
use crate::text::from_windows_1252;

/// The text of some bytes, and how it was decoded.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding that was used.
    pub encoding: Encoding,
}

/// The text of a file's bytes. It cannot fail; an empty file is an empty text.
pub fn decode(bytes: &[u8]) -> Decoded {
    decode_as(bytes, None)
}

/// Like [`decode`], for a file that declares the label of an encoding; an unknown label is ignored.
///
/// ```
/// use corpus_explorer::read::decode_as;
///
/// let decoded = decode_as(b"\xcf\xf0\xe8\xe2\xe5\xf2", Some("windows-1251"));
/// assert_eq!(decoded.text, "Привет");
/// ```
pub fn decode_as(bytes: &[u8], declared: Option<&str>) -> Decoded {
    if let Some((table, length)) = Table::for_bom(bytes) {
        return by_table(&bytes[length..], table, Basis::Mark, 1.0);
    }
    let declared = declared.and_then(|label| Table::for_label(label.trim().as_bytes()));
    if let Some(table) = declared.filter(|&t| t == whatwg::ISO_2022_JP && bytes.contains(&0x1b)) {
        return by_table(bytes, table, Basis::Declared, 0.95);
    }
    if let Some(table) = zeros(bytes) {
        return by_table(bytes, table, Basis::Detected, 0.95);
    }
    let tally = Tally::of(bytes);
    if tally.is_utf8(declared == Some(whatwg::UTF_8)) {
        return mostly_utf8(bytes, &tally);
    }
    match declared.filter(|table| table.is_ascii_compatible() && *table != whatwg::UTF_8) {
        Some(table) => by_table(bytes, table, Basis::Declared, 0.95),
        None => detected(bytes),
    }
}

/// Decodes with a table. Malformed sequences lower the confidence.
fn by_table(bytes: &[u8], table: &'static Table, how: Basis, confidence: f64) -> Decoded {
    let (text, errors) = table.decode_without_bom_handling(bytes);
    let malformed = match errors {
        true => text.matches(char::REPLACEMENT_CHARACTER).count(),
        false => 0,
    };
    let foreign = bytes
        .iter()
        .filter(|byte| !byte.is_ascii())
        .count()
        .max(malformed)
        .max(1);
    let sound = 1.0 - malformed as f64 / foreign as f64;
    Decoded {
        text: text.into_owned(),
        encoding: Encoding {
            name: table.name().to_ascii_lowercase(),
            how,
            confidence: confidence * sound,
            malformed: u32::try_from(malformed).unwrap_or(u32::MAX),
        },
    }
}

fn detected(bytes: &[u8]) -> Decoded {
    let mut detector = chardetng::EncodingDetector::new();
    detector.feed(bytes, true);
    let (table, likely) = detector.guess_assess(None, false);
    by_table(
        bytes,
        table,
        Basis::Detected,
        if likely { 0.8 } else { 0.5 },
    )
}

/// How much of some bytes is valid UTF-8.
struct Tally {
    /// The number of characters of more than one byte.
    wide: usize,
    /// The number of invalid sequences.
    bad: usize,
}

impl Tally {
    fn of(bytes: &[u8]) -> Self {
        let mut tally = Self { wide: 0, bad: 0 };
        for chunk in bytes.utf8_chunks() {
            let valid = chunk.valid().as_bytes();
            // Every character of several bytes has exactly one byte from 0xC0 on.
            tally.wide += valid.iter().filter(|byte| **byte >= 0xc0).count();
            tally.bad += usize::from(!chunk.invalid().is_empty());
        }
        tally
    }

    /// Whether the bytes count as UTF-8: there are no bad ones, or clearly more wide characters.
    fn is_utf8(&self, declared: bool) -> bool {
        self.bad == 0 || self.wide >= if declared { self.bad } else { 4 * self.bad }
    }
}

/// Decodes UTF-8 with bad bytes. A single one is read as windows-1252, from which such bytes are
/// often pasted. A truncated character becomes U+FFFD.
fn mostly_utf8(bytes: &[u8], tally: &Tally) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        match *chunk.invalid() {
            [] => {}
            [byte] => text.push(from_windows_1252(byte)),
            _ => text.push(char::REPLACEMENT_CHARACTER),
        }
    }
    let (wide, bad) = (tally.wide as f64, tally.bad as f64);
    Decoded {
        text,
        encoding: Encoding {
            name: "utf-8".to_owned(),
            how: Basis::Valid,
            confidence: if tally.bad == 0 {
                1.0
            } else {
                wide / (wide + bad)
            },
            malformed: u32::try_from(tally.bad).unwrap_or(u32::MAX),
        },
    }
}

/// UTF-16 without a mark, detected by its zeros: Latin text has one in nearly every pair.
fn zeros(bytes: &[u8]) -> Option<&'static Table> {
    let (mut first, mut second, mut pairs) = (0, 0, 0);
    for pair in bytes.chunks_exact(2).take(512) {
        pairs += 1;
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    match (first, second) {
        _ if pairs < 2 => None,
        (0, zeros) if zeros * 2 > pairs => Some(whatwg::UTF_16LE),
        (zeros, 0) if zeros * 2 > pairs => Some(whatwg::UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `how` is the encoding, the decision and the number of malformed sequences.
    fn check(bytes: &[u8], declared: &str, text: &str, how: &str) {
        let declared = Some(declared).filter(|label| !label.is_empty());
        let Decoded {
            text: t,
            encoding: e,
        } = decode_as(bytes, declared);
        assert_eq!(t, text, "{bytes:?}");
        let found = format!("{} {:?} {}", e.name, e.how, e.malformed);
        assert_eq!(found, how, "{bytes:?}");
        assert!((0.0..=1.0).contains(&e.confidence), "{bytes:?} {e:?}");
    }

    #[test]
    fn marks_decide() {
        check(b"\xef\xbb\xbfcaf\xc3\xa9", "koi8-r", "café", "utf-8 Mark 0");
        check(b"\xff\xfeh\0\xe9\0", "koi8-r", "hé", "utf-16le Mark 0");
        check(b"\xfe\xff\0h\0\xe9", "koi8-r", "hé", "utf-16be Mark 0");
        check(b"\xff\xfeh\0\x00\xd8x", "", "h\u{fffd}", "utf-16le Mark 1");
    }

    #[test]
    fn utf8() {
        check(b"", "", "", "utf-8 Valid 0");
        let text = "naïve “x”\r\n";
        check(text.as_bytes(), "iso-8859-1", text, "utf-8 Valid 0");
        let mixed = |bad: &[u8]| ["ä ö ü ß".as_bytes(), bad].concat();
        check(&mixed(b" caf\xe9"), "", "ä ö ü ß café", "utf-8 Valid 1");
        check(&mixed(b"\x93x"), "", "ä ö ü ß“x", "utf-8 Valid 1");
        check(
            &mixed(b"\xe2\x80 x"),
            "",
            "ä ö ü ß\u{fffd} x",
            "utf-8 Valid 1",
        );
    }

    #[test]
    fn utf16_without_a_mark() {
        check(b"h\0e\0y\0", "", "hey", "utf-16le Detected 0");
        check(b"\0h\0e\0y", "", "hey", "utf-16be Detected 0");
    }

    #[test]
    fn declarations() {
        let russian = b"\xcf\xf0\xe8\xe2\xe5\xf2";
        check(russian, " CP1251 ", "Привет", "windows-1251 Declared 0");
        check(b"\x82\xa0", "shift_jis", "あ", "shift_jis Declared 0");
        let escaped = b"\x1b$B$\"\x1b(B";
        check(escaped, "iso-2022-jp", "あ", "iso-2022-jp Declared 0");
        check(
            b"\x82\xa0\xff",
            "sjis",
            "あ\u{fffd}",
            "shift_jis Declared 1",
        );
    }

    #[test]
    fn guesses() {
        let quoted = b"He went to the caf\xe9 and said \x93no\x94.";
        let text = "He went to the café and said “no”.";
        check(quoted, "nonsense", text, "windows-1252 Detected 0");
        let russian = "Они говорили о погоде и о хлебе.";
        let bytes = whatwg::KOI8_R.encode(russian).0;
        check(&bytes, "", russian, "koi8-u Detected 0");
        let chinese = "他们在谈论天气和面包，没有别的。";
        let bytes = whatwg::GBK.encode(chinese).0;
        check(&bytes, "", chinese, "gbk Detected 0");
    }
}
