//! Which days does an expression name, if written on the day of the anchor? Rules that resolve it
//! to an interval.
//!
//! News looks back: a bare weekday or month is the latest one not after the anchor, unless the
//! words before it refer to the future. Seasons are the meteorological ones of the northern
//! hemisphere.

use super::date::Date;
use super::expression::{CalendarUnit, DateExpression, Shift};
use super::lexeme::Lexeme;
use super::mention::Precision;
use super::vocabulary::Vocabulary;

/// First day, last day (included) and precision.
pub(super) type Interval = (Date, Date, Precision);

/// Whether an expression can only be resolved with an anchor.
pub(super) fn is_relative(when: DateExpression) -> bool {
    !matches!(
        when,
        DateExpression::Days { .. }
            | DateExpression::MonthOf { .. }
            | DateExpression::Years { .. }
            | DateExpression::SeasonOf { .. }
            | DateExpression::QuarterOf { .. }
    )
}

/// The interval of an expression; `None` if the calendar has no such day, the expression is vague,
/// or it is relative and there is no anchor. `future` is the result of [`speaks_of_future`].
pub(super) fn interval(
    when: DateExpression,
    anchor: Option<Date>,
    future: bool,
) -> Option<Interval> {
    match when {
        DateExpression::Days {
            year,
            month,
            first,
            last,
        } => days(year, month, first, last),
        DateExpression::MonthOf { year, month } => month_of(year, month),
        DateExpression::Years { first, last } => years(first, last),
        DateExpression::SeasonOf { year, season } => season_of(year, season),
        DateExpression::QuarterOf { year, quarter } => {
            let (from, _, _) = month_of(year, quarter * 3 + 1)?;
            Some((from, month_of(year, quarter * 3 + 3)?.1, Precision::Season))
        }
        DateExpression::DaysOfMonth { month, first, last } => {
            days_of_month(month, first, last, anchor?, future)
        }
        DateExpression::Month { month, shift } => named_month(month, shift, anchor?, future),
        DateExpression::Season { season, shift } => named_season(season, shift, anchor?),
        DateExpression::Weekday { day, shift } => weekday(day, shift, anchor?, future),
        DateExpression::Offset { unit, count } => offset(unit, count, anchor?),
        DateExpression::Vague => None,
    }
}

/// Whether the clause before `at` refers to the future. The nearest verb form with a tense decides.
pub(super) fn speaks_of_future(lexemes: &[Lexeme], at: usize) -> bool {
    for i in (at.saturating_sub(12)..at).rev() {
        let word = lexemes[i].lower.as_str();
        let passive =
            i > 0 && matches!(lexemes[i - 1].lower.as_str(), "be" | "being" | "is" | "are");
        match word {
            "." | "!" | "?" | ";" => return false,
            word if Vocabulary::Future.has(word) => return true,
            word if Vocabulary::Past.has(word) && !passive => {
                return false;
            }
            _ if word.len() > 4 && word.ends_with("ed") && !passive => return false,
            _ => {}
        }
    }
    false
}

fn days(year: i32, month: u8, first: u8, last: u8) -> Option<Interval> {
    let (from, to) = (
        Date::new(year, month, first)?,
        Date::new(year, month, last)?,
    );
    (from <= to).then_some((from, to, Precision::Day))
}

fn month_of(year: i32, month: u8) -> Option<Interval> {
    let from = Date::new(year, month, 1)?;
    Some((from, from.month_end(), Precision::Month))
}

fn years(first: i32, last: i32) -> Option<Interval> {
    Some((
        Date::new(first, 1, 1)?,
        Date::new(last, 12, 31)?,
        Precision::Year,
    ))
}

fn season_of(year: i32, season: u8) -> Option<Interval> {
    let from = Date::new(year, season * 3 + 3, 1)?;
    let (end_year, end_month) = if season == 3 {
        (year + 1, 2)
    } else {
        (year, season * 3 + 5)
    };
    Some((
        from,
        Date::new(end_year, end_month, 1)?.month_end(),
        Precision::Season,
    ))
}

fn days_of_month(month: u8, first: u8, last: u8, anchor: Date, future: bool) -> Option<Interval> {
    let readings =
        (anchor.year - 4..=anchor.year + 4).filter_map(|year| days(year, month, first, last));
    nearest(readings, anchor, future)
}

fn named_month(month: u8, shift: Shift, anchor: Date, future: bool) -> Option<Interval> {
    let year = anchor.year;
    let past = year - i32::from(month > anchor.month);
    match shift {
        Shift::This => month_of(year, month),
        Shift::Last => month_of(year - i32::from(month >= anchor.month), month),
        Shift::Next => month_of(year + i32::from(month <= anchor.month), month),
        Shift::Bare if future => month_of(year + i32::from(month < anchor.month), month),
        Shift::Bare => month_of(past, month),
    }
}

fn named_season(season: u8, shift: Shift, anchor: Date) -> Option<Interval> {
    let candidates = (anchor.year - 2..=anchor.year + 1).filter_map(|year| season_of(year, season));
    match shift {
        Shift::Last => candidates.rev().find(|s| s.1 < anchor),
        Shift::Next => candidates.into_iter().find(|s| s.0 > anchor),
        Shift::This | Shift::Bare => {
            let begun_last_year = season == 3 && anchor.month <= 6;
            season_of(anchor.year - i32::from(begun_last_year), season)
        }
    }
}

fn weekday(day: u8, shift: Shift, anchor: Date, future: bool) -> Option<Interval> {
    let back = (i64::from(anchor.weekday()) - i64::from(day)).rem_euclid(7);
    let forward = (7 - back) % 7;
    let shift = match shift {
        Shift::Last if back == 0 => -7,
        Shift::Next if forward == 0 => 7,
        Shift::Bare if future && forward > 0 => forward,
        Shift::This => i64::from(day) - i64::from(anchor.weekday()),
        Shift::Next => forward,
        Shift::Last | Shift::Bare => -back,
    };
    one_day(anchor.plus(shift))
}

fn one_day(day: Date) -> Option<Interval> {
    Some((day, day, Precision::Day))
}

/// Weeks run from Monday to Sunday and have the precision of days, as there is none between day and
/// month.
fn offset(unit: CalendarUnit, count: i32, anchor: Date) -> Option<Interval> {
    match unit {
        CalendarUnit::Day => one_day(anchor.plus(i64::from(count))),
        CalendarUnit::Week => {
            let monday = anchor.plus(i64::from(count) * 7 - i64::from(anchor.weekday()));
            Some((monday, monday.plus(6), Precision::Day))
        }
        CalendarUnit::Month => {
            let months = anchor.year * 12 + i32::from(anchor.month) - 1 + count;
            month_of(months.div_euclid(12), months.rem_euclid(12) as u8 + 1)
        }
        CalendarUnit::Year => years(anchor.year + count, anchor.year + count),
    }
}

/// The latest interval that has begun, or with `future` the first that has not ended. `readings`
/// are in order of time.
fn nearest(
    mut readings: impl Iterator<Item = Interval>,
    anchor: Date,
    future: bool,
) -> Option<Interval> {
    if future {
        readings.find(|r| r.1 >= anchor)
    } else {
        readings.filter(|r| r.0 <= anchor).last()
    }
}
