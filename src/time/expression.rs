//! Which words name a time? The grammar of date expressions; it knows no anchor.
//!
//! Rules are tried in order at each word, those that say most first. A bare number is a year only
//! where its neighbours say so, a month that is also a name or a verb only after a preposition.

use super::calendar::{day_month, iso, month, month_day, quarter};
use super::relative::{ago, near_day, season, shifted_unit, weekday};
use super::word::Word;
use super::year::{decade, year};
use crate::text::lexicon::WordList;

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

/// Nouns that are counted or measured.
static COUNTED: WordList = WordList::new(include_str!("counted.txt"));

/// Whether a lower-case word is what numbers count or measure, and do not date.
pub(super) fn is_counted(word: &str) -> bool {
    COUNTED.contains(word)
}

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

pub(super) type Reading = Option<(usize, When)>;

pub(super) fn lower<'a>(words: &'a [Word], at: usize) -> &'a str {
    words.get(at).map_or("", |w| &w.lower)
}

pub(super) fn before<'a>(words: &'a [Word], at: usize) -> &'a str {
    at.checked_sub(1).map_or("", |i| lower(words, i))
}

/// Whether `words[at]` follows the word before it without a space.
pub(super) fn glued(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|w| !w.parted)
}

pub(super) fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—" | "‑")
}
