//! What does a date expression say? A tree of what the grammar reads, before it is resolved against an anchor.

use super::lexeme::{Lexeme, lower};
use crate::text::lexicon::WordList;

/// What an expression says, before it is resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateExpression {
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
    Offset { unit: CalendarUnit, count: i32 },
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
pub(super) enum CalendarUnit {
    Day,
    Week,
    Month,
    Year,
}

/// What a rule reads: the place behind its last lexeme, and what is said.
pub(super) type Parse = Option<(usize, DateExpression)>;

/// The shift that opens an expression, and where its noun stands.
pub(super) fn shift_at(lexemes: &[Lexeme], at: usize) -> (Shift, usize) {
    match lower(lexemes, at) {
        "last" => (Shift::Last, at + 1),
        "this" => (Shift::This, at + 1),
        "next" => (Shift::Next, at + 1),
        _ => (Shift::Bare, at),
    }
}

/// Nouns that are counted or measured.
static COUNTED: WordList = WordList::new(include_str!("counted.txt"));

/// Whether a lower-case word is what numbers count or measure, and do not date.
pub(super) fn is_counted(word: &str) -> bool {
    COUNTED.contains(word)
}
