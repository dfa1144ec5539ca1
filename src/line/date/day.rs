//! Which day do some tokens give? A recognizer of dates without a time.

use super::token::{DateToken, words};
use crate::text::Span;
use crate::time::{Date, MONTHS, WEEKDAYS};

/// The date at the very end of a text, with its weekday if there is one: its span and ISO form.
pub fn date_at_end(text: &str) -> Option<(Span, String)> {
    let words = words(text);
    (0..words.len()).find_map(|at| {
        let (date, len) = date_at(&words[at..])?;
        let span = words[at].span.cover(words[at + len - 1].span);
        (at + len == words.len()).then(|| (span, date.to_string()))
    })
}

pub fn is_weekday(word: &str) -> bool {
    word.len() >= 3
        && WEEKDAYS
            .iter()
            .any(|day| *day == word || word.len() <= 5 && day.starts_with(word))
}

fn month(word: &str) -> Option<u8> {
    let at = MONTHS
        .iter()
        .position(|m| *m == word || (3..=4).contains(&word.len()) && m.starts_with(word))?;
    Some(at as u8 + 1)
}

pub fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th").then(|| digits.parse().ok())?
}

fn year(word: &str) -> Option<i32> {
    let year: i32 = word.parse().ok()?;
    (1600..=2199).contains(&year).then_some(year)
}

/// "June 20, 2024", "20 June 2024", "2024-06-20", with or without a weekday before it: the date and
/// the number of tokens it takes.
pub fn date_at(words: &[DateToken]) -> Option<(Date, usize)> {
    let skip = usize::from(words.first().is_some_and(|w| is_weekday(&w.lower)));
    let word = |n: usize| words.get(skip + n).map(|w| w.lower.as_str());
    let first = word(0)?;
    if let Some(date) = Date::parse(first).filter(|_| first.len() == 10) {
        return Some((date, skip + 1));
    }
    if let Some(date) = in_numbers(first) {
        return Some((date, skip + 1));
    }
    let (second, third) = (word(1)?, word(2)?);
    let date = match (month(first), month(second)) {
        (Some(month), _) => Date::new(year(third)?, month, day(second)?),
        (None, Some(month)) => Date::new(year(third)?, month, day(first)?),
        _ => None,
    };
    date.map(|date| (date, skip + 3))
}

/// "13/05/2023", "5.13.2023": a numeric date that can be read in only one way.
fn in_numbers(word: &str) -> Option<Date> {
    let mark = ['/', '.', '-']
        .into_iter()
        .find(|mark| word.matches(*mark).count() == 2)?;
    let mut parts = word.split(mark);
    let (first, second, year) = (parts.next()?, parts.next()?, year(parts.next()?)?);
    let (first, second): (u8, u8) = (first.parse().ok()?, second.parse().ok()?);
    match (first, second) {
        (13.., _) => Date::new(year, second, first),
        (_, 13..) => Date::new(year, first, second),
        _ if first == second => Date::new(year, first, first),
        _ => None,
    }
}
