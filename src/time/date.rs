//! Which day is it? A value: a day of the proleptic Gregorian calendar.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day; the order is chronological.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// Year in astronomical numbering (0 is 1 BC).
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl Date {
    /// The date; `None` if the calendar has no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// The date that opens an ISO 8601 string ("2024-06-20T13:34-04:00"); `None` if there is none.
    pub fn parse(iso: &str) -> Option<Self> {
        let mut parts = iso.get(..10)?.splitn(3, '-');
        let mut next = || parts.next()?.parse::<u32>().ok();
        let (year, month, day) = (next()?, next()?, next()?);
        Self::new(
            year as i32,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
    }

    /// Days since 1970-01-01, by Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    pub fn ordinal(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
            - 719_468
    }

    /// The inverse of [`Date::ordinal`].
    pub fn from_ordinal(days: i64) -> Self {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        Self {
            year: (era * 400 + year_of_era + i64::from(month <= 2)) as i32,
            month: month as u8,
            day: (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u8,
        }
    }

    /// Day of the week, from 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        (self.ordinal() + 3).rem_euclid(7) as u8
    }

    /// The date `days` later, or earlier if negative.
    pub fn plus(self, days: i64) -> Self {
        Self::from_ordinal(self.ordinal() + days)
    }

    /// The last day of its month.
    pub fn month_end(self) -> Self {
        Self {
            day: days_in(self.year, self.month),
            ..self
        }
    }
}

/// The number of days in a month of a year.
fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendar() {
        let day = Date::parse("2024-06-20T13:34-04:00").unwrap();
        assert_eq!(
            (day.ordinal(), day.weekday(), day.to_string()),
            (19_894, 3, "2024-06-20".into())
        );
        assert_eq!(Date::parse("2024-02-30"), None);
        assert_eq!(Date::parse("June 2024"), None);
        assert_eq!(day.month_end().day, 30);
    }

    #[test]
    fn ordinals_invert() {
        for days in (-800_000..800_000).step_by(997) {
            assert_eq!(Date::from_ordinal(days).ordinal(), days);
        }
    }
}
