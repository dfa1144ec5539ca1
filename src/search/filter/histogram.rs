//! How are the hits distributed over time? A histogram by day, month or year.

/// The unit of time of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// The hits of one day, month or year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// "2024-06-20", "2024-06" or "2024".
    pub date: String,
    /// The number of hits.
    pub hits: usize,
}

/// Hits by time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Histogram {
    /// The unit of time of each bar.
    pub step: Step,
    /// From the first bar with hits to the last. Empty bars between them are included unless the
    /// whole would exceed 1,000 bars. Empty if no hit has a date.
    pub bars: Vec<Bar>,
    /// The hits without a date, or with a date less precise than a bar.
    pub undated: usize,
}

/// The maximum number of bars that are chosen by default.
const MOST: [(Step, i64); 2] = [(Step::Day, 31), (Step::Month, 36)];
/// Above this number of bars, empty ones are omitted.
const WHOLE: i64 = 1000;

impl Histogram {
    /// The histogram of days with their hits. Without `step`, it uses the finest unit that yields
    /// at most 31 days or 36 months and is stated by more than half of the dates.
    pub fn new<'a>(
        days: impl Iterator<Item = (Option<&'a str>, usize)> + Clone,
        step: Option<Step>,
    ) -> Self {
        let days = days.filter(|(_, hits)| *hits > 0);
        let step = step.unwrap_or_else(|| fitting(days.clone().filter_map(|(day, _)| day)));
        let mut counts = std::collections::BTreeMap::new();
        let mut undated = 0;
        for (day, hits) in days {
            match day.and_then(|day| step.number(day)) {
                Some(number) => *counts.entry(number).or_insert(0) += hits,
                None => undated += hits,
            }
        }
        let (first, last) = (counts.keys().next(), counts.keys().next_back());
        if let (Some(&first), Some(&last)) = (first, last)
            && last - first < WHOLE
        {
            for number in first..=last {
                counts.entry(number).or_insert(0);
            }
        }
        let bar = |(number, hits)| Bar {
            date: step.name(number),
            hits,
        };
        Self {
            step,
            bars: counts.into_iter().map(bar).collect(),
            undated,
        }
    }
}

/// The finest unit that more than half of the dates state and that does not yield too many bars.
fn fitting<'a>(days: impl Iterator<Item = &'a str> + Clone) -> Step {
    let all = days.clone().count();
    let fits = |(step, most): &(Step, i64)| {
        let numbers = days.clone().filter_map(|day| step.number(day));
        let (first, last) = numbers
            .clone()
            .fold((i64::MAX, i64::MIN), |(first, last), n| {
                (first.min(n), last.max(n))
            });
        numbers.count() * 2 > all && last - first < *most
    };
    MOST.iter()
        .find(|step| fits(step))
        .map_or(Step::Year, |(step, _)| *step)
}

impl Step {
    /// The number of the day, month or year of a date; `None` if the date is less precise.
    fn number(self, date: &str) -> Option<i64> {
        let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
        let mut part = || parts.next().flatten();
        let year = part()?;
        if self == Self::Year {
            return Some(year);
        }
        let month = part().filter(|month| (1..=12).contains(month))?;
        if self == Self::Month {
            return Some(year * 12 + month - 1);
        }
        let day = part().filter(|day| (1..=month_length(year, month)).contains(day))?;
        Some(days_before(year, month) + day - 1)
    }

    /// The date of a number.
    fn name(self, number: i64) -> String {
        let of_month = |months: i64| (months.div_euclid(12), months.rem_euclid(12) + 1);
        match self {
            Self::Year => format!("{number:04}"),
            Self::Month => {
                let (year, month) = of_month(number);
                format!("{year:04}-{month:02}")
            }
            Self::Day => {
                // This estimate is never too high: months from January on average 30.5 days at
                // most, rounded up.
                let mut months = number * 12 / 366;
                while {
                    let (year, month) = of_month(months + 1);
                    days_before(year, month) <= number
                } {
                    months += 1;
                }
                let (year, month) = of_month(months);
                let day = number - days_before(year, month) + 1;
                format!("{year:04}-{month:02}-{day:02}")
            }
        }
    }
}

/// The number of days from the beginning of year 0 to the first of a month, in the Gregorian
/// calendar.
fn days_before(year: i64, month: i64) -> i64 {
    let leaps = |years: i64| years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400);
    let months: i64 = (1..month).map(|month| month_length(year, month)).sum();
    year * 365 + leaps(year - 1) + 1 + months
}

fn month_length(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(days: &[&str], step: Option<Step>, expected: &str) {
        let days = days.iter().map(|&day| (Some(day), 2)).chain([(None, 1)]);
        let found = Histogram::new(days, step);
        let bars = found.bars.iter().map(|b| format!("{} {}", b.date, b.hits));
        let bars = bars.collect::<Vec<_>>().join(", ");
        assert_eq!(
            format!("{:?}: {bars}; {}", found.step, found.undated),
            expected
        );
    }

    #[test]
    fn bars_without_gaps() {
        check(
            &["2024-02-28", "2024-03-01", "2024-02-28"],
            None,
            "Day: 2024-02-28 4, 2024-02-29 0, 2024-03-01 2; 1",
        );
        check(
            &["2023-12-30", "2024-02-01"],
            None,
            "Month: 2023-12 2, 2024-01 0, 2024-02 2; 1",
        );
        check(
            &["1961", "1963-05-01"],
            None,
            "Year: 1961 2, 1962 0, 1963 2; 1",
        );
        check(&[], None, "Year: ; 1");
    }

    #[test]
    fn a_step_that_is_asked_for() {
        let days = ["2024-06-20", "2024-06", "2024", "2023-02-29"];
        check(&days, Some(Step::Year), "Year: 2023 2, 2024 6; 1");
        check(&days[..3], Some(Step::Month), "Month: 2024-06 4; 3");
        check(&days, Some(Step::Day), "Day: 2024-06-20 2; 7");
    }

    #[test]
    fn far_apart_only_those_with_hits() {
        check(
            &["0001-01-01", "2024-06-20"],
            Some(Step::Day),
            "Day: 0001-01-01 2, 2024-06-20 2; 1",
        );
    }

    #[test]
    fn days_have_a_number_each() {
        for (date, next) in [
            ("1999-12-31", "2000-01-01"),
            ("1900-02-28", "1900-03-01"),
            ("2000-02-29", "2000-03-01"),
            ("0000-12-31", "0001-01-01"),
        ] {
            let number = Step::Day.number(date).unwrap();
            assert_eq!(Step::Day.name(number), date);
            assert_eq!(Step::Day.name(number + 1), next);
        }
    }
}
