//! Who published this, who wrote it, and what proves it? Lines that say something about the article.
//!
//! Each reader takes one line and answers what it states, markup states the rest; [`evidence`] asks all of
//! them, orders what they say by strength, and chooses where the strongest do not contradict each other.
//! What nothing proves has no value.

use std::collections::BTreeMap;

use super::article::Statement;
use super::author::{author_box, bio, broken_byline, byline};
use super::copyright::copyright;
use super::credit::print_credit;
use super::dateline::dateline;
use super::language::Language;
use super::mail;
use super::page::{Fate, Page};
use super::stamp::{date_label, stamp_at_end, stamps};
use super::trace::Traced;
use crate::document::{Evidence, Field};
use crate::order;
use crate::text::Span;
use crate::time::Date;

/// The rank of what is kept for the record and never chosen.
const UNBELIEVED: u8 = 9;

/// How many lines behind the headline may hold the first of the text.
const OPENING: usize = 40;

/// What says something about the article.
struct Offer {
    field: Field,
    /// The smaller, the stronger.
    rank: u8,
    value: String,
    /// Where it stands in the page's text; `None` for markup.
    span: Option<Span>,
    tag: Option<String>,
    /// What stands there, where that is not the text under `span`.
    text: Option<String>,
    rule: &'static str,
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
    ("for immediate release", "press release"),
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

/// Everything that the lines of a page and its markup prove, strongest first for each field.
pub(super) fn evidence(
    page: &Page,
    source: &Traced,
    statements: &[Statement],
    language: Option<Language>,
) -> BTreeMap<Field, Vec<Evidence>> {
    let title = page.title();
    let lines = 0..page.lines.len();
    let mut offers: Vec<Offer> = lines.flat_map(|at| of_line(page, title, at)).collect();
    offers.extend(of_opening(page));
    offers.extend(of_markup(statements));
    offers.extend(language.map(|language| Offer {
        rank: 0,
        text: Some(String::new()),
        ..stated(Field::Language, language.tag, language.rule)
    }));
    order::sort_by_key(&mut offers, |offer| (offer.field, offer.rank));
    let mut found: BTreeMap<Field, Vec<Evidence>> = BTreeMap::new();
    for rivals in offers.chunk_by(|a, b| a.field == b.field) {
        let sure = !contradicts(rivals);
        let list = rivals.iter().enumerate().map(|(n, offer)| Evidence {
            value: offer.value.clone(),
            chosen: n == 0 && sure && offer.rank < UNBELIEVED,
            raw: offer.span.map(|span| source.origin(span)),
            tag: offer.tag.clone(),
            text: offer
                .text
                .clone()
                .unwrap_or_else(|| offer.span.unwrap_or_default().slice(page.text).to_owned()),
            rule: offer.rule.to_owned(),
        });
        found.insert(rivals[0].field, list.collect());
    }
    found
}

/// Whether the strongest offers for one field give different values. A first headline, byline, label or
/// line of rights stands before later ones.
fn contradicts(rivals: &[Offer]) -> bool {
    let first = &rivals[0];
    let strict = matches!(
        first.field,
        Field::Publisher | Field::Place | Field::Published | Field::Updated
    );
    let same = |offer: &&Offer| offer.rank == first.rank;
    strict
        && rivals
            .iter()
            .take_while(same)
            .any(|offer| !agree(first, offer))
}

/// Whether two values are one: names written alike, times within a day of each other.
fn agree(a: &Offer, b: &Offer) -> bool {
    if !matches!(a.field, Field::Published | Field::Updated) {
        return a.value.eq_ignore_ascii_case(&b.value);
    }
    let (Some(first), Some(second)) = (Date::parse(&a.value), Date::parse(&b.value)) else {
        return a.value == b.value;
    };
    // A moment near midnight has two dates in two zones.
    let apart = i64::from(a.value.len() > 10 && b.value.len() > 10);
    (first.ordinal() - second.ordinal()).abs() <= apart
}

/// What a line says by what it is.
fn of_line(page: &Page, title: Option<usize>, at: usize) -> Vec<Offer> {
    match page.fates[at] {
        Fate::Title => of_title(page, at),
        Fate::Meta if page.mail.contains(&at) => of_mail(page, at).into_iter().collect(),
        Fate::Meta | Fate::Byline => of_meta(page, title, at),
        Fate::Remove("copyright") => of_copyright(page, at),
        Fate::Remove("site-header") => of_site_header(page, at),
        Fate::Remove("author-box") => of_author_box(page, at),
        _ => Vec::new(),
    }
}

/// The headline, and the kind that it opens with: "Opinion: Why it rains".
fn of_title(page: &Page, at: usize) -> Vec<Offer> {
    let line = page.line(at);
    let kind = kind(line).filter(|_| line.contains([':', '|']));
    let kind = kind.map(|kind| whole(page, at, Field::Kind, 1, kind, "label"));
    let title = whole(page, at, Field::Title, 0, line, "headline");
    [title].into_iter().chain(kind).collect()
}

/// An offer of markup or of the text as a whole.
fn stated(field: Field, value: &str, rule: &'static str) -> Offer {
    Offer {
        field,
        rank: 1,
        value: value.to_owned(),
        span: None,
        tag: None,
        text: None,
        rule,
    }
}

/// What markup states: its first statement of a field is its strongest, behind what the text itself credits.
fn of_markup(statements: &[Statement]) -> Vec<Offer> {
    let mut seen: Vec<Field> = Vec::new();
    let offers = statements.iter().map(|statement| {
        let first = !seen.contains(&statement.field);
        seen.push(statement.field);
        Offer {
            rank: if first { 2 } else { 6 },
            tag: Some(statement.tag.clone()),
            text: Some(statement.text.clone()),
            ..stated(statement.field, &statement.value, "markup")
        }
    });
    offers.collect()
}

/// A value proved by the whole of a line.
fn whole(page: &Page, at: usize, field: Field, rank: u8, value: &str, rule: &'static str) -> Offer {
    Offer {
        rank,
        span: Some(page.lines[at].body),
        ..stated(field, value, rule)
    }
}

/// A value proved by a part of a line.
fn part(
    page: &Page,
    at: usize,
    field: Field,
    rank: u8,
    value: &str,
    span: Span,
    rule: &'static str,
) -> Offer {
    Offer {
        rank,
        span: Some(span.shifted(page.lines[at].body.start as usize)),
        ..stated(field, value, rule)
    }
}

/// A value that stands in a line as it is.
fn quoted(page: &Page, at: usize, field: Field, rank: u8, span: Span, rule: &'static str) -> Offer {
    part(page, at, field, rank, span.slice(page.line(at)), span, rule)
}

/// What the text opens with: the place it was written at, whose report it is, perhaps the day.
fn of_opening(page: &Page) -> Vec<Offer> {
    let lines = 0..page.lines.len();
    let alone = lines.clone().find(|&at| page.fates[at] == Fate::Dateline);
    // A lead may be shorter than what counts as running text elsewhere.
    let first = page.title().map_or(0, |title| title + 1);
    let body = (first..lines.end)
        .take(OPENING)
        .find(|&at| page.is_kept(at) && page.ends_sentence(at));
    let Some(at) = alone.or(body) else {
        return Vec::new();
    };
    let line = page.line(at);
    let Some(found) = dateline(line) else {
        return Vec::new();
    };
    let mut offers = vec![quoted(page, at, Field::Place, 0, found.place, "dateline")];
    offers.extend(
        found
            .agency
            .map(|span| quoted(page, at, Field::Publisher, 4, span, "dateline")),
    );
    offers.extend(
        found
            .date
            .map(|(span, iso)| part(page, at, Field::Published, 4, &iso, span, "dateline")),
    );
    offers
}

/// What a line about the article says: where it was printed, who wrote it, when it was published.
fn of_meta(page: &Page, title: Option<usize>, at: usize) -> Vec<Offer> {
    let line = page.line(at);
    let mut offers = Vec::new();
    if let Some(credit) = print_credit(line) {
        let name = credit.name.slice(line);
        offers.push(whole(page, at, Field::Publisher, 0, name, "print-credit"));
        if let Some((span, iso)) = credit.date {
            offers.push(part(
                page,
                at,
                Field::Published,
                0,
                &iso,
                span,
                "print-credit",
            ));
        }
    } else if let Some(whole) = broken_byline(line, page.line(at + 1)) {
        let names = byline(&whole).unwrap_or_default().slice(&whole).to_owned();
        let lines = page.lines[at].body.cover(page.lines[at + 1].body);
        offers.push(Offer {
            rank: 0,
            span: Some(lines),
            text: Some(whole),
            ..stated(Field::Author, &names, "byline")
        });
    } else if let Some(names) = byline(line) {
        offers.push(whole(
            page,
            at,
            Field::Author,
            0,
            names.slice(line),
            "byline",
        ));
        // "By Jane Doe, The Bugle - Sat May 6, 2023"
        let stamp = stamp_at_end(line).filter(|_| stamps(line).is_empty());
        offers.extend(stamp.map(|stamp| {
            let field = stamp.field.unwrap_or(Field::Published);
            part(page, at, field, 5, &stamp.iso, stamp.span, "date-in-byline")
        }));
    }
    let dated = dated_label(line);
    if let Some((_, start)) = dated {
        offers.extend(stamps(&line[start..]).iter().map(|stamp| {
            let field = stamp.field.unwrap_or(Field::Published);
            let span = stamp.span.shifted(start);
            part(page, at, field, 3, &stamp.iso, span, "date-of-label")
        }));
    }
    if let Some(kind) = kind(line).or(dated.map(|(kind, _)| kind)) {
        offers.push(whole(page, at, Field::Kind, 0, kind, "label"));
    }
    let under_title = title.is_none_or(|title| title < at);
    for stamp in stamps(line) {
        let label = at.checked_sub(1).and_then(|at| date_label(page.line(at)));
        let (field, rank, rule) = match stamp.field.or(label) {
            Some(field) => (field, 3, "stamp"),
            None if under_title => (Field::Published, 5, "date-under-headline"),
            None => continue,
        };
        offers.push(part(page, at, field, rank, &stamp.iso, stamp.span, rule));
    }
    offers
}

/// What a line over a letter states.
fn of_mail(page: &Page, at: usize) -> Option<Offer> {
    let line = page.line(at);
    let header = mail::header(line)?;
    let start = header.value.start as usize;
    match header.name {
        mail::Name::Subject => Some(quoted(
            page,
            at,
            Field::Title,
            1,
            header.value,
            "mail-subject",
        )),
        mail::Name::From => {
            let name = mail::sender(header.value.slice(line))?.shifted(start);
            Some(quoted(page, at, Field::Author, 3, name, "mail-from"))
        }
        mail::Name::Date => {
            let stamp = stamps(header.value.slice(line)).into_iter().next()?;
            let span = stamp.span.shifted(start);
            Some(part(
                page,
                at,
                Field::Published,
                3,
                &stamp.iso,
                span,
                "mail-date",
            ))
        }
        mail::Name::Other => None,
    }
}

/// The holder of rights: behind the text they are the text's, above it the site's.
fn of_copyright(page: &Page, at: usize) -> Vec<Offer> {
    let line = page.line(at);
    let of_text = at >= page.tail() && !page.layout(at).is_some_and(|layout| layout.outside);
    let (rank, rule) = if of_text {
        (1, "copyright-of-text")
    } else {
        (5, "copyright-of-site")
    };
    let mut offers = vec![whole(page, at, Field::Rights, rank, line, rule)];
    if let Some(holder) = copyright(line).filter(|holder| !holder.is_empty()) {
        offers.push(whole(
            page,
            at,
            Field::Publisher,
            rank,
            holder.slice(line),
            rule,
        ));
    }
    offers
}

/// A date over the address of a site: the day the page was printed, as likely as that of the article. It is kept, and
/// never believed.
fn of_site_header(page: &Page, at: usize) -> Vec<Offer> {
    let stamps = stamps(page.line(at)).into_iter();
    stamps
        .map(|stamp| {
            part(
                page,
                at,
                Field::Published,
                UNBELIEVED,
                &stamp.iso,
                stamp.span,
                "site-header",
            )
        })
        .collect()
}

/// The author, and whose correspondent that is.
fn of_author_box(page: &Page, at: usize) -> Vec<Offer> {
    let line = page.line(at);
    if let Some(bio) = bio(line) {
        let mut offers = vec![quoted(page, at, Field::Author, 3, bio.name, "author-bio")];
        offers.extend(
            bio.outlet
                .map(|span| quoted(page, at, Field::Publisher, 4, span, "author-bio")),
        );
        return offers;
    }
    let name = author_box(line)
        .map(|name| whole(page, at, Field::Author, 3, name.slice(line), "author-box"));
    name.into_iter().collect()
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

/// The kind that a label names, and where the date behind it starts: "FOR IMMEDIATE RELEASE: May 5, 2020".
pub(super) fn dated_label(line: &str) -> Option<(&'static str, usize)> {
    KINDS.iter().find_map(|(name, kind)| {
        let (label, rest) = line.split_at_checked(name.len())?;
        let date = rest.trim_start_matches([' ', ',', ':', '|', '-', '–', '—']);
        let is_label = label.eq_ignore_ascii_case(name) && date.len() < rest.len();
        (is_label && !stamps(date).is_empty()).then_some((*kind, line.len() - date.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        assert_eq!(kind("Opinion | Why it rains"), Some("opinion"));
        assert_eq!(kind("Editorials matter"), None);
        let line = "Press release – May 5, 2020";
        let (kind, start) = dated_label(line).unwrap();
        assert_eq!((kind, &line[start..]), ("press release", "May 5, 2020"));
        assert_eq!(dated_label("Timeline: what happened"), None);
    }
}
