//! Who published this, who wrote it, and what proves it? Lines that say something about the article.
//!
//! Each reader takes one line and answers what it states; [`facts`] asks all of them and keeps the
//! strongest proof of each value. What no line proves has no value.

use std::collections::BTreeMap;

use super::page::{Fate, Page};
use super::stamp::{date_at_end, stamps};
use crate::document::Field;
use crate::text::Span;

/// A value and what in the page proves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    /// The value.
    pub value: String,
    /// Where the proof stands in the page's text.
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

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

/// What a page calls its article, and the kind that is.
const KINDS: &[(&str, &str)] = &[
    ("analysis", "analysis"),
    ("column", "column"),
    ("commentary", "opinion"),
    ("editorial", "editorial"),
    ("explained", "explainer"),
    ("explainer", "explainer"),
    ("fact check", "fact-check"),
    ("factbox", "factbox"),
    ("interview", "interview"),
    ("letters", "letter"),
    ("news analysis", "analysis"),
    ("obituary", "obituary"),
    ("op-ed", "opinion"),
    ("opinion", "opinion"),
    ("our view", "editorial"),
    ("press release", "press release"),
    ("review", "review"),
    ("timeline", "timeline"),
    ("transcript", "transcript"),
];

/// Everything the lines of a page prove; the strongest proof of each field.
pub(super) fn facts(page: &Page) -> BTreeMap<Field, Fact> {
    // A smaller number is a stronger proof.
    let mut found: BTreeMap<Field, (u8, Fact)> = BTreeMap::new();
    let mut offer = |field, rank, fact| {
        if found.get(&field).is_none_or(|(best, _)| rank < *best) {
            found.insert(field, (rank, fact));
        }
    };
    let title = page.title();
    for at in 0..page.lines.len() {
        let (line, place) = (page.line(at), page.lines[at].body);
        let inside = |span: Span| span.shifted(place.start as usize);
        let fact = |value: &str, span, rule| Fact {
            value: value.to_owned(),
            span,
            rule,
        };
        match page.fates[at] {
            Fate::Title => offer(Field::Title, 0, fact(line, place, "headline")),
            Fate::Meta => {
                if let Some(credit) = print_credit(line) {
                    offer(
                        Field::Publisher,
                        0,
                        fact(credit.name.slice(line), place, "print-credit"),
                    );
                    if let Some((span, iso)) = credit.date {
                        offer(
                            Field::Published,
                            0,
                            fact(&iso, inside(span), "print-credit"),
                        );
                    }
                } else if let Some(names) = byline(line) {
                    offer(Field::Author, 0, fact(names.slice(line), place, "byline"));
                }
                for stamp in stamps(line) {
                    let under_title = title.is_some_and(|title| title < at);
                    let (field, rank, rule) = match stamp.field {
                        Some(field) => (field, 1, "stamp"),
                        None if under_title => (Field::Published, 2, "date-under-headline"),
                        None => continue,
                    };
                    offer(field, rank, fact(&stamp.iso, inside(stamp.span), rule));
                }
            }
            Fate::Remove("copyright") => {
                if let Some(holder) = copyright(line).filter(|holder| !holder.is_empty()) {
                    let (rank, rule) = if at >= page.tail() {
                        (1, "copyright-of-text")
                    } else {
                        (4, "copyright-of-site")
                    };
                    offer(
                        Field::Publisher,
                        rank,
                        fact(holder.slice(line), place, rule),
                    );
                }
            }
            Fate::Remove("author-box") => {
                if let Some(bio) = bio(line) {
                    offer(
                        Field::Author,
                        1,
                        fact(bio.name.slice(line), inside(bio.name), "author-bio"),
                    );
                    if let Some(outlet) = bio.outlet {
                        offer(
                            Field::Publisher,
                            3,
                            fact(outlet.slice(line), inside(outlet), "author-bio"),
                        );
                    }
                } else if let Some(name) = author_box(line) {
                    offer(
                        Field::Author,
                        1,
                        fact(name.slice(line), place, "author-box"),
                    );
                }
            }
            _ => {}
        }
    }
    found
        .into_iter()
        .map(|(field, (_, fact))| (field, fact))
        .collect()
}

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
        let by = [" by ", " in ", " on "]
            .iter()
            .filter_map(|by| Some(verb + lower[verb..].find(by)? + 4))
            .min()?;
        by
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
    let signs = ["copyright", "©", "(c)", "all content", " "];
    let mut start = 0;
    while let Some(sign) = signs[..3]
        .iter()
        .chain(&signs[4..])
        .find(|sign| lower[start..].starts_with(**sign))
    {
        start += sign.len();
    }
    if start == 0 || lower.starts_with(' ') {
        return None;
    }
    let rest = &line[start..];
    let year_len = |text: &str| {
        let len = text
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | '–'))
            .unwrap_or(text.len());
        let year = text.get(..4).is_some_and(|y| {
            y.chars().all(|c| c.is_ascii_digit()) && (y.starts_with("19") || y.starts_with("20"))
        });
        if year { len } else { 0 }
    };
    let first = year_len(rest);
    let (from, to) = if first > 0 {
        let blank = rest[first..].len()
            - rest[first..]
                .trim_start_matches([' ', ',', '|', '-', '–'])
                .len();
        let from = first + blank;
        let from = if rest[from..].to_ascii_lowercase().starts_with("by ") {
            from + 3
        } else {
            from
        };
        (from, from + holder_end(&rest[from..]))
    } else {
        // The year after the holder: only so a line is told from a sentence about copyright.
        let year = rest
            .match_indices(' ')
            .map(|(at, _)| at + 1)
            .find(|&at| year_len(&rest[at..]) > 0)?;
        let short = super::block::words(&rest[..year]) <= 6 && rest.starts_with(char::is_uppercase);
        let ends = super::block::words(&rest[year..]) <= 12;
        if !short || !ends {
            return None;
        }
        (0, year)
    };
    let holder = rest[from..to].trim_end_matches([' ', ',', '.', '|', '-', '–']);
    let known = holder.starts_with(char::is_uppercase)
        && holder.split_whitespace().count() <= 7
        && !holder.to_ascii_lowercase().starts_with("all rights");
    let span = Span::new(
        start + from,
        start + from + if known { holder.len() } else { 0 },
    );
    Some(span)
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
    let valid = all.clone().all(is_name) && super::block::words(line) <= 14 && !line.ends_with('.');
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

/// The kind that a label line or the start of a headline ("Opinion: …", "Analysis | …") states.
pub(super) fn kind(line: &str) -> Option<&'static str> {
    let label = line
        .split([':', '|', '–', '—'])
        .next()
        .unwrap_or("")
        .trim()
        .to_lowercase();
    KINDS
        .iter()
        .find(|(name, _)| *name == label)
        .map(|(_, kind)| *kind)
}

/// "en" when a text's function words say so beyond doubt.
pub(super) fn language(text: &str) -> Option<&'static str> {
    const MARKERS: &[&str] = &[
        "the", "of", "and", "to", "in", "is", "was", "for", "that", "with", "on", "are", "as",
        "by", "it", "from", "at", "an", "be", "this", "have", "has", "not", "his", "he", "they",
        "which", "but", "or", "were",
    ];
    let (mut words, mut known) = (0usize, 0usize);
    for word in text
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| !w.is_empty())
        .take(2_000)
    {
        words += 1;
        known += usize::from(MARKERS.contains(&word.to_lowercase().as_str()));
    }
    (words >= 12 && known * 100 >= words * 20).then_some("en")
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

    #[test]
    fn kinds_and_languages() {
        assert_eq!(kind("Opinion | Why it rains"), Some("opinion"));
        assert_eq!(kind("Editorials matter"), None);
        assert_eq!(
            language("The cat sat on the mat and it was not happy with the state of it."),
            Some("en")
        );
        assert_eq!(
            language("Der Hund lief durch den Wald und war am Ende nicht mehr zu sehen."),
            None
        );
        assert_eq!(language("Too short."), None);
    }
}
