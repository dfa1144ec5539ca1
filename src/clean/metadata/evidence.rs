//! Who published this, who wrote it, and what proves it? A collector of offers from all lines.
//!
//! Each reader takes one line and returns what it states; markup states the rest. [`evidence`]
//! collects these offers, sorts them by strength, and chooses where the strongest do not contradict
//! each other. A field that nothing proves has no value.

use std::collections::BTreeMap;

use super::offer::{Offer, UNBELIEVED, contradicts, of_markup, part, quoted, stated, whole};
use crate::clean::language::Language;
use crate::clean::layout::{Fate, Page};
use crate::clean::source_map::MappedText;
use crate::document::{Evidence, Field, Statement};
use crate::line::{
    HeaderName, author_box, bio, broken_byline, byline, copyright, date_label, dated_label,
    dateline, header, kind, print_credit, sender, stamp_at_end, stamps,
};
use crate::order;

/// The most lines after the headline among which the text is expected to start.
const OPENING: usize = 40;

/// Everything that the lines of a page and its markup prove, for each field, strongest first.
pub fn evidence(
    page: &Page,
    source: &MappedText,
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

/// The offers of a line, by its fate.
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

/// The headline, and the kind of article that it opens with: "Opinion: Why it rains".
fn of_title(page: &Page, at: usize) -> Vec<Offer> {
    let line = page.line(at);
    let kind = kind(line).filter(|_| line.contains([':', '|']));
    let kind = kind.map(|kind| whole(page, at, Field::Kind, 1, kind, "label"));
    let title = whole(page, at, Field::Title, 0, line, "headline");
    [title].into_iter().chain(kind).collect()
}

/// The dateline of the text: the place, the agency, and the day if the year is given.
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

/// What a line about the article states: where and when it was published, and who wrote it.
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

/// What a mail header states.
fn of_mail(page: &Page, at: usize) -> Option<Offer> {
    let line = page.line(at);
    let header = header(line)?;
    let start = header.value.start as usize;
    match header.name {
        HeaderName::Subject => Some(quoted(
            page,
            at,
            Field::Title,
            1,
            header.value,
            "mail-subject",
        )),
        HeaderName::From => {
            let name = sender(header.value.slice(line))?.shifted(start);
            Some(quoted(page, at, Field::Author, 3, name, "mail-from"))
        }
        HeaderName::Date => {
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
        HeaderName::Other => None,
    }
}

/// The holder of rights: of the text if the line is below it, else of the site.
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

/// A date above the address of a site. It may be the day the page was printed as well as that of
/// the article, so it is recorded but never chosen.
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

/// The author, and the outlet whose correspondent that is.
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
