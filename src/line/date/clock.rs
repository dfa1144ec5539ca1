//! Which time of day do some tokens name, and in which zone? A recognizer of times.

use std::sync::OnceLock;

use super::token::DateToken;
use crate::text::lexicon::entries;
use crate::time::Date;

/// Time zones; the format is described at the head of the file.
const LIST: &str = include_str!("zones.tsv");

/// A time zone: its abbreviation in lower case, minutes east of Greenwich in winter, and whether it
/// follows American daylight saving time.
type Zone = (&'static str, i32, bool);

/// The time zones, sorted by abbreviation.
fn zones() -> &'static [Zone] {
    static ZONES: OnceLock<Vec<Zone>> = OnceLock::new();
    ZONES.get_or_init(|| {
        let rows = entries(LIST).filter_map(|row| {
            let mut columns = row.split('\t');
            let (name, winter, summer) = (columns.next()?, columns.next()?, columns.next()?);
            Some((name, winter.parse().ok()?, summer == "american"))
        });
        rows.collect()
    })
}

/// A time of day.
pub struct Time {
    hour: u8,
    minute: u8,
    zone: Option<(i32, bool)>,
}

impl Time {
    /// "HH:MM" in ISO 8601, with the offset on that day if the zone is known.
    pub fn iso(&self, date: Date) -> String {
        let clock = format!("{:02}:{:02}", self.hour, self.minute);
        let Some((winter, summer_time)) = self.zone else {
            return clock;
        };
        let minutes = if summer_time && is_american_summer(date) {
            winter + 60
        } else {
            winter
        };
        let sign = if minutes < 0 { '-' } else { '+' };
        format!(
            "{clock}{sign}{:02}:{:02}",
            minutes.abs() / 60,
            minutes.abs() % 60
        )
    }
}

/// "13:34 PM ET", "5 a.m.": the time and the number of tokens it takes; "0535 GMT" is not read.
pub fn time_at(words: &[DateToken]) -> Option<(Time, usize)> {
    let first = &words.first()?.lower;
    let digits = first.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let (mut half, mut len) = (&first[digits.len()..], 1);
    if half.is_empty()
        && let Some(next) = words.get(1)
        && matches!(next.lower.as_str(), "am" | "pm")
    {
        (half, len) = (&next.lower, 2);
    }
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() >= 2 => {
            (hour.parse().ok()?, minute.get(..2)?.parse().ok()?)
        }
        None if !half.is_empty() => (digits.parse::<u8>().ok()?, 0u8),
        _ => return None,
    };
    let hour = match half {
        "" | "h" => hour,
        "am" if hour == 12 => 0,
        "pm" if hour < 12 => hour + 12,
        "am" | "pm" => hour,
        _ => return None,
    };
    if hour > 23 || minute > 59 {
        return None;
    }
    let zone = words.get(len).and_then(|word| {
        let named = zones().iter().find(|zone| zone.0 == word.lower);
        named.map(|zone| (zone.1, zone.2)).or_else(|| {
            let minutes = offset(&word.lower)?;
            Some((minutes, false))
        })
    });
    let len = len + usize::from(zone.is_some());
    Some((Time { hour, minute, zone }, len))
}

/// "+0100": minutes east of Greenwich.
fn offset(word: &str) -> Option<i32> {
    let sign = match word.bytes().next()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits = word.get(1..).filter(|digits| digits.len() == 4)?;
    let (hours, minutes): (i32, i32) = (digits[..2].parse().ok()?, digits[2..].parse().ok()?);
    (hours <= 14 && minutes < 60).then_some(sign * (60 * hours + minutes))
}

/// From the second Sunday of March to the first Sunday of November, the latter excluded.
fn is_american_summer(date: Date) -> bool {
    let sunday = |month, nth: i64| {
        Date::new(date.year, month, 1)
            .map(|first| first.plus(i64::from(6 - first.weekday()) + 7 * (nth - 1)))
    };
    sunday(3, 2).is_some_and(|start| start <= date) && sunday(11, 1).is_some_and(|end| date < end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted_and_whole() {
        check_list(LIST, &[]);
        assert_eq!(zones().len(), entries(LIST).count());
    }
}
