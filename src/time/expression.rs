//! Which words name a time? The grammar of date expressions; it knows no anchor.
//!
//! Rules are tried longest reading first at each word. A bare number is a year only where its
//! neighbours say so, a month that is also a name or a verb only after a preposition.

use super::word::Word;

/// What an expression says, before it is resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Days of a month of a year, first and last.
    Days {
        year: i32,
        month: u8,
        first: u8,
        last: u8,
    },
    /// Days of a month, the year left out.
    DaysOfMonth { month: u8, first: u8, last: u8 },
    /// A month of a year.
    MonthOf { year: i32, month: u8 },
    /// A month, the year left out.
    Month { month: u8, shift: Shift },
    /// Years, first and last.
    Years { first: i32, last: i32 },
    /// A season of a year: 0 spring to 3 winter, a winter by the year it begins in.
    SeasonOf { year: i32, season: u8 },
    /// A season, the year left out.
    Season { season: u8, shift: Shift },
    /// A quarter of a year, 0 to 3.
    QuarterOf { year: i32, quarter: u8 },
    /// A day of the week, 0 for Monday.
    Weekday { day: u8, shift: Shift },
    /// So many days, weeks, months or years after the anchor, before it when negative.
    Offset { unit: Unit, count: i32 },
    /// Some time before the anchor ("a few weeks ago").
    Vague,
}

/// Which one of several that recur.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shift {
    /// Nothing says.
    Bare,
    /// "last".
    Last,
    /// "this".
    This,
    /// "next".
    Next,
}

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// An expression found: its words `first..end` and what they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub first: usize,
    pub end: usize,
    pub when: When,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// What comes before a weekday that is part of a name.
const NAMED_DAYS: &[&str] = &[
    "ash", "black", "bloody", "cyber", "easter", "every", "fat", "good", "holy", "maundy", "palm",
    "shrove", "super", "whit",
];
/// What comes after a weekday that is part of a name.
const AFTER_NAMED_DAYS: &[&str] = &[
    "Express",
    "Herald",
    "Mail",
    "Mirror",
    "Night",
    "Observer",
    "Post",
    "Telegraph",
    "Times",
    "Tribune",
];
/// Words after which a month may stand alone.
const BEFORE_MONTH: &[&str] = &[
    "around",
    "between",
    "by",
    "during",
    "early",
    "for",
    "from",
    "in",
    "last",
    "late",
    "mid",
    "next",
    "of",
    "since",
    "this",
    "through",
    "throughout",
    "to",
    "until",
];
/// Words after which four digits are a year.
const BEFORE_YEAR: &[&str] = &[
    "after",
    "around",
    "before",
    "between",
    "by",
    "circa",
    "during",
    "early",
    "fiscal",
    "from",
    "in",
    "late",
    "mid",
    "of",
    "since",
    "through",
    "throughout",
    "till",
    "to",
    "until",
];
/// Words between which and a noun four digits are a year: "a 2000 treaty".
const DETERMINERS: &[&str] = &[
    "a", "an", "her", "his", "its", "my", "our", "that", "the", "their", "this", "whose", "your",
];
/// Nouns that are counted or measured, not dated.
const COUNTED: &[&str] = &[
    "calories",
    "children",
    "cubic",
    "degrees",
    "dollars",
    "euros",
    "feet",
    "gmt",
    "hectares",
    "hours",
    "hrs",
    "kg",
    "kilograms",
    "kilometers",
    "kilometres",
    "km",
    "local",
    "men",
    "meter",
    "meters",
    "metre",
    "metres",
    "miles",
    "people",
    "percent",
    "pounds",
    "soldiers",
    "square",
    "tonnes",
    "tons",
    "troops",
    "utc",
    "women",
    "workers",
    "yards",
    "yen",
];
/// Words with an s that are no plural.
const NO_PLURAL: &[&str] = &[
    "across", "as", "has", "his", "is", "its", "this", "was", "whereas", "years",
];

/// The expression that starts at `words[at]`; `None` when none does.
pub(super) fn expression_at(words: &[Word], at: usize) -> Option<Found> {
    let rules = [
        iso,
        weekday,
        day_month,
        month_day,
        month,
        season,
        quarter,
        shifted_unit,
        near_day,
        ago,
        decade,
        year,
    ];
    rules.iter().find_map(|rule| {
        rule(words, at).map(|(end, when)| Found {
            first: at,
            end,
            when,
        })
    })
}

type Reading = Option<(usize, When)>;

fn lower<'a>(words: &'a [Word], at: usize) -> &'a str {
    words.get(at).map_or("", |w| &w.lower)
}

fn before<'a>(words: &'a [Word], at: usize) -> &'a str {
    at.checked_sub(1).map_or("", |i| lower(words, i))
}

/// Whether `words[at]` follows the word before it without a space.
fn glued(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|w| !w.parted)
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—" | "‑")
}

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
fn year_at(words: &[Word], at: usize) -> Option<i32> {
    let word = words.get(at)?;
    let year = word.number().filter(|_| word.text.len() == 4)?;
    (1000..2100).contains(&year).then_some(year as i32)
}

/// A year after a date, perhaps after a comma: the year and the position after it.
fn trailing_year(words: &[Word], at: usize) -> Option<(i32, usize)> {
    let comma = usize::from(matches!(lower(words, at), "," | "of"));
    let year = year_at(words, at + comma)?;
    let counted = COUNTED.contains(&lower(words, at + comma + 1));
    (!counted).then_some((year, at + comma + 1))
}

/// "2024-06-20".
fn iso(words: &[Word], at: usize) -> Reading {
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

/// "Wednesday", "last Friday", "Wednesday, June 19".
fn weekday(words: &[Word], at: usize) -> Reading {
    let (shift, name) = shift_at(words, at);
    let word = words.get(name)?;
    let day = WEEKDAYS
        .iter()
        .position(|d| word.lower == *d)
        .filter(|_| word.is_capital())? as u8;
    let next = words.get(name + 1).map_or("", |w| w.text);
    if NAMED_DAYS.contains(&before(words, name)) || AFTER_NAMED_DAYS.contains(&next) {
        return None;
    }
    let comma = usize::from(next == ",");
    let full = [name + 1 + comma, name + 1]
        .into_iter()
        .find_map(|i| month_day(words, i).or_else(|| day_month(words, i)));
    Some(full.unwrap_or((name + 1, When::Weekday { day, shift })))
}

/// The shift that opens an expression, and where its noun stands.
fn shift_at(words: &[Word], at: usize) -> (Shift, usize) {
    match lower(words, at) {
        "last" => (Shift::Last, at + 1),
        "this" => (Shift::This, at + 1),
        "next" => (Shift::Next, at + 1),
        _ => (Shift::Bare, at),
    }
}

/// "20 June 2024", "20th of June", "18-19 June".
fn day_month(words: &[Word], at: usize) -> Reading {
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
fn month_day(words: &[Word], at: usize) -> Reading {
    let (month, next) = month_at(words, at, true)?;
    let next = next + usize::from(lower(words, next) == "the");
    let first = day_at(words, next)?;
    // "May 1,000 people" has one number; "March 5 percent" is a rise.
    if COUNTED.contains(&lower(words, next + 1)) || lower(words, next + 1) == "%" {
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
fn month(words: &[Word], at: usize) -> Reading {
    let (shift, name) = shift_at(words, at);
    let (month, next) = month_at(words, name, shift == Shift::Bare)?;
    if let Some((year, end)) = trailing_year(words, next) {
        return Some((end, When::MonthOf { year, month }));
    }
    month_number(words.get(name)?, false)?;
    let also_a_word = matches!(month, 3 | 4 | 5 | 6 | 8);
    let led = shift != Shift::Bare
        || BEFORE_MONTH.contains(&before(words, name))
        || is_dash(before(words, name)) && name >= 2 && lower(words, name - 2) == "mid"
        || matches!(before(words, name), "and" | "or" | "to")
            && name >= 2
            && month_number(&words[name - 2], false).is_some();
    (led || !also_a_word).then_some((next, When::Month { month, shift }))
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
fn season(words: &[Word], at: usize) -> Reading {
    let (shift, name) = shift_at(words, at);
    let season = season_number(lower(words, name))?;
    let of = usize::from(lower(words, name + 1) == "of");
    if let Some(year) = year_at(words, name + 1 + of) {
        return Some((name + 2 + of, When::SeasonOf { year, season }));
    }
    let named = words.get(name + 1).is_some_and(Word::is_capital);
    (shift != Shift::Bare && !named).then_some((name + 1, When::Season { season, shift }))
}

/// "the first quarter of 2024".
fn quarter(words: &[Word], at: usize) -> Reading {
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
fn shifted_unit(words: &[Word], at: usize) -> Reading {
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
    let span_of_time = count != 0 && DETERMINERS.contains(&before(words, at));
    (!span_of_time).then_some((at + 2, When::Offset { unit, count }))
}

/// "today", "yesterday".
fn near_day(words: &[Word], at: usize) -> Reading {
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
fn ago(words: &[Word], at: usize) -> Reading {
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

/// "the 1990s".
fn decade(words: &[Word], at: usize) -> Reading {
    let digits = words.get(at)?.lower.strip_suffix('s')?;
    let digits = digits.strip_suffix(['\'', '’']).unwrap_or(digits);
    let first = digits
        .parse::<i32>()
        .ok()
        .filter(|y| digits.len() == 4 && (1000..2100).contains(y) && y % 10 == 0)?;
    // "the 1900s" may be ten years or a hundred: the century is the wider, safer reading.
    let years = if first % 100 == 0 { 100 } else { 10 };
    Some((
        at + 1,
        When::Years {
            first,
            last: first + years - 1,
        },
    ))
}

/// "1961" where its neighbours make it a year; "1950-53".
fn year(words: &[Word], at: usize) -> Reading {
    let first = year_at(words, at)?;
    let dash = is_dash(lower(words, at + 1)) && glued(words, at + 1) && glued(words, at + 2);
    let last = dash.then(|| range_end(words, at + 2, first)).flatten();
    let end = if last.is_some() { at + 3 } else { at + 1 };
    let glued_on = at > 0
        && glued(words, at)
        && !matches!(before(words, at), "(" | "[" | "-" | "–" | "“" | "\"");
    if glued_on
        || measured(words, end)
        || !(dated(words, at) || bracketed(words, at, end) || named(words, at, end))
    {
        return None;
    }
    Some((
        end,
        When::Years {
            first,
            last: last.unwrap_or(first),
        },
    ))
}

fn range_end(words: &[Word], at: usize, first: i32) -> Option<i32> {
    let word = words.get(at)?;
    let number = word.number()? as i32;
    let last = match word.text.len() {
        4 => number,
        2 => first / 100 * 100 + number,
        _ => return None,
    };
    (last > first && last < 2100).then_some(last)
}

/// Whether what follows is counted or measured by the number: "2000 soldiers", "1500 GMT".
fn measured(words: &[Word], end: usize) -> bool {
    let next = lower(words, end);
    let number = year_at(words, end - 1).unwrap_or(0);
    let plural = next.len() > 3
        && next.ends_with('s')
        && !next.ends_with("ss")
        && !NO_PLURAL.contains(&next);
    matches!(next, "%" | "°") || COUNTED.contains(&next) || number % 50 == 0 && plural
}

/// Whether a preposition makes it a year, or a list of years does.
fn dated(words: &[Word], at: usize) -> bool {
    let mut back = at;
    while back >= 2 && matches!(before(words, back), "," | "and" | "or" | "to") {
        let comma = usize::from(before(words, back - 1) == "," && before(words, back) != ",");
        let listed = back
            .checked_sub(2 + comma)
            .filter(|&i| year_at(words, i).is_some());
        let Some(earlier) = listed else { break };
        back = earlier;
    }
    let word = before(words, back);
    let mid = is_dash(word) && back >= 2 && lower(words, back - 2) == "mid";
    mid || BEFORE_YEAR.contains(&word)
}

fn bracketed(words: &[Word], at: usize, end: usize) -> bool {
    matches!(before(words, at), "(" | "[") && matches!(lower(words, end), ")" | "]" | "," | ";")
}

/// Whether it dates a noun: "a 2000 treaty", "the 1961 pact", "Russia’s 2022 invasion".
fn named(words: &[Word], at: usize, end: usize) -> bool {
    let first = year_at(words, at).unwrap_or(0);
    let noun = words
        .get(end)
        .filter(|w| w.text.starts_with(char::is_alphabetic));
    let led = DETERMINERS.contains(&before(words, at)) || possessed(words, at);
    let sentence_ends = noun.is_none_or(|w| matches!(w.lower.as_str(), "and" | "or" | "in" | "of"));
    let committee = noun.is_some_and(|w| w.lower == "committee");
    led && (1600..2100).contains(&first) && !sentence_ends && !committee
        || first >= 1600 && noun.is_some_and(|w| is_paper(&w.lower))
}

/// Whether a name in the possessive stands before `at`.
fn possessed(words: &[Word], at: usize) -> bool {
    let Some(word) = at.checked_sub(1).and_then(|i| words.get(i)) else {
        return false;
    };
    word.is_capital()
        && words
            .get(at)
            .is_some_and(|w| w.span.start > word.span.end + 1)
}

/// What is known by its year.
fn is_paper(noun: &str) -> bool {
    matches!(
        noun,
        "accord"
            | "agreement"
            | "census"
            | "constitution"
            | "coup"
            | "declaration"
            | "election"
            | "elections"
            | "olympics"
            | "pact"
            | "referendum"
            | "revolution"
            | "summit"
            | "treaty"
            | "uprising"
            | "war"
    )
}
