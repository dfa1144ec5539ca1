//! Which times are named relative to the day of writing? Rules of the grammar: "Wednesday", "this
//! spring", "last week", "24 years ago".

use super::calendar::{day_month, month_day};
use super::expression::{CalendarUnit, DateExpression, Parse, Shift, shift_at};
use super::lexeme::{Lexeme, before, lower};
use super::name::WEEKDAYS;
use super::vocabulary::Vocabulary;
use super::year::year_at;
use crate::text::number_key;

/// "Wednesday", "last Friday", "Wednesday, June 19".
pub(super) fn weekday(lexemes: &[Lexeme], at: usize) -> Parse {
    let (shift, name) = shift_at(lexemes, at);
    let word = lexemes.get(name)?;
    let day = WEEKDAYS
        .iter()
        .position(|d| word.lower == *d)
        .filter(|_| word.is_capital())? as u8;
    let next = lexemes.get(name + 1).map_or("", |w| w.text);
    if Vocabulary::NamedDay.has(before(lexemes, name)) || Vocabulary::DayOfPublication.has(next) {
        return None;
    }
    let comma = usize::from(next == ",");
    let full = [name + 1 + comma, name + 1]
        .into_iter()
        .find_map(|i| month_day(lexemes, i).or_else(|| day_month(lexemes, i)));
    Some(full.unwrap_or((name + 1, DateExpression::Weekday { day, shift })))
}

fn season_number(word: &str) -> Option<u8> {
    match word {
        "spring" => Some(0),
        "summer" => Some(1),
        "autumn" | "fall" => Some(2),
        "winter" => Some(3),
        _ => None,
    }
}

/// "this spring", "summer 2023", "the winter of 1944".
pub(super) fn season(lexemes: &[Lexeme], at: usize) -> Parse {
    let (shift, name) = shift_at(lexemes, at);
    let season = season_number(lower(lexemes, name))?;
    let of = usize::from(lower(lexemes, name + 1) == "of");
    if let Some(year) = year_at(lexemes, name + 1 + of) {
        return Some((name + 2 + of, DateExpression::SeasonOf { year, season }));
    }
    // "this Spring Festival", but "this spring Norway voted".
    let capital = |at: usize| lexemes.get(at).is_some_and(Lexeme::is_capital);
    let named = capital(name) && capital(name + 1);
    (shift != Shift::Bare && !named).then_some((name + 1, DateExpression::Season { season, shift }))
}

fn unit(word: &str) -> Option<CalendarUnit> {
    match word {
        "day" | "days" => Some(CalendarUnit::Day),
        "week" | "weeks" | "weekend" => Some(CalendarUnit::Week),
        "month" | "months" => Some(CalendarUnit::Month),
        "year" | "years" => Some(CalendarUnit::Year),
        _ => None,
    }
}

/// "last week", "this month", "next year", but not "the last year", which is a stretch of time.
pub(super) fn shifted_unit(lexemes: &[Lexeme], at: usize) -> Parse {
    let count = match shift_at(lexemes, at).0 {
        Shift::Bare => return None,
        Shift::Last => -1,
        Shift::This => 0,
        Shift::Next => 1,
    };
    let noun = lower(lexemes, at + 1);
    if count <= 0
        && matches!(noun, "night" | "morning" | "afternoon" | "evening")
        && !(count < 0 && noun != "night")
    {
        return Some((
            at + 2,
            DateExpression::Offset {
                unit: CalendarUnit::Day,
                count,
            },
        ));
    }
    let plural = noun.ends_with('s');
    let unit = unit(noun).filter(|u| *u != CalendarUnit::Day && !plural)?;
    let span_of_time = count != 0 && Vocabulary::Determiner.has(before(lexemes, at));
    (!span_of_time).then_some((at + 2, DateExpression::Offset { unit, count }))
}

/// "today", "yesterday".
pub(super) fn near_day(lexemes: &[Lexeme], at: usize) -> Parse {
    let count = match lower(lexemes, at) {
        "today" | "tonight" => 0,
        "yesterday" => -1,
        "tomorrow" => 1,
        _ => return None,
    };
    let title = lexemes[at].text == "Today"
        && lexemes
            .get(at.wrapping_sub(1))
            .is_some_and(Lexeme::is_capital);
    (!title).then_some((
        at + 1,
        DateExpression::Offset {
            unit: CalendarUnit::Day,
            count,
        },
    ))
}

/// "24 years ago", "a month ago", "a few weeks ago".
pub(super) fn ago(lexemes: &[Lexeme], at: usize) -> Parse {
    // The longest form is "a couple of weeks ago".
    if !(at + 2..at + 5).any(|at| lower(lexemes, at) == "ago") {
        return None;
    }
    let vague = ["few", "couple", "several", "many", "some"];
    let mut next = at;
    let mut count = spelled(lexemes.get(at)?);
    if vague.contains(&lower(lexemes, at))
        || count == Some(1) && vague.contains(&lower(lexemes, at + 1))
    {
        next += usize::from(count.is_some());
        next += usize::from(lower(lexemes, next + 1) == "of");
        count = None;
    } else {
        count?;
    }
    let noun = lower(lexemes, next + 1);
    let (unit, factor) = match noun {
        "decade" | "decades" => (CalendarUnit::Year, 10),
        "century" | "centuries" => (CalendarUnit::Year, 100),
        _ => (unit(noun)?, 1),
    };
    if lower(lexemes, next + 2) != "ago" {
        return None;
    }
    let when = match count {
        Some(count) => DateExpression::Offset {
            unit,
            count: -count.saturating_mul(factor),
        },
        None => DateExpression::Vague,
    };
    Some((next + 3, when))
}

/// A small number in digits or words; 1 for "a" and "an".
fn spelled(word: &Lexeme) -> Option<i32> {
    match word.lower.as_str() {
        "zero" => Some(0),
        "a" | "an" | "one" => Some(1),
        // Of the number words above "twelve", only these two are read.
        text => number_key(text)
            .and_then(|digits| digits.parse().ok())
            .filter(|number| matches!(number, 2..=12 | 20 | 30))
            .or_else(|| word.number().map(|n| n as i32)),
    }
}
