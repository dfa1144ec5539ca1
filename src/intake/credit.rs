//! Whom does a line credit? An outlet it was printed in, the holder of its rights, its author.
//!
//! Each reader takes one line and answers what it states, or that it is another sort of line.

use super::block::words;
use super::stamp::date_at_end;
use crate::text::Span;

/// Words that an outlet's people are called by.
const ROLES: &[&str] = &[
    "anchor",
    "blogger",
    "bureau chief",
    "columnist",
    "contributor",
    "correspondent",
    "editor",
    "freelance",
    "host",
    "journalist",
    "photographer",
    "producer",
    "reporter",
    "staff writer",
];

/// A line that names where the text was printed before.
pub(super) struct PrintCredit {
    /// The outlet.
    pub name: Span,
    /// When, if it says.
    pub date: Option<(Span, String)>,
}

/// "(From The Daily Bugle, May 5, 2020)", "This article was originally published by The Bugle."
pub(super) fn print_credit(line: &str) -> Option<PrintCredit> {
    let bracketed = line.starts_with(['(', '[']) && line.ends_with([')', ']']);
    let inner = Span::new(0, line.len());
    let inner = if bracketed {
        Span::new(1, line.len() - 1)
    } else {
        inner
    };
    let text = inner.slice(line);
    let lower = text.to_ascii_lowercase();
    let printed = ["published", "printed", "appeared", "reported"]
        .iter()
        .any(|verb| {
            ["by ", "in ", "on "]
                .iter()
                .any(|by| lower.contains(&format!("{verb} {by}")))
        });
    let opens = [
        "this article",
        "this story",
        "this piece",
        "this editorial",
        "this essay",
        "originally",
        "first published",
        "a version of this",
    ];
    let sentence = printed && opens.iter().any(|o| lower.starts_with(o));
    let start = if bracketed && lower.starts_with("from ") {
        5
    } else if sentence || bracketed && printed {
        let verb = ["published", "printed", "appeared", "reported"]
            .iter()
            .filter_map(|v| lower.find(&format!("{v} ")))
            .min()?;
        [" by ", " in ", " on "]
            .iter()
            .filter_map(|by| Some(verb + lower[verb..].find(by)? + 4))
            .min()?
    } else {
        return None;
    };
    let rest = text.get(start..)?;
    let date = date_at_end(rest.trim_end_matches('.'));
    if bracketed && !sentence && date.is_none() {
        return None;
    }
    let end = date
        .as_ref()
        .map_or_else(|| name_end(rest), |(span, _)| span.start as usize);
    let name = rest
        .get(..end)?
        .trim_end_matches([' ', ',', '.', '-', '–', '—'])
        .trim_end_matches(" on");
    let base = inner.start as usize + start;
    let span = Span::new(base, base + name.len());
    let named = name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= 7;
    named.then(|| PrintCredit {
        name: span,
        date: date.map(|(at, iso)| (at.shifted(base), iso)),
    })
}

/// Where a name ends in a sentence: before a comma, a stop, or a lower-case word that is no particle.
fn name_end(text: &str) -> usize {
    let mut end = 0;
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end();
        let small =
            bare.starts_with(char::is_lowercase) && !matches!(bare, "of" | "the" | "for" | "de");
        if small {
            break;
        }
        end += word.len();
        if bare.ends_with([',', '.', ';']) {
            break;
        }
    }
    end
}

/// The holder of a copyright line, empty when it names none; `None` for any other line.
pub(super) fn copyright(line: &str) -> Option<Span> {
    let lower = line.to_ascii_lowercase();
    let mut start = 0;
    while let Some(sign) = ["copyright", "©", "(c)", " "]
        .iter()
        .find(|sign| lower[start..].starts_with(**sign))
    {
        start += sign.len();
    }
    let rest = &line[start..];
    let reserves = ["rights", "may not be", "reserved"]
        .iter()
        .any(|claim| lower.contains(claim));
    if start == 0 || words(line) > if reserves { 80 } else { 16 } {
        return None;
    }
    let first = year_length(rest);
    let (from, to) = if first > 0 {
        let parted = rest[first..].trim_start_matches([' ', ',', '|', '-', '–', '.']);
        let parted = parted.strip_prefix("by ").unwrap_or(parted);
        let from = rest.len() - parted.len();
        // "(c) 2019 was wet." counts items and has a verb.
        if !reserves && parted.starts_with(char::is_lowercase) {
            return None;
        }
        (from, from + holder_end(parted))
    } else {
        // The year after the holder closes the line; else the line speaks of copyright.
        let year = rest
            .match_indices(' ')
            .map(|(at, _)| at + 1)
            .find(|&at| year_length(&rest[at..]) > 0)?;
        let after = &rest[year + year_length(&rest[year..])..];
        let closed = after.is_empty() || after.starts_with(['.', ',', '|', ';']) || reserves;
        if !closed || words(&rest[..year]) > 6 || !rest.starts_with(char::is_uppercase) {
            return None;
        }
        (0, year)
    };
    let holder = rest[from..to].trim_end_matches([' ', ',', '.', '|', '-', '–']);
    let named = holder.starts_with(char::is_uppercase)
        && holder.split_whitespace().count() <= 7
        && !holder.to_ascii_lowercase().starts_with("all rights");
    Some(Span::new(
        start + from,
        start + from + if named { holder.len() } else { 0 },
    ))
}

/// How many bytes a year or a range of years takes at the start of a text; 0 for anything else.
fn year_length(text: &str) -> usize {
    let end = |c: char| !c.is_ascii_digit() && !matches!(c, '-' | '–');
    let year = text.get(..4).is_some_and(|year| {
        year.chars().all(|c| c.is_ascii_digit())
            && (year.starts_with("19") || year.starts_with("20"))
    });
    if year {
        text.find(end).unwrap_or(text.len())
    } else {
        0
    }
}

/// Where the holder ends: before a stop, a mark that parts, or "All rights reserved".
fn holder_end(text: &str) -> usize {
    let lower = text.to_ascii_lowercase();
    [". ", "|", " - ", " – ", "all rights", "\u{2022}"]
        .iter()
        .filter_map(|stop| lower.find(stop))
        .min()
        .unwrap_or(text.len())
}

/// The names of "By Jane Doe and John Roe, The Bugle".
pub(super) fn byline(line: &str) -> Option<Span> {
    let start = [
        "By ",
        "BY ",
        "by ",
        "Written by ",
        "Words by ",
        "Reported by ",
    ]
    .iter()
    .find(|by| line.starts_with(**by))?
    .len();
    let rest = &line[start..];
    let end = rest.find([',', '|', '•', '·', ';']).unwrap_or(rest.len());
    let names = rest[..end].trim_end();
    let all = names.split(" and ").flat_map(|part| part.split(" & "));
    let valid = all.clone().all(is_name) && words(line) <= 14 && !line.ends_with('.');
    valid.then(|| Span::new(start, start + names.len()))
}

/// Two to four words written as the parts of a person's name are.
pub(super) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let particle = |w: &str| {
        matches!(
            w,
            "de" | "da"
                | "di"
                | "del"
                | "van"
                | "von"
                | "der"
                | "den"
                | "bin"
                | "al"
                | "el"
                | "la"
                | "le"
                | "ter"
                | "dos"
        )
    };
    let part = |w: &str| {
        w.starts_with(char::is_uppercase)
            && w.chars()
                .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
    };
    (2..=4).contains(&words.len()) && words.iter().all(|w| part(w) || particle(w)) && part(words[0])
}

/// The name in the heading of an author box, "About jane doe"; nothing for "About the treaty".
pub(super) fn author_box(line: &str) -> Option<Span> {
    let start = [
        "About the author: ",
        "About the Author: ",
        "About ",
        "ABOUT ",
    ]
    .iter()
    .find(|a| line.starts_with(**a))?
    .len();
    let name = &line[start..];
    let words: Vec<&str> = name.split_whitespace().collect();
    let plain = words.iter().all(|w| {
        w.chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | '_'))
    });
    let closed = words
        .iter()
        .any(|w| crate::text::is_stop_word(&w.to_lowercase()));
    ((1..=4).contains(&words.len()) && plain && !closed && !name.ends_with('.'))
        .then(|| Span::new(start, line.len()))
}

/// A sentence that introduces the author.
pub(super) struct Bio {
    /// The author.
    pub name: Span,
    /// Whose correspondent or editor the sentence says that is.
    pub outlet: Option<Span>,
}

/// "Jane Doe is The Bugle's correspondent in Oslo, …"
pub(super) fn bio(line: &str) -> Option<Bio> {
    let verb = [" is ", " was ", " covers ", " reports ", " writes "]
        .iter()
        .filter_map(|verb| line.find(verb))
        .min()?;
    let name = line[..verb].trim_end_matches(',');
    if !is_name(name) {
        return None;
    }
    let head: Vec<&str> = line[verb..].split_whitespace().take(16).collect();
    let head = head.join(" ");
    let lower = head.to_lowercase();
    ROLES.iter().find(|role| lower.contains(**role))?;
    let after = &line[verb + 1..];
    let outlet = after.strip_prefix("is ").and_then(|rest| {
        let end = rest.find("'s ").or_else(|| rest.find("’s "))?;
        let owner = &rest[..end];
        let role = rest[end..]
            .split_whitespace()
            .skip(1)
            .take(6)
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        let named = owner.split_whitespace().count() <= 5 && owner.starts_with(char::is_uppercase);
        let start = verb + 1 + "is ".len();
        (named && ROLES.iter().any(|r| role.contains(r)))
            .then(|| Span::new(start, start + owner.len()))
    });
    Some(Bio {
        name: Span::new(0, name.len()),
        outlet,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(read: fn(&str) -> Option<Span>, line: &str, expected: Option<&str>) {
        assert_eq!(
            read(line).map(|span| span.slice(line)),
            expected,
            "{line:?}"
        );
    }

    #[test]
    fn copyrights() {
        for (line, expected) in [
            (
                "Copyright 2021 The Bugle. All rights reserved.",
                Some("The Bugle"),
            ),
            ("© 2021 WXYZ", Some("WXYZ")),
            (
                "Copyright © 2020-2021 Bugle Media | Privacy",
                Some("Bugle Media"),
            ),
            ("© The Bugle 2021", Some("The Bugle")),
            ("© 2021. All rights reserved.", Some("")),
            ("Copyright law is older than you think.", None),
            ("The Copyright Act of 1976 was amended.", None),
            ("Copyright Act of 1976 was amended.", None),
            ("(c) 2019 was the wettest year.", None),
            (
                "Copyright holders met in 2021 to talk about what to do with the new law and others.",
                None,
            ),
        ] {
            check(copyright, line, expected);
        }
    }

    #[test]
    fn authors() {
        check(
            byline,
            "By Jane Doe and John van Roe, The Bugle",
            Some("Jane Doe and John van Roe"),
        );
        check(byline, "By Air and Sea", None);
        check(byline, "By Monday Night Falls It Was Over.", None);
        check(author_box, "About jane doe", Some("jane doe"));
        check(author_box, "About the recent flood", None);
        let line = "Jane Doe is The Bugle's correspondent in Oslo, covering herring.";
        let found = bio(line).unwrap();
        assert_eq!(
            (found.name.slice(line), found.outlet.map(|o| o.slice(line))),
            ("Jane Doe", Some("The Bugle"))
        );
        assert!(bio("Jane Doe is a farmer in Norway.").is_none());
    }

    #[test]
    fn print_credits() {
        for (line, expected) in [
            (
                "(From The Daily Bugle, May 5, 2020)",
                Some(("The Daily Bugle", Some("2020-05-05"))),
            ),
            (
                "This article was originally published by The Bugle and is used here.",
                Some(("The Bugle", None)),
            ),
            ("(From left, the king and his mayor)", None),
            ("(From Oslo)", None),
            ("The report was published in May.", None),
        ] {
            let found = print_credit(line);
            let found = found.map(|c| (c.name.slice(line), c.date.map(|d| d.1)));
            let expected = expected.map(|(name, date)| (name, date.map(str::to_owned)));
            assert_eq!(found, expected, "{line}");
        }
    }
}
