//! Which day or time does a foreign value state? A normalization to ISO 8601.

use crate::line::stamps;
use crate::time::Date;

/// The first second, in Unix time, for which a bare number is a date: 1985.
const FIRST: i64 = 473_385_600;
/// The last such second: 2100.
const LAST: i64 = 4_102_444_800;

/// A date, or date and time, in ISO 8601; `None` if the value has no known form.
pub fn iso(value: &str) -> Option<String> {
    let value = value.trim();
    if let Some(date) = Date::parse(value) {
        return Some(match clock(value.get(10..).unwrap_or("")) {
            Some(time) => format!("{date}T{time}"),
            None => date.to_string(),
        });
    }
    if value.bytes().all(|b| b.is_ascii_digit()) {
        return number(value);
    }
    // A year, or a year and a month.
    let (year, month) = value.split_once('-').unwrap_or((value, "01"));
    if year.len() == 4 && month.len() == 2 && Date::parse(&format!("{year}-{month}-01")).is_some() {
        return Some(value.to_owned());
    }
    match stamps(value).as_slice() {
        [stamp] => Some(stamp.iso.clone()),
        _ => None,
    }
}

/// The time after a date, `10:20`, `10:20:30.5Z`, `10:20+02:00`, without fractions of a second.
fn clock(rest: &str) -> Option<String> {
    let rest = rest.strip_prefix(['T', 't', ' '])?.trim();
    let end = rest
        .find(|c: char| !c.is_ascii_digit() && c != ':')
        .unwrap_or(rest.len());
    let (time, mut zone) = rest.split_at(end);
    let mut parts = time.split(':');
    let mut next = |most: u32| {
        let part = parts.next()?;
        (part.len() == 2 && part.parse::<u32>().ok()? <= most).then_some(part)
    };
    let (hour, minute) = (next(23)?, next(59)?);
    let second = next(60).map_or(String::new(), |second| format!(":{second}"));
    if let Some(fraction) = zone.strip_prefix('.') {
        zone = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    Some(format!("{hour}:{minute}{second}{}", offset(zone.trim())))
}

/// A UTC offset in ISO 8601; empty if there is none, or for a zone name that is ambiguous.
fn offset(zone: &str) -> String {
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    match zone.get(..1) {
        _ if matches!(zone, "Z" | "z" | "UTC" | "GMT") => "Z".to_owned(),
        Some(sign @ ("+" | "-")) if digits.len() == 4 => {
            format!("{sign}{}:{}", &digits[..2], &digits[2..])
        }
        _ => String::new(),
    }
}

/// A number in digits: `20240305`, a year, or a Unix time in seconds or milliseconds.
fn number(value: &str) -> Option<String> {
    let number: i64 = value.parse().ok()?;
    match value.len() {
        4 if (1000..=2999).contains(&number) => Some(value.to_owned()),
        8 => {
            let date = format!("{}-{}-{}", &value[..4], &value[4..6], &value[6..]);
            Date::parse(&date).map(|date| date.to_string())
        }
        9 | 10 if (FIRST..=LAST).contains(&number) => Some(moment(number)),
        12 | 13 if (FIRST..=LAST).contains(&(number / 1000)) => Some(moment(number / 1000)),
        _ => None,
    }
}

/// A Unix time in ISO 8601.
fn moment(seconds: i64) -> String {
    let (date, rest) = (
        Date::from_ordinal(seconds.div_euclid(86_400)),
        seconds.rem_euclid(86_400),
    );
    format!(
        "{date}T{:02}:{:02}:{:02}Z",
        rest / 3600,
        rest / 60 % 60,
        rest % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        for (value, expected) in [
            ("2024-03-05", "2024-03-05"),
            ("2024-03-05 10:20:30", "2024-03-05T10:20:30"),
            ("2024-03-05T10:20:30.123Z", "2024-03-05T10:20:30Z"),
            ("2024-03-05T10:20:30+0200", "2024-03-05T10:20:30+02:00"),
            ("2024-03-05 at noon", "2024-03-05"),
            ("2024-03", "2024-03"),
            ("2024", "2024"),
            ("20240305", "2024-03-05"),
            ("1709632800", "2024-03-05T10:00:00Z"),
            ("1709632800000", "2024-03-05T10:00:00Z"),
            ("March 5, 2024", "2024-03-05"),
            ("5 March 2024", "2024-03-05"),
        ] {
            assert_eq!(iso(value).as_deref(), Some(expected), "{value}");
        }
        for value in [
            "",
            "soon",
            "2024-13-05",
            "99",
            "éééééééééé",
            "2024-é",
            "12345678901",
        ] {
            assert_eq!(iso(value), None, "{value}");
        }
    }
}
