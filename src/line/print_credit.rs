//! Where was the text published before? A recognizer of lines that credit an outlet.

use super::date::date_at_end;
use crate::text::Span;
use crate::text::lexicon::WordList;

/// A credit line for an earlier publication.
pub struct PrintCredit {
    /// The outlet.
    pub name: Span,
    /// The day of that publication and its ISO form, if the line gives one.
    pub date: Option<(Span, String)>,
}

/// Verbs of publication.
const PRINTED: [&str; 4] = ["published", "printed", "appeared", "reported"];

const LIST: &str = include_str!("print_credits.txt");

/// How a sentence about an earlier publication opens, in lower case.
static OPENERS: WordList = WordList::new(LIST);

/// "(From The Daily Bugle, May 5, 2020)", "This article was originally published by The Bugle.";
/// `None` for any other line.
pub fn print_credit(line: &str) -> Option<PrintCredit> {
    let bracketed = line.starts_with(['(', '[']) && line.ends_with([')', ']']);
    let opens = |opener: &&str| {
        line.get(..opener.len())
            .is_some_and(|open| open.eq_ignore_ascii_case(opener))
    };
    if !bracketed && !OPENERS.words().iter().any(opens) {
        return None;
    }
    let brackets = usize::from(bracketed);
    let text = &line[brackets..line.len() - brackets];
    let (start, sentence) = outlet_start(&text.to_ascii_lowercase(), bracketed)?;
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
    let base = brackets + start;
    let span = Span::new(base, base + name.len());
    let named = name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= 7;
    named.then(|| PrintCredit {
        name: span,
        date: date.map(|(at, iso)| (at.shifted(base), iso)),
    })
}

/// Where the outlet starts in a lower-case credit without brackets; whether it is a sentence.
fn outlet_start(lower: &str, bracketed: bool) -> Option<(usize, bool)> {
    let printed = PRINTED.iter().any(|verb| {
        ["by ", "in ", "on "]
            .iter()
            .any(|by| lower.contains(&format!("{verb} {by}")))
    });
    let sentence = printed
        && OPENERS
            .words()
            .iter()
            .any(|opener| lower.starts_with(opener));
    let from = "from ";
    if bracketed && lower.starts_with(from) {
        return Some((from.len(), sentence));
    }
    if !(sentence || bracketed && printed) {
        return None;
    }
    let verb = PRINTED
        .iter()
        .filter_map(|verb| lower.find(&format!("{verb} ")))
        .min()?;
    let start = [" by ", " in ", " on "]
        .iter()
        .filter_map(|by| Some(verb + lower[verb..].find(by)? + by.len()))
        .min()?;
    Some((start, sentence))
}

/// Where a name ends in a sentence, in bytes: at a comma or stop, or before a lower-case word that
/// is not a particle.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted() {
        check_list(LIST, &[]);
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
