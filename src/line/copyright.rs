//! Who holds the rights? A recognizer of copyright lines, as opposed to sentences about copyright.

use super::shape::words;
use crate::text::Span;

/// The holder that a copyright line names, empty if it names none; `None` for any other line.
pub fn copyright(line: &str) -> Option<Span> {
    if !line.starts_with(['c', 'C', '©', '(', ' ']) {
        return None;
    }
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
        // "(c) 2019 was wet." is an item of a list and has a verb.
        if !reserves && parted.starts_with(char::is_lowercase) {
            return None;
        }
        (from, from + holder_end(parted))
    } else {
        // The year after the holder must close the line; otherwise the line is about copyright.
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

/// The length in bytes of a year or range of years at the start of a text; 0 for anything else.
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

/// Where the holder ends, in bytes: before a stop, a separator, or "All rights reserved".
fn holder_end(text: &str) -> usize {
    let lower = text.to_ascii_lowercase();
    [". ", "|", " - ", " – ", "all rights", "\u{2022}"]
        .iter()
        .filter_map(|stop| lower.find(stop))
        .min()
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let found = copyright(line).map(|span| span.slice(line));
            assert_eq!(found, expected, "{line:?}");
        }
    }
}
