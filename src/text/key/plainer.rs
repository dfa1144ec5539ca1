//! Which plainer characters does a character stand for, and which pairs are written as one? Lookup
//! tables: "Ａ" → "a", "é" → "e", "ﬁ" → "fi".
//!
//! The tables contain the Unicode forms NFKD and NFC (UAX #15), lower-cased and folded as in
//! [`super::fold`], for the characters that these forms change. They are a tenth of the size of
//! general-purpose tables. A test writes them.

use std::sync::OnceLock;

/// One line per character or run, ascending, with code points in hexadecimal: "FIRST PLAIN…" or
/// "FIRST-LAST PLAIN". In a run, the plain character counts up with the first.
const PLAINER: &str = include_str!("plainer.txt");
/// One line per pair: "FIRST SECOND COMPOSED", ascending, with code points in hexadecimal.
const COMPOSED: &str = include_str!("composed.txt");

/// A character with its plainer text, or a run of characters with a run of plainer ones.
struct Run {
    first: u32,
    last: u32,
    plain: String,
}

/// The folded characters that `c` stands for; `None` if lower-casing is enough.
pub fn plainer(c: char) -> Option<String> {
    static RUNS: OnceLock<Vec<Run>> = OnceLock::new();
    let runs = RUNS.get_or_init(|| PLAINER.lines().filter_map(run).collect());
    let code = u32::from(c);
    let run = runs.get(runs.partition_point(|run| run.last < code))?;
    let further = code.checked_sub(run.first)?;
    if further == 0 {
        return Some(run.plain.clone());
    }
    let plain = run.plain.chars().next()?;
    char::from_u32(u32::from(plain) + further).map(String::from)
}

fn run(line: &str) -> Option<Run> {
    let mut parts = line.split(' ');
    let range = parts.next()?;
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    Some(Run {
        first: number(first)?,
        last: number(last)?,
        plain: parts
            .map(|part| char::from_u32(number(part)?))
            .collect::<Option<_>>()?,
    })
}

/// The character that composes two adjacent ones, from U+0400 on: Hangul syllables (by the
/// algorithm in section 3.12 of the Unicode Standard), and letters with marks that are not accents.
/// `None` if they do not compose.
pub fn composed(first: char, second: char) -> Option<char> {
    static PAIRS: OnceLock<Vec<[u32; 3]>> = OnceLock::new();
    let [first, second] = [first, second].map(u32::from);
    if first < 0x400 {
        return None;
    }
    let hangul = match (first, second) {
        (0x1100..=0x1112, 0x1161..=0x1175) => Some(((first - 0x1100) * 21 + second - 0x1161) * 28),
        (0xac00..=0xd7a3, 0x11a8..=0x11c2) if (first - 0xac00) % 28 == 0 => {
            Some(first - 0xac00 + second - 0x11a7)
        }
        _ => None,
    };
    if let Some(syllable) = hangul {
        return char::from_u32(0xac00 + syllable);
    }
    let pairs = PAIRS.get_or_init(|| COMPOSED.lines().filter_map(pair).collect());
    let at = pairs
        .binary_search_by(|pair| pair[..2].cmp(&[first, second]))
        .ok()?;
    char::from_u32(pairs[at][2])
}

fn pair(line: &str) -> Option<[u32; 3]> {
    let mut numbers = line.split(' ').map(number);
    Some([numbers.next()??, numbers.next()??, numbers.next()??])
}

fn number(digits: &str) -> Option<u32> {
    u32::from_str_radix(digits, 16).ok()
}
