//! When does a line about the article say it was published or changed?
//!
//! A line is read as a whole: labels, dates, times and what stands between them. One word more,
//! and it is a sentence that speaks of a date.

use super::clock::time_at;
use crate::document::Field;
use crate::text::Span;
use crate::time::{Date, MONTHS, WEEKDAYS};

/// The most words of a line that gives dates and nothing else.
const LONGEST: usize = 24;

/// A date that a line about the article gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stamp {
    /// What the line calls it; `None` for a bare date.
    pub field: Option<Field>,
    /// Where date and time stand in the line.
    pub span: Span,
    /// ISO 8601.
    pub iso: String,
}

/// The dates of a line that says nothing else; empty when it says anything else, or nothing.
pub(super) fn stamps(line: &str) -> Vec<Stamp> {
    // Every date has a number, and is short.
    if line.len() > 400
        || !line.bytes().any(|b| b.is_ascii_digit())
        || line.split(' ').count() > LONGEST
    {
        return Vec::new();
    }
    let words = words(line);
    if words.len() > LONGEST {
        return Vec::new();
    }
    let mut stamps: Vec<Stamp> = Vec::new();
    let mut field = None;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some((stamp, len)) = stamp_at(&words[at..], field) {
            stamps.push(stamp);
            at += len;
            continue;
        }
        match word.lower.as_str() {
            called if label(called).is_some() => field = label(called),
            "last" | "first" | "originally" | "date" | "on" | "at" | "dated" | "and" | "time" => {}
            day if is_weekday(day) => {}
            _ => match reading_time(&words[at..]) {
                0 => return Vec::new(),
                len => at += len - 1,
            },
        }
        at += 1;
    }
    stamps
}

/// What a line that is only a label says of the date under it.
pub(super) fn date_label(line: &str) -> Option<Field> {
    match line.trim_end_matches(':').to_lowercase().as_str() {
        "published" | "posted" | "date published" | "publication date" => Some(Field::Published),
        "updated" | "last updated" | "last modified" => Some(Field::Updated),
        _ => None,
    }
}

/// The first date that stands at the very end of a text: its span and ISO form.
pub(super) fn date_at_end(text: &str) -> Option<(Span, String)> {
    let words = words(text);
    (0..words.len()).find_map(|at| {
        let (date, len) = date_at(&words[at..])?;
        let span = words[at].span.cover(words[at + len - 1].span);
        (at + len == words.len()).then(|| (span, date.to_string()))
    })
}

/// The first date, with its time if it has one, that stands at the very end of a text, and what the word before calls it.
pub(super) fn stamp_at_end(text: &str) -> Option<Stamp> {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let words = words(text);
    (0..words.len()).find_map(|at| {
        let field = at.checked_sub(1).and_then(|at| label(&words[at].lower));
        let (stamp, len) = stamp_at(&words[at..], field)?;
        (at + len == words.len()).then_some(stamp)
    })
}

/// What a word says of the date behind it.
fn label(word: &str) -> Option<Field> {
    match word {
        "updated" | "modified" | "revised" | "edited" | "update" => Some(Field::Updated),
        "published" | "posted" | "issued" | "publish" => Some(Field::Published),
        _ => None,
    }
}

/// A date with the time before or after it, and how many words they take.
fn stamp_at(words: &[Word], field: Option<Field>) -> Option<(Stamp, usize)> {
    let (mut time, mut at) = time_at(words).map_or((None, 0), |(time, len)| (Some(time), len));
    while time.is_some()
        && words
            .get(at)
            .is_some_and(|w| w.lower == "on" || is_weekday(&w.lower))
    {
        at += 1;
    }
    let (date, len) = date_at(&words[at..])?;
    at += len;
    let mut end = at;
    if time.is_none() {
        let skip = usize::from(words.get(at).is_some_and(|w| w.lower == "at"));
        if let Some((found, len)) = time_at(&words[at + skip..]) {
            time = Some(found);
            end = at + skip + len;
        }
    }
    let span = words[0].span.cover(words[end - 1].span);
    let iso = time.map_or_else(
        || date.to_string(),
        |time| format!("{date}T{}", time.iso(date)),
    );
    Some((Stamp { field, span, iso }, end))
}

/// A word of a line: letters, digits and what stands between digits.
pub(super) struct Word {
    /// Where it stands in the line.
    pub span: Span,
    /// In lower case, half days without their stops: "pm".
    pub lower: String,
}

fn words(line: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
        let inside = c.is_alphanumeric()
            || matches!(c, ':' | '/' | '-' | '.') && start.is_some()
            || opens_offset(line, at);
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let text = line[from..at].trim_end_matches([':', '/', '-']);
                let lower = match text.to_lowercase() {
                    half if half.contains(".m.") => {
                        half.replace("a.m.", "am").replace("p.m.", "pm")
                    }
                    lower => lower,
                };
                words.push(Word {
                    span: Span::new(from, from + text.len()),
                    lower: lower.trim_end_matches('.').to_owned(),
                });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Whether "+0100" or "-0500" stands here.
fn opens_offset(line: &str, at: usize) -> bool {
    let bytes = line.as_bytes();
    matches!(bytes[at..], [b'+' | b'-', ..])
        && at
            .checked_sub(1)
            .is_some_and(|before| bytes[before] == b' ')
        && bytes
            .get(at + 1..at + 5)
            .is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
        && !bytes.get(at + 5).is_some_and(u8::is_ascii_alphanumeric)
}

fn is_weekday(word: &str) -> bool {
    word.len() >= 3
        && WEEKDAYS
            .iter()
            .any(|day| *day == word || word.len() <= 5 && day.starts_with(word))
}

fn month(word: &str) -> Option<u8> {
    let at = MONTHS
        .iter()
        .position(|m| *m == word || (3..=4).contains(&word.len()) && m.starts_with(word))?;
    Some(at as u8 + 1)
}

fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th").then(|| digits.parse().ok())?
}

fn year(word: &str) -> Option<i32> {
    let year: i32 = word.parse().ok()?;
    (1600..=2199).contains(&year).then_some(year)
}

/// "June 20, 2024", "20 June 2024", "2024-06-20", with or without a weekday before.
fn date_at(words: &[Word]) -> Option<(Date, usize)> {
    let skip = usize::from(words.first().is_some_and(|w| is_weekday(&w.lower)));
    let word = |n: usize| words.get(skip + n).map(|w| w.lower.as_str());
    let first = word(0)?;
    if let Some(date) = Date::parse(first).filter(|_| first.len() == 10) {
        return Some((date, skip + 1));
    }
    if let Some(date) = in_numbers(first) {
        return Some((date, skip + 1));
    }
    let (second, third) = (word(1)?, word(2)?);
    let date = match (month(first), month(second)) {
        (Some(month), _) => Date::new(year(third)?, month, day(second)?),
        (None, Some(month)) => Date::new(year(third)?, month, day(first)?),
        _ => None,
    };
    date.map(|date| (date, skip + 3))
}

/// "13/05/2023", "5.13.2023": a date in numbers that can be read in one way alone.
fn in_numbers(word: &str) -> Option<Date> {
    let mark = ['/', '.', '-']
        .into_iter()
        .find(|mark| word.matches(*mark).count() == 2)?;
    let mut parts = word.split(mark);
    let (first, second, year) = (parts.next()?, parts.next()?, year(parts.next()?)?);
    let (first, second): (u8, u8) = (first.parse().ok()?, second.parse().ok()?);
    match (first, second) {
        (13.., _) => Date::new(year, second, first),
        (_, 13..) => Date::new(year, first, second),
        _ if first == second => Date::new(year, first, first),
        _ => None,
    }
}

/// Whether a line says how long its article takes to read, and nothing else.
pub(super) fn is_reading_time(line: &str) -> bool {
    if line.len() > 40 || !line.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let words = words(line);
    let own = |word: &Word| matches!(word.lower.as_str(), "reading" | "read" | "time");
    let skip = words.iter().take_while(|w| own(w)).count();
    let len = reading_time(&words[skip..]);
    len > 0 && skip + len == words.len() && (skip > 0 || len == 3)
}

/// "4 min read": how many words it takes, 0 for something else.
fn reading_time(words: &[Word]) -> usize {
    let word = |n: usize| words.get(n).map_or("", |w| w.lower.as_str());
    let number = !word(0).is_empty() && word(0).chars().all(|c| c.is_ascii_digit());
    let minutes = matches!(word(1), "min" | "mins" | "minute" | "minutes");
    if number && minutes {
        2 + usize::from(word(2) == "read")
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[(Option<Field>, &str, &str)]) {
        let found = stamps(line);
        let found: Vec<_> = found
            .iter()
            .map(|s| (s.field, s.span.slice(line), s.iso.as_str()))
            .collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn lines() {
        use Field::{Published, Updated};
        check(
            "Updated March 3, 2021 at 13:04 PM ET",
            &[(
                Some(Updated),
                "March 3, 2021 at 13:04 PM ET",
                "2021-03-03T13:04-05:00",
            )],
        );
        check(
            "Updated July 3, 2021 at 1:04 p.m. ET",
            &[(
                Some(Updated),
                "July 3, 2021 at 1:04 p.m. ET",
                "2021-07-03T13:04-04:00",
            )],
        );
        check(
            "Published: 5 May 2020",
            &[(Some(Published), "5 May 2020", "2020-05-05")],
        );
        check(
            "Published 10:22 AM EDT, Thu June 20, 2019",
            &[(
                Some(Published),
                "10:22 AM EDT, Thu June 20, 2019",
                "2019-06-20T10:22-04:00",
            )],
        );
        check(
            "Updated: 13/05/2023",
            &[(Some(Updated), "13/05/2023", "2023-05-13")],
        );
        check("Published 04/05/2023", &[]);
        check(
            "Posted on 2020-05-05 | 4 min read",
            &[(Some(Published), "2020-05-05", "2020-05-05")],
        );
        check(
            "First published on Mon 5 May 2020 | Last modified on Tue 6 May 2020 09.15 BST",
            &[
                (Some(Published), "Mon 5 May 2020", "2020-05-05"),
                (
                    Some(Updated),
                    "Tue 6 May 2020 09.15 BST",
                    "2020-05-06T09:15+01:00",
                ),
            ],
        );
        check("May 5, 2020", &[(None, "May 5, 2020", "2020-05-05")]);
        check(
            "Tue, 5 May 2020 10:45:00 -0500",
            &[(
                None,
                "Tue, 5 May 2020 10:45:00 -0500",
                "2020-05-05T10:45-05:00",
            )],
        );
    }

    #[test]
    fn sentences_are_no_stamps() {
        for line in [
            "Published in 2010, it sold well.",
            "May 5, 2020 was wet",
            "Updated hourly",
            "",
            "February 30, 2020",
            "Sunday",
        ] {
            check(line, &[]);
        }
    }

    #[test]
    fn ends() {
        let text = "The Daily Bugle, May 5, 2020";
        let (span, iso) = date_at_end(text).unwrap();
        assert_eq!(
            (span.slice(text), iso.as_str()),
            ("May 5, 2020", "2020-05-05")
        );
        assert_eq!(date_at_end("May 5, 2020, a Monday tale"), None);
        let text = "By Jane Doe | Updated 5 May 2020 10:45 GMT";
        let stamp = stamp_at_end(text).unwrap();
        assert_eq!(
            (stamp.field, stamp.span.slice(text), stamp.iso.as_str()),
            (
                Some(Field::Updated),
                "5 May 2020 10:45 GMT",
                "2020-05-05T10:45+00:00"
            )
        );
        assert_eq!(stamp_at_end("May 5, 2020 at 10:45, she said"), None);
    }
}
