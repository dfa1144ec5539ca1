//! Which words name a time? A grammar of date expressions, independent of any anchor.
//!
//! The rules are tried in order at each word, the most specific first. A bare number is a year only
//! if its context says so; a month that is also a name or a verb only after a preposition.

use super::calendar::{day_month, iso, month, month_day, quarter};
use super::expression::Parse;
use super::lexeme::Lexeme;
use super::relative::{ago, near_day, season, shifted_unit, weekday};
use super::year::{decade, year};

/// The expression that starts at `lexemes[at]`; `None` if none does.
pub(super) fn expression_at(lexemes: &[Lexeme], at: usize) -> Parse {
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
    rules.iter().find_map(|rule| rule(lexemes, at))
}
