//! Which days and months are named? "June 20, 2024", "20th of June", "2024-06-20", "March".

use super::expression::{Reading, Shift, When, before, glued, is_counted, is_dash, lower};
use super::name::MONTHS;
use super::relative::shift_at;
use super::vocabulary::Vocabulary;
use super::word::Word;

/// 1 to 12 for a month's name; short names count only when `short`.
fn month_number(word: &Word, short: bool) -> Option<u8> {
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

/// The month at `at` and the position after it and its full stop.
fn month_at(words: &[Word], at: usize, short: bool) -> Option<(u8, usize)> {
    let word = words.get(at)?;
    let month = month_number(word, short)?;
    let dotted =
        month_number(word, false).is_none() && lower(words, at + 1) == "." && glued(words, at + 1);
    Some((month, at + 1 + usize::from(dotted)))
}

/// "20", "20th": a day of a month.
fn day_at(words: &[Word], at: usize) -> Option<u8> {
    let text = &words.get(at)?.lower;
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|e| text.strip_suffix(e))
        .unwrap_or(text);
    let day = (digits.len() <= 2)
        .then(|| digits.parse::<u8>().ok())
        .flatten()?;
    (1..=31).contains(&day).then_some(day)
}

/// Four digits that may be a year.
pub(super) fn year_at(words: &[Word], at: usize) -> Option<i32> {
    let word = words.get(at)?;
    let year = word.number().filter(|_| word.text.len() == 4)?;
    (1000..2100).contains(&year).then_some(year as i32)
}

/// A year after a date, perhaps after a comma: the year and the position after it.
fn trailing_year(words: &[Word], at: usize) -> Option<(i32, usize)> {
    let comma = usize::from(matches!(lower(words, at), "," | "of"));
    let year = year_at(words, at + comma)?;
    let counted = is_counted(lower(words, at + comma + 1));
    (!counted).then_some((year, at + comma + 1))
}

/// "2024-06-20".
pub(super) fn iso(words: &[Word], at: usize) -> Reading {
    let year = year_at(words, at)?;
    let joined = (at + 1..at + 5).all(|i| glued(words, i));
    let two = |i: usize| words.get(i).filter(|w| w.text.len() == 2)?.number();
    if !joined || lower(words, at + 1) != "-" || lower(words, at + 3) != "-" {
        return None;
    }
    let (month, day) = (two(at + 2)? as u8, two(at + 4)? as u8);
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then_some((
        at + 5,
        When::Days {
            year,
            month,
            first: day,
            last: day,
        },
    ))
}

/// "20 June 2024", "20th of June", "18-19 June".
pub(super) fn day_month(words: &[Word], at: usize) -> Reading {
    let first = day_at(words, at)?;
    let range = is_dash(lower(words, at + 1))
        .then(|| day_at(words, at + 2))
        .flatten();
    let mut next = if range.is_some() { at + 3 } else { at + 1 };
    next += usize::from(lower(words, next) == "of");
    let (month, next) = month_at(words, next, true)?;
    Some(with_year(words, next, month, first, range.unwrap_or(first)))
}

/// "June 20, 2024", "June 20", "June 18-19".
pub(super) fn month_day(words: &[Word], at: usize) -> Reading {
    let (month, next) = month_at(words, at, true)?;
    let next = next + usize::from(lower(words, next) == "the");
    let first = day_at(words, next)?;
    // "May 1,000 people" has one number; "March 5 percent" is a rise.
    if is_counted(lower(words, next + 1)) || lower(words, next + 1) == "%" {
        return None;
    }
    let range = is_dash(lower(words, next + 1))
        .then(|| day_at(words, next + 2))
        .flatten();
    let after = if range.is_some() { next + 3 } else { next + 1 };
    Some(with_year(
        words,
        after,
        month,
        first,
        range.unwrap_or(first),
    ))
}

fn with_year(words: &[Word], at: usize, month: u8, first: u8, last: u8) -> (usize, When) {
    match trailing_year(words, at) {
        Some((year, end)) => (
            end,
            When::Days {
                year,
                month,
                first,
                last,
            },
        ),
        None => (at, When::DaysOfMonth { month, first, last }),
    }
}

/// "June 2024", "last March", "September".
pub(super) fn month(words: &[Word], at: usize) -> Reading {
    let (shift, name) = shift_at(words, at);
    let (month, next) = month_at(words, name, shift == Shift::Bare)?;
    if let Some((year, end)) = trailing_year(words, next) {
        return Some((end, When::MonthOf { year, month }));
    }
    month_number(words.get(name)?, false)?;
    let also_a_word = matches!(month, 3 | 4 | 5 | 6 | 8);
    let led = shift != Shift::Bare
        || Vocabulary::BeforeMonth.has(before(words, name))
        || is_dash(before(words, name)) && name >= 2 && lower(words, name - 2) == "mid"
        || matches!(before(words, name), "and" | "or" | "to")
            && name >= 2
            && month_number(&words[name - 2], false).is_some();
    (led || !also_a_word).then_some((next, When::Month { month, shift }))
}

/// "the first quarter of 2024".
pub(super) fn quarter(words: &[Word], at: usize) -> Reading {
    let quarter = ["first", "second", "third", "fourth"]
        .iter()
        .position(|q| lower(words, at) == *q)? as u8;
    if lower(words, at + 1) != "quarter" {
        return None;
    }
    let of = usize::from(lower(words, at + 2) == "of");
    let year = year_at(words, at + 2 + of)?;
    Some((at + 3 + of, When::QuarterOf { year, quarter }))
}
