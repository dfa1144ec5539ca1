//! Which number is written here? A parser of digits with their scale, and of number words.

use crate::text::number_key;
use crate::time::lexeme::Lexeme;

/// A number in a block: its value, and the index after its last lexeme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    pub end: usize,
    pub value: f64,
    /// Whether it is written in digits.
    pub digits: bool,
    /// Whether a word or letter after the digits scales it.
    pub scaled: bool,
}

/// The number that starts at `at`; `None` if none does.
pub(super) fn number_at(lexemes: &[Lexeme], at: usize) -> Option<Number> {
    let word = lexemes.get(at)?;
    let (value, digits, mut scaled) = match digits(word.text) {
        Some((value, scale)) => (value * scale, true, scale > 1.0),
        None => (spelled(&word.lower)?, false, false),
    };
    let mut end = at + 1;
    let mut value = value;
    // "twenty-four" is three lexemes.
    if !digits && value >= 20.0 && value % 10.0 == 0.0 && hyphen(lexemes, end) {
        let unit = lexemes.get(end + 1).and_then(|word| spelled(&word.lower));
        if let Some(unit) = unit.filter(|unit| *unit < 10.0 && value < 100.0) {
            value += unit;
            end += 2;
        }
    }
    let after = if hyphen(lexemes, end) { end + 1 } else { end };
    while let Some(scale) = lexemes
        .get(after.max(end))
        .and_then(|word| scale(&word.lower))
    {
        value *= scale;
        end = after.max(end) + 1;
        scaled = true;
    }
    Some(Number {
        end,
        value,
        digits,
        scaled,
    })
}

/// Whether there is a hyphen at `at` without white space around it.
fn hyphen(lexemes: &[Lexeme], at: usize) -> bool {
    let joined = |n: usize| lexemes.get(n).is_some_and(|word| !word.parted);
    lexemes
        .get(at)
        .is_some_and(|word| matches!(word.text, "-" | "‑"))
        && joined(at)
        && joined(at + 1)
}

/// The value of digits and the scale of a letter attached to them: "1,200", "3.5", "10bn", "5m".
fn digits(word: &str) -> Option<(f64, f64)> {
    let end = word
        .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
        .unwrap_or(word.len());
    let (number, letters) = word.split_at(end);
    let scale = match letters {
        "" => 1.0,
        "k" | "K" => 1e3,
        "m" | "M" | "mn" | "mln" => 1e6,
        "b" | "bn" | "B" => 1e9,
        "tn" | "trn" | "T" => 1e12,
        _ => return None,
    };
    if !number.starts_with(|c: char| c.is_ascii_digit()) || !groups_are_whole(number) {
        return None;
    }
    Some((number.replace(',', "").parse().ok()?, scale))
}

/// Whether every comma is followed by a group of three digits.
fn groups_are_whole(number: &str) -> bool {
    let whole = number.split('.').next().unwrap_or_default();
    whole.split(',').skip(1).all(|group| group.len() == 3)
}

fn spelled(lower: &str) -> Option<f64> {
    match lower {
        "one" => Some(1.0),
        "dozen" => Some(12.0),
        _ => number_key(lower)?.parse().ok(),
    }
}

fn scale(lower: &str) -> Option<f64> {
    Some(match lower {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" | "mln" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    })
}
