//! Which days and months are named? Rules of the grammar: "June 20, 2024", "20th of June",
//! "2024-06-20", "March".

use super::expression::{DateExpression, Parse, Shift, is_counted, shift_at};
use super::lexeme::{Lexeme, before, glued, is_dash, lower};
use super::name::MONTHS;
use super::vocabulary::Vocabulary;
use super::year::year_at;

/// The number of a month, 1 to 12; abbreviations count only if `short` is set.
fn month_number(word: &Lexeme, short: bool) -> Option<u8> {
    if !word.is_capital() {
        return None;
    }
    let found = MONTHS.iter().position(|m| {
        word.lower == *m
            || short
                && (word.lower.len() == 3 && m.starts_with(&word.lower)
                    || *m == "september" && word.lower == "sept")
    })?;
    Some(found as u8 + 1)
}

/// The month at `at`, and the index after it and its full stop.
fn month_at(lexemes: &[Lexeme], at: usize, short: bool) -> Option<(u8, usize)> {
    let word = lexemes.get(at)?;
    let month = month_number(word, short)?;
    let dotted = month_number(word, false).is_none()
        && lower(lexemes, at + 1) == "."
        && glued(lexemes, at + 1);
    Some((month, at + 1 + usize::from(dotted)))
}

/// A day of a month: "20", "20th".
fn day_at(lexemes: &[Lexeme], at: usize) -> Option<u8> {
    let text = &lexemes.get(at)?.lower;
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|e| text.strip_suffix(e))
        .unwrap_or(text);
    let day = (digits.len() <= 2)
        .then(|| digits.parse::<u8>().ok())
        .flatten()?;
    (1..=31).contains(&day).then_some(day)
}

/// A year after a date, perhaps after a comma or "of", and the index after it.
fn trailing_year(lexemes: &[Lexeme], at: usize) -> Option<(i32, usize)> {
    let comma = usize::from(matches!(lower(lexemes, at), "," | "of"));
    let year = year_at(lexemes, at + comma)?;
    let counted = is_counted(lower(lexemes, at + comma + 1));
    (!counted).then_some((year, at + comma + 1))
}

/// "2024-06-20".
pub(super) fn iso(lexemes: &[Lexeme], at: usize) -> Parse {
    let year = year_at(lexemes, at)?;
    let joined = (at + 1..at + 5).all(|i| glued(lexemes, i));
    let two = |i: usize| lexemes.get(i).filter(|w| w.text.len() == 2)?.number();
    if !joined || lower(lexemes, at + 1) != "-" || lower(lexemes, at + 3) != "-" {
        return None;
    }
    let (month, day) = (two(at + 2)? as u8, two(at + 4)? as u8);
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then_some((
        at + 5,
        DateExpression::Days {
            year,
            month,
            first: day,
            last: day,
        },
    ))
}

/// "20 June 2024", "20th of June", "18-19 June".
pub(super) fn day_month(lexemes: &[Lexeme], at: usize) -> Parse {
    let first = day_at(lexemes, at)?;
    let range = is_dash(lower(lexemes, at + 1))
        .then(|| day_at(lexemes, at + 2))
        .flatten();
    let mut next = if range.is_some() { at + 3 } else { at + 1 };
    next += usize::from(lower(lexemes, next) == "of");
    let (month, next) = month_at(lexemes, next, true)?;
    Some(with_year(
        lexemes,
        next,
        month,
        first,
        range.unwrap_or(first),
    ))
}

/// "June 20, 2024", "June 20", "June 18-19".
pub(super) fn month_day(lexemes: &[Lexeme], at: usize) -> Parse {
    let (month, next) = month_at(lexemes, at, true)?;
    let next = next + usize::from(lower(lexemes, next) == "the");
    let first = day_at(lexemes, next)?;
    // "May 1,000 people" counts people; "March 5 percent" is a change.
    if is_counted(lower(lexemes, next + 1)) || lower(lexemes, next + 1) == "%" {
        return None;
    }
    let range = is_dash(lower(lexemes, next + 1))
        .then(|| day_at(lexemes, next + 2))
        .flatten();
    let after = if range.is_some() { next + 3 } else { next + 1 };
    Some(with_year(
        lexemes,
        after,
        month,
        first,
        range.unwrap_or(first),
    ))
}

fn with_year(
    lexemes: &[Lexeme],
    at: usize,
    month: u8,
    first: u8,
    last: u8,
) -> (usize, DateExpression) {
    match trailing_year(lexemes, at) {
        Some((year, end)) => (
            end,
            DateExpression::Days {
                year,
                month,
                first,
                last,
            },
        ),
        None => (at, DateExpression::DaysOfMonth { month, first, last }),
    }
}

/// "June 2024", "last March", "September".
pub(super) fn month(lexemes: &[Lexeme], at: usize) -> Parse {
    let (shift, name) = shift_at(lexemes, at);
    let (month, next) = month_at(lexemes, name, shift == Shift::Bare)?;
    if let Some((year, end)) = trailing_year(lexemes, next) {
        return Some((end, DateExpression::MonthOf { year, month }));
    }
    month_number(lexemes.get(name)?, false)?;
    let also_a_word = matches!(month, 3 | 4 | 5 | 6 | 8);
    let led = shift != Shift::Bare
        || Vocabulary::BeforeMonth.has(before(lexemes, name))
        || is_dash(before(lexemes, name)) && name >= 2 && lower(lexemes, name - 2) == "mid"
        || matches!(before(lexemes, name), "and" | "or" | "to")
            && name >= 2
            && month_number(&lexemes[name - 2], false).is_some();
    (led || !also_a_word).then_some((next, DateExpression::Month { month, shift }))
}

/// "the first quarter of 2024".
pub(super) fn quarter(lexemes: &[Lexeme], at: usize) -> Parse {
    let quarter = ["first", "second", "third", "fourth"]
        .iter()
        .position(|q| lower(lexemes, at) == *q)? as u8;
    if lower(lexemes, at + 1) != "quarter" {
        return None;
    }
    let of = usize::from(lower(lexemes, at + 2) == "of");
    let year = year_at(lexemes, at + 2 + of)?;
    Some((at + 3 + of, DateExpression::QuarterOf { year, quarter }))
}
