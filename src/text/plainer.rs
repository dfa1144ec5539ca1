//! Which plainer characters does a character stand for? Tables: "Ａ" for "a", "é" for "e", "ﬁ" for "fi"; and which
//! two are written as one?
//!
//! The tables hold what Unicode's forms NFKD and NFC say (UAX #15), small letters and what [`super::fold`]
//! makes of them included, for the characters where they say anything: a tenth of the size of tables that
//! serve every form. A test writes them.

use std::sync::OnceLock;

/// A line for each character or run of them, ascending: code points in hexadecimal, "FIRST PLAIN…" or
/// "FIRST-LAST PLAIN", where the plain one counts up with the run.
const PLAINER: &str = include_str!("plainer.txt");
/// A line for each pair: "FIRST SECOND COMPOSED", ascending, code points in hexadecimal.
const COMPOSED: &str = include_str!("composed.txt");

/// A run of characters that a text or a run of characters stands for.
struct Run {
    first: u32,
    last: u32,
    plain: String,
}

/// What a character stands for, folded; `None` where it stands for itself in small letters.
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

/// The character that two beside each other are written as, from U+0400 on: syllables of Hangul (by the
/// algorithm of the Unicode standard, 3.12), and letters with marks that are no accents.
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
