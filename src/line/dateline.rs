//! Where was it written? A recognizer of datelines such as "SEOUL, South Korea (AP) — ".

use super::date::date_at_end;
use super::photo_credit::is_agency;
use super::vocabulary::Vocabulary;
use crate::text::Span;
use crate::time::{MONTHS, WEEKDAYS};

/// The longest dateline, in bytes.
const REACH: usize = 90;

/// What a dateline says.
pub struct Dateline {
    /// The place, with its country or state if that is given.
    pub place: Span,
    /// The agency in brackets.
    pub agency: Option<Span>,
    /// The day and its ISO form, if the year is given too.
    pub date: Option<(Span, String)>,
    /// Whether the line contains nothing else.
    pub is_alone: bool,
}

/// The dateline that opens a line or is the whole line; `None` if there is none.
pub fn dateline(line: &str) -> Option<Dateline> {
    place_and_day(line).or_else(|| opening(line))
}

/// "Brussels, 12 May 2023": a line that gives a place and a day and nothing else.
fn place_and_day(line: &str) -> Option<Dateline> {
    if line.len() > REACH || line.ends_with('.') || !line.contains(", ") {
        return None;
    }
    let date = date_at_end(line).filter(|(span, _)| span.end as usize == line.len())?;
    let place = line[..date.0.start as usize].strip_suffix(", ")?;
    is_town(place).then(|| Dateline {
        place: Span::new(0, place.len()),
        agency: None,
        date: Some(date),
        is_alone: true,
    })
}

/// The dateline that opens a line, before a dash or after an agency.
fn opening(line: &str) -> Option<Dateline> {
    let end = [" — ", " – ", " - ", " -- ", "— ", " —", ": "]
        .iter()
        .filter_map(|mark| line.find(mark))
        // Reuters puts no space after its dash.
        .chain(line.find(") -").map(|at| at + 1))
        .min();
    let closed = line.ends_with(')') && line.len() <= REACH;
    let end = end
        .or_else(|| closed.then_some(line.len()))
        .filter(|&end| end <= REACH)?;
    let head = line[..end].trim_end();
    let (rest, agency) = match head
        .strip_suffix(')')
        .and_then(|inner| inner.rsplit_once('('))
    {
        Some((rest, name)) => {
            let start = rest.len() + 1;
            (rest.trim_end(), Some(Span::new(start, start + name.len())))
        }
        None => (head, None),
    };
    let date = date_at_end(rest);
    let rest = match &date {
        Some((span, _)) => rest[..span.start as usize].trim_end_matches([' ', ',']),
        None => without_day(rest),
    };
    let behind = line[end..].trim_start_matches(['—', '–', '-', ':', ' ']);
    // In "NATO — the alliance — said", the sentence continues.
    let goes_on = behind.starts_with(char::is_lowercase);
    // A word before a colon is a label, unless an agency or a day is beside it.
    let bare = agency.is_none() && date.is_none() && rest.len() == head.len();
    if bare && line[end..].starts_with(':') || goes_on || !is_place(rest) {
        return None;
    }
    Some(Dateline {
        place: Span::new(0, rest.len()),
        agency,
        date,
        is_alone: behind.is_empty(),
    })
}

/// The text without a day and month such as "June 20" at its end.
fn without_day(text: &str) -> &str {
    let Some((before, last)) = text.rsplit_once(' ') else {
        return text;
    };
    let Some((rest, month)) = before.rsplit_once(' ') else {
        return text;
    };
    let is_day =
        |word: &str| (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    if is_month(month) && is_day(last) || is_day(month) && is_month(last) {
        rest.trim_end_matches([' ', ','])
    } else {
        text
    }
}

/// Whether a text is a town, perhaps with a country or state, and not a person or an outlet.
fn is_town(text: &str) -> bool {
    let (town, region) = text
        .split_once(", ")
        .map_or((text, None), |(town, region)| (town, Some(region)));
    let words: Vec<&str> = town.split(' ').collect();
    let first = words[0].to_lowercase();
    let named = match words.len() {
        1 => {
            town.chars().count() >= 3
                && !Vocabulary::NoTown.has(&first)
                && !is_agency(&first)
                && !is_month(&first)
                && !WEEKDAYS.iter().any(|day| day.starts_with(&first))
        }
        2 | 3 => {
            Vocabulary::TownOpener.has(&first) || matches!(town, "The Hague" | "Washington D.C.")
        }
        _ => false,
    };
    named && is_region(town) && region.is_none_or(is_region)
}

/// Whether a text has one to three capitalized words of letters only.
fn is_region(part: &str) -> bool {
    part.split(' ').count() <= 3
        && part
            .split(' ')
            .all(|word| word == "de" || word.starts_with(char::is_uppercase))
        && part
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’'))
}

fn is_month(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    word.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(&word))
}

/// Whether a text is a town in capitals, perhaps with a country or state.
fn is_place(text: &str) -> bool {
    let mut parts = text.split(", ");
    let town = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let longest = town
        .split(' ')
        .map(|word| word.chars().filter(|c| c.is_alphabetic()).count())
        .max();
    let capitals = town
        .chars()
        .all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '\'' | '’' | '-' | '/'));
    let region = |part: &&str| {
        part.starts_with(char::is_uppercase)
            && part.split_whitespace().count() <= 3
            && part
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-'))
    };
    capitals
        && longest >= Some(3)
        && !Vocabulary::Label.has(town)
        && town.split_whitespace().count() <= 4
        && rest.len() <= 2
        && rest.iter().all(region)
}

/// Whether a line is a dateline and nothing else. Unless `under` the headline, it must give a day.
pub fn is_dateline(line: &str, under: bool) -> bool {
    dateline(line).is_some_and(|dateline| dateline.is_alone && (under || dateline.date.is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(&str, Option<&str>, Option<&str>)>) {
        let found = dateline(line);
        let found = found.as_ref().map(|d| {
            (
                d.place.slice(line),
                d.agency.map(|s| s.slice(line)),
                d.date.as_ref().map(|(_, iso)| iso.as_str()),
            )
        });
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn datelines() {
        check(
            "OSLO (Reuters) -Norway's rain stopped.",
            Some(("OSLO", Some("Reuters"), None)),
        );
        check(
            "OSLO, Norway (AP) — It rained.",
            Some(("OSLO, Norway", Some("AP"), None)),
        );
        check(
            "LONDON, June 20 (Reuters) - It rained.",
            Some(("LONDON", Some("Reuters"), None)),
        );
        check("ST. LOUIS — It rained.", Some(("ST. LOUIS", None, None)));
        check(
            "PARIS, 5 May 2020 (AFP)",
            Some(("PARIS", Some("AFP"), Some("2020-05-05"))),
        );
        check(
            "NEW YORK/LONDON, Jan. 5 – It rained.",
            Some(("NEW YORK/LONDON", None, None)),
        );
    }

    #[test]
    fn places_and_days() {
        for (line, place) in [
            ("Brussels, 12 May 2023", "Brussels"),
            ("Springfield, Ohio, May 12, 2023", "Springfield, Ohio"),
            ("New York, Friday 12 May 2023", "New York"),
        ] {
            let found = dateline(line).unwrap();
            assert_eq!(found.place.slice(line), place, "{line}");
            assert_eq!(found.date.unwrap().1, "2023-05-12", "{line}");
            assert!(found.is_alone, "{line}");
        }
    }

    #[test]
    fn other_lines() {
        for line in [
            "Jane Doe, 12 May 2023",
            "Reuters, May 12, 2023",
            "The Daily Bugle, May 12, 2023",
            "Friday, 12 May 2023",
            "Politics, 12 May 2023",
            "Brussels, 12 May",
            "NATO: it rained.",
            "It rained — a lot.",
            "UN - it rained",
            "BREAKING NEWS: It rained.",
            "",
            "OSLO",
            "A B C — d",
        ] {
            check(line, None);
        }
    }
}
