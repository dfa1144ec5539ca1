//! Which moment does a value of markup name? A parser of ISO 8601 and of written-out dates.

use crate::line::stamps;
use crate::time::Date;

/// The date, or date and time with its offset, without seconds; `None` if the text is neither.
pub fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    written(text).or_else(|| {
        let stamps = stamps(text);
        let first = stamps.first()?;
        (stamps.len() == 1).then(|| first.iso.clone())
    })
}

/// "2020-05-05", "20200505", "2020-05-05T10:22:03.000Z", "2020/05/05 10:22 +0200".
fn written(text: &str) -> Option<String> {
    let (date, rest) = day(text)?;
    let rest = rest.trim_start_matches(['T', 't', ' ']);
    if rest.is_empty() {
        return Some(date.to_string());
    }
    let (hour, rest) = number(rest)?;
    let (minute, mut rest) = number(rest.strip_prefix(':').unwrap_or(rest))?;
    let mut second = 0;
    if let Some(behind) = rest.strip_prefix(':') {
        (second, rest) = number(behind)?;
        if let Some(behind) = rest.strip_prefix(['.', ',']) {
            rest = behind.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let zone = offset(rest.trim())?;
    // A bare date often becomes midnight without a zone when programs pass it on.
    if zone.is_empty() && (hour, minute, second) == (0, 0, 0) {
        return Some(date.to_string());
    }
    Some(format!("{date}T{hour:02}:{minute:02}{zone}"))
}

/// The date that a text starts with, and the rest.
fn day(text: &str) -> Option<(Date, &str)> {
    let head = text.get(..10).filter(|head| head.is_ascii());
    let dashed = head.map(|head| head.replace('/', "-"));
    if let Some(head) =
        dashed.filter(|head| head.as_bytes()[4] == b'-' && head.as_bytes()[7] == b'-')
    {
        return Some((Date::parse(&head)?, &text[10..]));
    }
    let head = text.get(..8)?;
    if !head.bytes().all(|b| b.is_ascii_digit())
        || text[8..].starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let date = Date::parse(&format!("{}-{}-{}", &head[..4], &head[4..6], &head[6..]))?;
    (1600..=2199)
        .contains(&date.year)
        .then_some((date, &text[8..]))
}

/// Two digits as a number, and the rest.
fn number(text: &str) -> Option<(u8, &str)> {
    let digits = text
        .get(..2)
        .filter(|two| two.bytes().all(|b| b.is_ascii_digit()))?;
    Some((digits.parse().ok()?, &text[2..]))
}

/// "Z", "+02:00", "-0500", "+02", "UTC" as hours and minutes; empty for none, `None` if unreadable.
fn offset(text: &str) -> Option<String> {
    match text {
        "" => return Some(String::new()),
        "Z" | "z" | "UTC" | "GMT" => return Some("+00:00".to_owned()),
        _ => {}
    }
    let sign = text.chars().next().filter(|c| matches!(c, '+' | '-'))?;
    let (hour, rest) = number(&text[1..])?;
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let (minute, rest) = if rest.is_empty() {
        (0, rest)
    } else {
        number(rest)?
    };
    (rest.is_empty() && hour <= 14 && minute <= 59).then(|| format!("{sign}{hour:02}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(iso(text).as_deref(), expected, "{text}");
    }

    #[test]
    fn dates() {
        check("2020-05-05", Some("2020-05-05"));
        check("20200505", Some("2020-05-05"));
        check("2020-05-05T10:22:03.000Z", Some("2020-05-05T10:22+00:00"));
        check("2020-05-05T10:22:03-0400", Some("2020-05-05T10:22-04:00"));
        check("2020/05/05 10:22 +02", Some("2020-05-05T10:22+02:00"));
        check("2020-05-05T10:22", Some("2020-05-05T10:22"));
        check("2020-05-05T00:00:00", Some("2020-05-05"));
        check(
            "Tue, 05 May 2020 10:22:00 GMT",
            Some("2020-05-05T10:22+00:00"),
        );
        check("May 5, 2020", Some("2020-05-05"));
        check("2020-13-05", None);
        check("2020-05-05T25:00", None);
        check("2020-05-05 or so", None);
        check("05/06/2020", None);
        check("２０２０-05", None);
        check("", None);
    }
}
