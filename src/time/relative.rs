//! Which times are named from where the writer stands? "Wednesday", "this spring", "last week",
//! "24 years ago".

use super::calendar::{day_month, month_day, year_at};
use super::expression::{Reading, Shift, Unit, When, before, lower};
use super::name::WEEKDAYS;
use super::vocabulary::Vocabulary;
use super::word::Word;

/// "Wednesday", "last Friday", "Wednesday, June 19".
pub(super) fn weekday(words: &[Word], at: usize) -> Reading {
    let (shift, name) = shift_at(words, at);
    let word = words.get(name)?;
    let day = WEEKDAYS
        .iter()
        .position(|d| word.lower == *d)
        .filter(|_| word.is_capital())? as u8;
    let next = words.get(name + 1).map_or("", |w| w.text);
    if Vocabulary::NamedDay.has(before(words, name)) || Vocabulary::DayOfPublication.has(next) {
        return None;
    }
    let comma = usize::from(next == ",");
    let full = [name + 1 + comma, name + 1]
        .into_iter()
        .find_map(|i| month_day(words, i).or_else(|| day_month(words, i)));
    Some(full.unwrap_or((name + 1, When::Weekday { day, shift })))
}

/// The shift that opens an expression, and where its noun stands.
pub(super) fn shift_at(words: &[Word], at: usize) -> (Shift, usize) {
    match lower(words, at) {
        "last" => (Shift::Last, at + 1),
        "this" => (Shift::This, at + 1),
        "next" => (Shift::Next, at + 1),
        _ => (Shift::Bare, at),
    }
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
pub(super) fn season(words: &[Word], at: usize) -> Reading {
    let (shift, name) = shift_at(words, at);
    let season = season_number(lower(words, name))?;
    let of = usize::from(lower(words, name + 1) == "of");
    if let Some(year) = year_at(words, name + 1 + of) {
        return Some((name + 2 + of, When::SeasonOf { year, season }));
    }
    // "this Spring Festival", but "this spring Norway voted".
    let capital = |at: usize| words.get(at).is_some_and(Word::is_capital);
    let named = capital(name) && capital(name + 1);
    (shift != Shift::Bare && !named).then_some((name + 1, When::Season { season, shift }))
}

fn unit(word: &str) -> Option<Unit> {
    match word {
        "day" | "days" => Some(Unit::Day),
        "week" | "weeks" | "weekend" => Some(Unit::Week),
        "month" | "months" => Some(Unit::Month),
        "year" | "years" => Some(Unit::Year),
        _ => None,
    }
}

/// "last week", "this month", "next year", but not "the last year", which is a span of time.
pub(super) fn shifted_unit(words: &[Word], at: usize) -> Reading {
    let count = match shift_at(words, at).0 {
        Shift::Bare => return None,
        Shift::Last => -1,
        Shift::This => 0,
        Shift::Next => 1,
    };
    let noun = lower(words, at + 1);
    if count <= 0
        && matches!(noun, "night" | "morning" | "afternoon" | "evening")
        && !(count < 0 && noun != "night")
    {
        return Some((
            at + 2,
            When::Offset {
                unit: Unit::Day,
                count,
            },
        ));
    }
    let plural = noun.ends_with('s');
    let unit = unit(noun).filter(|u| *u != Unit::Day && !plural)?;
    let span_of_time = count != 0 && Vocabulary::Determiner.has(before(words, at));
    (!span_of_time).then_some((at + 2, When::Offset { unit, count }))
}

/// "today", "yesterday".
pub(super) fn near_day(words: &[Word], at: usize) -> Reading {
    let count = match lower(words, at) {
        "today" | "tonight" => 0,
        "yesterday" => -1,
        "tomorrow" => 1,
        _ => return None,
    };
    let title =
        words[at].text == "Today" && words.get(at.wrapping_sub(1)).is_some_and(Word::is_capital);
    (!title).then_some((
        at + 1,
        When::Offset {
            unit: Unit::Day,
            count,
        },
    ))
}

/// "24 years ago", "a month ago", "a few weeks ago".
pub(super) fn ago(words: &[Word], at: usize) -> Reading {
    let vague = ["few", "couple", "several", "many", "some"];
    let mut next = at;
    let mut count = spelled(words.get(at)?);
    if vague.contains(&lower(words, at))
        || count == Some(1) && vague.contains(&lower(words, at + 1))
    {
        next += usize::from(count.is_some());
        next += usize::from(lower(words, next + 1) == "of");
        count = None;
    } else {
        count?;
    }
    let noun = lower(words, next + 1);
    let (unit, factor) = match noun {
        "decade" | "decades" => (Unit::Year, 10),
        "century" | "centuries" => (Unit::Year, 100),
        _ => (unit(noun)?, 1),
    };
    if lower(words, next + 2) != "ago" {
        return None;
    }
    let when = match count {
        Some(count) => When::Offset {
            unit,
            count: -count.saturating_mul(factor),
        },
        None => When::Vague,
    };
    Some((next + 3, when))
}

/// A small number in digits or words.
fn spelled(word: &Word) -> Option<i32> {
    const WORDS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    match word.lower.as_str() {
        "a" | "an" => Some(1),
        "twenty" => Some(20),
        "thirty" => Some(30),
        text => WORDS
            .iter()
            .position(|w| *w == text)
            .map(|n| n as i32)
            .or_else(|| word.number().map(|n| n as i32)),
    }
}
