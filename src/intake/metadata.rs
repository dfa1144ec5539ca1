//! Who published this, who wrote it, and what proves it? Lines that say something about the article.
//!
//! Each reader takes one line and answers what it states; [`facts`] asks all of them and keeps the
//! strongest proof of each value. What no line proves has no value.

use std::collections::BTreeMap;

use super::author::{author_box, bio, byline};
use super::copyright::copyright;
use super::credit::print_credit;
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
    let mut found: BTreeMap<Field, (u8, Fact)> = BTreeMap::new();
    for at in 0..page.lines.len() {
        let offers = match page.fates[at] {
            Fate::Title => vec![(Field::Title, 0, whole(page, at, page.line(at), "headline"))],
            Fate::Meta => of_meta(page, at),
            Fate::Remove("copyright") => of_copyright(page, at).into_iter().collect(),
            Fate::Remove("author-box") => of_author_box(page, at),
            _ => continue,
        };
        for (field, rank, fact) in offers {
            if found.get(&field).is_none_or(|(best, _)| rank < *best) {
                found.insert(field, (rank, fact));
            }
        }
    }
    found
        .into_iter()
        .map(|(field, (_, fact))| (field, fact))
        .collect()
}

/// A fact with the rank of its proof: the smaller, the stronger.
type Offer = (Field, u8, Fact);

/// A value proved by the whole of a line.
fn whole(page: &Page, at: usize, value: &str, rule: &'static str) -> Fact {
    Fact {
        value: value.to_owned(),
        span: page.lines[at].body,
        rule,
    }
}

/// A value proved by a part of a line.
fn part(page: &Page, at: usize, value: &str, span: Span, rule: &'static str) -> Fact {
    let span = span.shifted(page.lines[at].body.start as usize);
    Fact {
        value: value.to_owned(),
        span,
        rule,
    }
}

/// What a line about the article says: where it was printed, who wrote it, when it was published.
fn of_meta(page: &Page, at: usize) -> Vec<Offer> {
    let line = page.line(at);
    let mut offers = Vec::new();
    if let Some(credit) = print_credit(line) {
        let name = credit.name.slice(line);
        offers.push((Field::Publisher, 0, whole(page, at, name, "print-credit")));
        if let Some((span, iso)) = credit.date {
            offers.push((
                Field::Published,
                0,
                part(page, at, &iso, span, "print-credit"),
            ));
        }
    } else if let Some(names) = byline(line) {
        offers.push((
            Field::Author,
            0,
            whole(page, at, names.slice(line), "byline"),
        ));
    }
    let under_title = page.title().is_some_and(|title| title < at);
    for stamp in stamps(line) {
        let label = at.checked_sub(1).and_then(|at| date_label(page.line(at)));
        let (field, rank, rule) = match stamp.field.or(label) {
            Some(field) => (field, 1, "stamp"),
            None if under_title => (Field::Published, 2, "date-under-headline"),
            None => continue,
        };
        offers.push((field, rank, part(page, at, &stamp.iso, stamp.span, rule)));
    }
    offers
}

/// The holder of rights: behind the text they are the text's, above it the site's.
fn of_copyright(page: &Page, at: usize) -> Option<Offer> {
    let line = page.line(at);
    let holder = copyright(line)
        .filter(|holder| !holder.is_empty())?
        .slice(line);
    let (rank, rule) = if at >= page.tail() {
        (1, "copyright-of-text")
    } else {
        (4, "copyright-of-site")
    };
    Some((Field::Publisher, rank, whole(page, at, holder, rule)))
}

/// The author, and whose correspondent that is.
fn of_author_box(page: &Page, at: usize) -> Vec<Offer> {
    let line = page.line(at);
    if let Some(bio) = bio(line) {
        let author = part(page, at, bio.name.slice(line), bio.name, "author-bio");
        let outlet = bio
            .outlet
            .map(|span| part(page, at, span.slice(line), span, "author-bio"));
        let outlet = outlet.map(|fact| (Field::Publisher, 3, fact));
        return [(Field::Author, 1, author)]
            .into_iter()
            .chain(outlet)
            .collect();
    }
    let name = author_box(line).map(|name| whole(page, at, name.slice(line), "author-box"));
    name.map(|fact| (Field::Author, 1, fact))
        .into_iter()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        assert_eq!(kind("Opinion | Why it rains"), Some("opinion"));
        assert_eq!(kind("Editorials matter"), None);
    }
}
