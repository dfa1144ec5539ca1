//! Who published this, who wrote it, and what proves it? Lines that say something about the article.
//!
//! Each reader takes one line and answers what it states; [`facts`] asks all of them and keeps the
//! strongest proof of each value. What no line proves has no value.

use std::collections::BTreeMap;

use super::credit::{author_box, bio, byline, copyright, print_credit};
use super::page::{Fate, Page};
use super::stamp::{date_label, stamps};
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
                    let label = at.checked_sub(1).and_then(|at| date_label(page.line(at)));
                    let (field, rank, rule) = match stamp.field.or(label) {
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
