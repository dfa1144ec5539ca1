//! What does a date expression say? A syntax tree, not yet resolved against an anchor.

use super::lexeme::{Lexeme, lower};
use crate::text::lexicon::WordList;

/// The meaning of an expression before it is resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateExpression {
    /// First and last day within a month of a year.
    Days {
        year: i32,
        month: u8,
        first: u8,
        last: u8,
    },
    /// Days of a month without a year.
    DaysOfMonth { month: u8, first: u8, last: u8 },
    /// A month of a year.
    MonthOf { year: i32, month: u8 },
    /// A month without a year.
    Month { month: u8, shift: Shift },
    /// First and last year, both included.
    Years { first: i32, last: i32 },
    /// A season of a year, from 0 for spring to 3 for winter. A winter has the year it begins in.
    SeasonOf { year: i32, season: u8 },
    /// A season without a year.
    Season { season: u8, shift: Shift },
    /// A quarter of a year, from 0 to 3.
    QuarterOf { year: i32, quarter: u8 },
    /// A day of the week, from 0 for Monday.
    Weekday { day: u8, shift: Shift },
    /// A number of days, weeks, months or years after the anchor; before it if negative.
    Offset { unit: CalendarUnit, count: i32 },
    /// Some time before the anchor ("a few weeks ago").
    Vague,
}

/// Which of several recurring times is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shift {
    /// The expression does not say.
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

/// The result of a rule: the index after the last lexeme, and the expression.
pub(super) type Parse = Option<(usize, DateExpression)>;

/// The shift that opens an expression, and the index of its noun.
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

/// Whether numbers count or measure a lower-case word and do not date it.
pub(super) fn is_counted(word: &str) -> bool {
    COUNTED.contains(word)
}
