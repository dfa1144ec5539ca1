//! When was the article published or changed? A recognizer of lines that give dates.
//!
//! The whole line must consist of labels, dates, times and the words that join them. With any other
//! word, it is a sentence that mentions a date.

use super::clock::time_at;
use super::day::{date_at, is_weekday};
use super::reading_time::reading_time;
use super::token::{DateToken, words};
use crate::document::Field;
use crate::text::Span;

/// The most tokens in a line that consists of dates.
const LONGEST: usize = 24;

/// A date that a line about the article gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// What its label says; `None` for a date without a label.
    pub field: Option<Field>,
    /// The date and time in the line.
    pub span: Span,
    /// The date in ISO 8601, with the time if it is given.
    pub iso: String,
}

/// The dates of a line that consists of them, in order; empty for any other line.
pub fn stamps(line: &str) -> Vec<Stamp> {
    // Every date contains a digit, and such a line is short.
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

/// What a line that is only a label says about the date below it.
pub fn date_label(line: &str) -> Option<Field> {
    match line.trim_end_matches(':').to_lowercase().as_str() {
        "published" | "posted" | "date published" | "publication date" => Some(Field::Published),
        "updated" | "last updated" | "last modified" => Some(Field::Updated),
        _ => None,
    }
}

/// The date at the very end of a text, with its time if it has one and what the word before says.
pub fn stamp_at_end(text: &str) -> Option<Stamp> {
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

/// What a word says about the date after it.
fn label(word: &str) -> Option<Field> {
    match word {
        "updated" | "modified" | "revised" | "edited" | "update" => Some(Field::Updated),
        "published" | "posted" | "issued" | "publish" => Some(Field::Published),
        _ => None,
    }
}

/// A date with the time before or after it, and the number of tokens they take.
fn stamp_at(words: &[DateToken], field: Option<Field>) -> Option<(Stamp, usize)> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::date::day::date_at_end;

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
        use Field::Published;
        use Field::Updated;
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
