//! Was UTF-8 read here with a double-byte table? A decoder that turns runs of East Asian characters
//! back into bytes and reads these as UTF-8.
//!
//! A misreading leaves characters of the table's script only in such runs. So a run that is not
//! UTF-8 throughout is real text, and so is its line.

use super::decoding::{Decoding, Misread, Says};
use super::pair::Pairs;
use super::table::TABLES;
use super::wording::class::{Class, Script, class, script};
use super::wording::neighbor::fit;

/// The most characters in one run.
const RUN: usize = 4_096;

/// A run of characters and the bytes that they were read from.
struct Run {
    bytes: Vec<u8>,
    /// For each character, the offsets of its end in the bytes and in the text.
    ends: Vec<(usize, usize)>,
    /// The sum of the rarities of its characters.
    rarity: i32,
}

/// A part of the bytes, decoded as UTF-8.
#[derive(Clone, Copy)]
struct Piece {
    /// The end of its bytes, excluded.
    end: usize,
    said: Said,
}

#[derive(Clone, Copy)]
enum Said {
    Char(char),
    /// A character whose last byte is lost: its first two.
    Cut([u8; 2]),
}

/// Whether a character occurs only in East Asian text, or in text misread as such.
pub fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x2e80..=0xd7ff | 0xe000..=0xf8fe | 0xf900..=0xfaff | 0xfe30..=0xfe4f | 0xff00..=0xffef)
}

/// Whether a misread run of `table` can start with `c`.
pub fn starts(table: Pairs, c: char) -> bool {
    match table.code(c).map(u16::to_be_bytes) {
        Some([0, byte]) => (0xc2..=0xdf).contains(&byte),
        Some([lead, trail]) => (0xc2..=0xf4).contains(&lead) && (0x80..=0xbf).contains(&trail),
        None => false,
    }
}

/// Whether a run starts with valid UTF-8. These characters suffice to reject most East Asian text.
pub fn may_read(text: &str, at: usize, table: Pairs) -> bool {
    let mut bytes = [0; 6];
    let mut len = 0;
    for c in text[at..].chars().take(3).take_while(|c| is_wide(*c)) {
        let Some(code) = table.code(c) else { break };
        let [lead, trail] = code.to_be_bytes();
        if lead != 0 {
            bytes[len] = lead;
            len += 1;
        }
        bytes[len] = trail;
        len += 1;
    }
    let cut = |e: std::str::Utf8Error| e.error_len().is_none() || bytes[e.valid_up_to()] == 0xe2;
    std::str::from_utf8(&bytes[..len]).map_or_else(cut, |_| true)
}

/// The decoding of the run at `at` with a table; `None` if it is not UTF-8 throughout.
pub fn decoding(text: &str, at: usize, table: Pairs) -> Option<Decoding> {
    let run = run(text, at, table);
    let pieces = pieces(&run.bytes);
    let misreads = misreads(at, &run, &pieces)?;
    let end = misreads.last()?.end;
    if text[end..].chars().next().is_some_and(is_wide) && run.ends.len() < RUN {
        return None;
    }
    let points = run.rarity + weight(text, at, end, &pieces);
    Some(Decoding {
        table: TABLES + table as usize,
        misreads,
        points,
    })
}

fn run(text: &str, at: usize, table: Pairs) -> Run {
    let mut run = Run {
        bytes: Vec::new(),
        ends: Vec::new(),
        rarity: 0,
    };
    let mut end = at;
    let mut chars = text[at..].chars().take(RUN).peekable();
    while let Some(c) = chars.next() {
        let code = match table.code(c) {
            Some(code) => code,
            // A replacement for the byte 0x80, which tables leave undefined, between two marks.
            None if matches!(c, '\u{fffd}' | '?')
                && run.bytes.last() == Some(&0xe2)
                && chars.peek().copied().is_some_and(is_wide) =>
            {
                0x80
            }
            None => break,
        };
        end += c.len_utf8();
        let [lead, trail] = code.to_be_bytes();
        if lead != 0 {
            run.bytes.push(lead);
        }
        run.bytes.push(trail);
        run.ends.push((run.bytes.len(), end));
        run.rarity += table.rarity(code);
    }
    run
}

/// Bytes decoded as UTF-8, up to the first that are not.
fn pieces(bytes: &[u8]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let len = match bytes[at] {
            0..=0x7f => 1,
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => break,
        };
        let whole = bytes.get(at..at + len);
        let text = whole.and_then(|whole| std::str::from_utf8(whole).ok());
        let tails =
            bytes.len() - at > 1 && bytes[at + 1..].iter().all(|b| matches!(b, 0x80..=0xbf));
        let said = match text.and_then(|text| text.chars().next()) {
            Some(c) => Said::Char(c),
            // Between two marks, the byte 0x80 is lost, for which no table has a character.
            None if mark_without_80(&bytes[at..]).is_some() => {
                let c = mark_without_80(&bytes[at..]).unwrap_or_default();
                at += 2;
                pieces.push(Piece {
                    end: at,
                    said: Said::Char(c),
                });
                continue;
            }
            None if whole.is_none() && (tails || at + 1 == bytes.len()) => {
                let second = bytes.get(at + 1).copied().unwrap_or(0);
                Said::Cut([bytes[at], second])
            }
            None => break,
        };
        at = (at + len).min(bytes.len());
        pieces.push(Piece { end: at, said });
    }
    pieces
}

/// The mark that bytes start with, once the second of its three bytes is restored.
fn mark_without_80(bytes: &[u8]) -> Option<char> {
    match bytes {
        [0xe2, 0x80..=0xbf, 0x80..=0xbf, ..] => None,
        [0xe2, third @ 0x93..=0xa6, _, ..] => char::from_u32(0x2000 | u32::from(third & 0x3f)),
        _ => None,
    }
}

/// The misreads of a run: pieces joined until characters and bytes end together; `None` if they do
/// not within six characters.
fn misreads(at: usize, run: &Run, pieces: &[Piece]) -> Option<Vec<Misread>> {
    let mut misreads = Vec::new();
    let (mut start, mut said, mut next) = (at, String::new(), 0);
    for piece in pieces {
        let end = |byte| {
            let ends = &run.ends[next..];
            let found = ends.iter().take(6).position(|end| end.0 == byte);
            found.map(|found| (next + found + 1, ends[found].1))
        };
        let says = match piece.said {
            Said::Cut(head) => {
                let gathered = std::mem::take(&mut said);
                let cut = Says::Cut(head, gathered);
                let (_, stop) = end(piece.end)?;
                misreads.push(Misread {
                    start,
                    end: stop,
                    says: cut,
                });
                return Some(misreads);
            }
            Said::Char(c) => c,
        };
        said.push(says);
        if let Some((after, stop)) = end(piece.end) {
            misreads.push(Misread {
                start,
                end: stop,
                says: says_of(&mut said),
            });
            (start, next) = (stop, after);
        }
    }
    (!misreads.is_empty()).then_some(misreads)
}

/// What a misread stands for; empties `said`.
fn says_of(said: &mut String) -> Says {
    let mut chars = said.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => {
            said.clear();
            Says::Char(c)
        }
        _ => Says::Text(std::mem::take(said)),
    }
}

/// How well the characters of a run fit their context, in points.
fn weight(text: &str, at: usize, end: usize, pieces: &[Piece]) -> i32 {
    let before = text[..at].chars().next_back();
    let after = text[end..].chars().next();
    let char_of = |piece: &Piece| match piece.said {
        Said::Char(c) => c,
        Said::Cut(_) => '”',
    };
    let mut points = 0;
    for (index, piece) in pieces.iter().enumerate() {
        let previous = if index == 0 {
            before
        } else {
            pieces.get(index - 1).map(char_of)
        };
        let next = pieces.get(index + 1).map(char_of).or(after);
        points += match piece.said {
            Said::Char(c) if c.is_ascii() => 0,
            Said::Char(c) if class(c) == Class::Mark => fit(previous, c, next) + 1,
            Said::Char(c) => fit(previous, c, next),
            Said::Cut([0xe2, 0x80]) => 3,
            Said::Cut([0xe2, 0x82 | 0x84]) => 2,
            Said::Cut([0xc2..=0xdf, _]) => 0,
            Said::Cut(_) => -2,
        };
    }
    points + glue(text, at, end, pieces)
}

/// Points for a run at a place where Latin text has a letter or sign, rather than a Chinese word.
fn glue(text: &str, at: usize, end: usize, pieces: &[Piece]) -> i32 {
    let lower = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase());
    let mut back = text[..at].chars().rev();
    let mut ahead = text[end..].chars();
    let (before, earlier) = (back.next(), back.next());
    let (after, later) = (ahead.next(), ahead.next());
    let letter = |piece: Option<&Piece>| match piece.map(|p| p.said) {
        Some(Said::Char(c)) => !c.is_ascii() && script(c) == Some(Script::Latin),
        _ => false,
    };
    let single = match pieces {
        [piece] => match piece.said {
            Said::Char(c) => Some(c),
            Said::Cut(_) => None,
        },
        _ => None,
    };
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    match single {
        Some('©') if starts_with_year(text[end..].trim_start()) => return 4,
        Some('\u{a0}') => {
            let stop = before.is_some_and(|c| matches!(c, '.' | ',' | ':' | ';'));
            return if joined(before) || joined(after) || stop {
                2
            } else {
                0
            };
        }
        Some('°') if before.is_some_and(|c| c.is_ascii_digit()) => return 2,
        Some('®') if joined(before) => return 2,
        Some('§' | '£' | '½') if joined(after) || after == Some(' ') && joined(later) => {
            return 2;
        }
        Some('à') if is_blank(before) && is_blank(after) => return 1,
        _ => {}
    }
    let word =
        |near, far: Option<char>| lower(near) && far.is_some_and(|c| c.is_ascii_alphabetic());
    let head = letter(pieces.first()) && (word(before, earlier) || joined(before) && lower(after));
    let tail = letter(pieces.last()) && word(after, later);
    2 * i32::from(head) + 2 * i32::from(tail && !head)
}

fn is_blank(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

fn starts_with_year(text: &str) -> bool {
    let year = text.as_bytes().get(..4).unwrap_or(b"");
    (year.starts_with(b"19") || year.starts_with(b"20"))
        && year.iter().all(u8::is_ascii_digit)
        && !text[4..].starts_with(|c: char| c.is_ascii_digit())
}
