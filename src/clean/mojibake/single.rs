//! Was UTF-8 read here with a single-byte table? A decoder of such misreadings.
//!
//! A misread is one misread character: two to four characters of a table that stand for one of
//! UTF-8. Adjacent misreads make a [`Decoding`]. Its points say how certain it is that no one wrote
//! it.

use super::decoding::{Decoding, Misread, Says};
use super::evidence;
use super::table::{Tables, WINDOWS_1252};
use super::wording::class::{Class, Script, class, is_letter, is_lower, script};
use super::wording::neighbor::{fit, oddness};

/// The most misreads in one decoding.
const MISREADS: usize = 1_024;

/// A position in a text whose characters are turned back into bytes with a table.
struct Cursor<'a> {
    tables: &'a Tables,
    table: usize,
    text: &'a str,
    at: usize,
}

/// The decoding of `text` from `at` with a table; `None` if no misread starts there.
pub fn decoding(tables: &Tables, text: &str, at: usize, table: usize) -> Option<Decoding> {
    let mut cursor = Cursor {
        tables,
        table,
        text,
        at,
    };
    let mut misreads = Vec::new();
    while misreads.len() < MISREADS {
        match cursor.misread() {
            Some(misread) => misreads.push(misread),
            None => break,
        }
    }
    if misreads.is_empty() {
        return None;
    }
    let mut decoding = Decoding {
        table,
        misreads,
        points: 0,
    };
    decoding.points = evidence::points(text, &decoding);
    Some(decoding)
}

impl Cursor<'_> {
    /// Reads the next misread.
    fn misread(&mut self) -> Option<Misread> {
        let rest = &self.text[self.at..];
        let first = rest.chars().next()?;
        let lead = self.tables.byte(first, self.table)?;
        let len = match lead {
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => return None,
        };
        let start = self.at;
        let (bytes, lost, width) = self.bytes(rest, len)?;
        let says = match (std::str::from_utf8(&bytes[..len]), lost) {
            (_, 1..) => lost_of(self.table, &bytes)?,
            (Ok(said), _) => {
                let said = said.chars().next()?;
                let latin = matches!(class(said), Class::Mark | Class::Letter(Script::Latin));
                if !latin && is_cyrillic_word(&rest[..width], len) {
                    return None;
                }
                Says::Char(said)
            }
            (Err(_), _) => return self.surrogates(&bytes, width),
        };
        self.at += width;
        Some(Misread {
            start,
            end: self.at,
            says,
        })
    }

    /// The bytes of a misread of `len` bytes, how many are lost, and the length of its text.
    fn bytes(&self, rest: &str, len: usize) -> Option<([u8; 4], usize, usize)> {
        let mut bytes = [0; 4];
        let (mut lost, mut width) = (0, 0);
        let mut chars = rest.chars().peekable();
        let first = rest.chars().next()?;
        for (at, byte) in bytes[..len].iter_mut().enumerate() {
            let c = match chars.next() {
                Some(c) => c,
                None if at == 2 => '\n',
                None => return None,
            };
            let read = self.tables.byte(c, self.table);
            *byte = match read {
                Some(byte) if at == 0 => byte,
                Some(tail @ 0x80..=0xbf) => tail,
                None if c == '\u{fffd}' && script(first) != Some(Script::Cyrillic) => {
                    lost += 1;
                    0x80
                }
                // The decoder's replacement for a byte, among characters that stand for others.
                None if c == '?'
                    && lost == 0
                    && matches!(first, 'Ã' | 'Â' | 'â')
                    && chars.peek().is_some_and(|next| !next.is_ascii()) =>
                {
                    lost += 1;
                    0x80
                }
                None if c == ' ' && self.blank_tail(first, at, len, chars.peek().copied()) => 0xa0,
                _ if at == 2 && !is_letter(c) && self.cut(&bytes) => {
                    // The last byte of the closing quotation mark, undefined in windows-1252, was
                    // lost.
                    return Some((bytes, 1, if c == '?' { width + 1 } else { width }));
                }
                _ => return None,
            };
            width += c.len_utf8();
        }
        let bytes_lost = lost < len - 1 || lost == 1;
        bytes_lost.then_some((bytes, lost, width))
    }

    /// Whether these are the first two bytes of a mark whose last byte may be lost.
    fn cut(&self, bytes: &[u8; 4]) -> bool {
        bytes[..2] == [0xe2, 0x80] && self.table == WINDOWS_1252
    }

    /// Whether a space may be the rest of a no-break space: between two bytes, or at the end of a
    /// misread before another one with the same lead.
    fn blank_tail(&self, first: char, at: usize, len: usize, next: Option<char>) -> bool {
        let byte = next.and_then(|c| self.tables.byte(c, self.table));
        let latin = script(first) == Some(Script::Latin);
        match byte {
            Some(0x80..=0xbf) => latin && at + 1 < len,
            Some(0xc2..=0xf4) if at + 1 == len => {
                let lead = self.tables.byte(first, self.table);
                let both = |from, to| {
                    [lead, byte]
                        .iter()
                        .all(|b| b.is_some_and(|b| b >= from && b <= to))
                };
                let symbols = lead == Some(0xe2) && byte >= Some(0xe0);
                latin && (lead == byte || symbols || both(0xd0, 0xd1) || both(0xd8, 0xd9))
            }
            _ => false,
        }
    }

    /// Reads a character whose two surrogates were encoded as three bytes each (CESU-8).
    fn surrogates(&mut self, bytes: &[u8; 4], width: usize) -> Option<Misread> {
        let start = self.at;
        let high = surrogate(bytes).filter(|misread| *misread < 0xdc00)?;
        let (second, lost, more) = self.bytes(&self.text[start + width..], 3)?;
        let low = surrogate(&second).filter(|_| lost == 0)?;
        let c = char::decode_utf16([high, low]).next()?.ok()?;
        self.at += width + more;
        Some(Misread {
            start,
            end: self.at,
            says: Says::Char(c),
        })
    }
}

/// Whether the three characters of a misread are lower-case Cyrillic, as in a Russian word.
fn is_cyrillic_word(damaged: &str, len: usize) -> bool {
    len == 3
        && damaged
            .chars()
            .all(|c| script(c) == Some(Script::Cyrillic) && is_lower(c))
}

/// The surrogate that three bytes encode.
fn surrogate(bytes: &[u8; 4]) -> Option<u16> {
    match *bytes {
        [0xed, second @ 0xa0..=0xbf, third @ 0x80..=0xbf, _] => {
            Some(0xd000 | u16::from(second & 0x3f) << 6 | u16::from(third & 0x3f))
        }
        _ => None,
    }
}

/// What a misread that lost a byte stands for.
fn lost_of(table: usize, bytes: &[u8; 4]) -> Option<Says> {
    match bytes {
        // The one mark whose last byte is undefined in windows-1252.
        [0xe2, 0x80, 0 | 0x80, _] if table == WINDOWS_1252 => Some(Says::Guess('”', 0.9)),
        _ => Some(Says::Guess('\u{fffd}', 0.5)),
    }
}

/// The decoding of a lead whose second byte became the space after it.
pub fn blank(tables: &Tables, text: &str, at: usize, table: usize) -> Option<Decoding> {
    let lead = text[at..].chars().next()?;
    let byte = tables.byte(lead, table)?;
    let blank = at + lead.len_utf8();
    let rest = text.get(blank + 1..)?;
    let ends_line = text[blank..].starts_with('\n');
    if ends_line && rest.trim_start_matches(' ').starts_with('\n') {
        return None;
    }
    let said = std::str::from_utf8(&[byte, 0xa0]).ok()?.chars().next()?;
    let before = text[..at].chars().next_back();
    // "à" is a word, and the space after it its own; "às" and "àquele" are words too.
    let joined = ["s ", "quele", "quela", "quilo", " "];
    let vietnamese = before.is_some_and(is_letter)
        && rest.starts_with(['i', 'n', 'o', 'u'])
        && !rest[1..].starts_with(char::is_alphabetic);
    let word = said == 'à' && !vietnamese && !joined.iter().any(|begin| rest.starts_with(begin));
    let after = if word { Some(' ') } else { rest.chars().next() };
    let capital = before.is_some_and(char::is_uppercase);
    let odd = before.map_or(0, |b| oddness(b, lead)) - 3 * i32::from(capital);
    let proper = after.is_some_and(is_letter) || said == 'à';
    let points =
        odd + fit(before, said, after) + i32::from(said == 'à') - if proper { 0 } else { 3 };
    // Many sentences start with "В " or "Г ".
    let most = if script(lead) == Some(Script::Latin) {
        9
    } else {
        2
    };
    let misread = Misread {
        start: at,
        end: if word || ends_line { blank } else { blank + 1 },
        says: Says::Guess(said, 0.85),
    };
    Some(Decoding {
        table,
        misreads: vec![misread],
        points: points.min(most),
    })
}
