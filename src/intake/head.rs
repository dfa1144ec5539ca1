//! What stands above the article? The headline and its copies, bylines, dates, labels, addresses.

use super::author::{broken_byline, byline, is_name, is_role};
use super::block::{Mark, ends_sentence, is_headline, words};
use super::dateline::dateline;
use super::furniture::is_label;
use super::mail::{is_salutation, names_contact};
use super::metadata::{dated_label, kind};
use super::page::{Fate, Page, folded};
use super::stamp::{date_label, stamps};

/// How many lines a head has at most; without running text everything would be one.
const HEAD: usize = 40;

/// Finds the headline, and takes out its copies and the page's own title made of it.
pub(super) fn title(page: &mut Page, given: Option<&str>) {
    let body = page.first_body().min(HEAD);
    // No running text stands over a headline, short as it may be.
    let text = |&at: &usize| {
        page.is_kept(at) && ends_sentence(page.line(at)) && !is_headline(page.line(at), 32)
    };
    let body = (0..body).find(text).unwrap_or(body);
    let head: Vec<usize> = (0..body).filter(|&at| may_be_title(page, at)).collect();
    let Some(at) = choose(page, &head, given) else {
        return;
    };
    // One line alone is a text, not the headline of nothing.
    if !(at + 1..page.lines.len()).any(|at| page.is_kept(at)) {
        return;
    }
    page.fates[at] = Fate::Title;
    let headline = page.line(at);
    let own = folded(headline);
    let tail = if words(headline) >= 4 && page.tail() > 0 {
        page.tail()
    } else {
        page.lines.len()
    };
    // Where nothing is running text, a line said again may be a refrain.
    let head = if page.tail() > 0 { body } else { body.min(at) };
    for other in (0..head).chain(tail.max(head)..page.lines.len()) {
        let alike = page.words(other) == page.words(at);
        if other != at && alike && page.fold(other) == own {
            page.remove(other, "duplicate-headline");
        } else if other < head && is_page_title(page.line(other), headline) {
            page.remove(other, "page-title");
        }
    }
}

fn may_be_title(page: &Page, at: usize) -> bool {
    let line = page.line(at);
    // A line that goes on in the next one was wrapped at a margin.
    let goes_on =
        page.run(at).contains(&(at + 1)) && page.line(at + 1).starts_with(char::is_lowercase);
    page.is_kept(at)
        && !goes_on
        && !(at > 0 && page.is_kept(at - 1) && page.line(at - 1).ends_with(','))
        && page.lines[at].mark == Mark::None
        && is_headline(line, 32)
        && !line.contains('@')
        && !is_contact(line)
        && !is_path(line)
        && !is_label(line)
        && !page.is_row(at)
        && kind_label(page, at).is_none()
        && !is_byline(page, at)
        && stamps(line).is_empty()
        && date_label(line).is_none()
        && dated_label(line).is_none()
        && !is_dateline(line, false)
        && !names_contact(line)
        && !is_salutation(page, at)
}

/// Whether a line names authors, by itself or with the one before or behind it, or says in which role they write.
fn is_byline(page: &Page, at: usize) -> bool {
    let line = page.line(at);
    let before = at.checked_sub(1).map_or("", |before| page.line(before));
    byline(line).is_some()
        || broken_byline(line, page.line(at + 1)).is_some()
        || broken_byline(before, line).is_some()
        || is_role(line) && byline(before).is_some()
}

/// The headline among the lines that may be one: the given one, one that the page's title repeats,
/// one that is there twice, or the first; after a menu, the first of more than two words.
fn choose(page: &Page, head: &[usize], given: Option<&str>) -> Option<usize> {
    let fold: Vec<String> = head.iter().map(|&at| folded(page.line(at))).collect();
    let given = given.map(folded);
    let equal = fold.iter().position(|line| Some(line) == given.as_ref());
    let titled = || {
        (1..head.len()).find(|&n| {
            head[..n]
                .iter()
                .any(|&first| is_page_title(page.line(first), page.line(head[n])))
        })
    };
    let twice = || {
        let n = head.iter().position(|&at| words(page.line(at)) > 3)?;
        fold[n + 1..].contains(&fold[n]).then_some(n)
    };
    let first = || {
        let menu = head.first().is_some_and(|&at| in_menu(page, at));
        let long = head.iter().position(|&at| words(page.line(at)) > 2);
        long.filter(|_| menu).or(Some(0))
    };
    let chosen = equal.or_else(titled).or_else(twice).or_else(first)?;
    head.get(chosen).copied()
}

/// Whether a line stands in one run with a menu of the site.
fn in_menu(page: &Page, at: usize) -> bool {
    page.run(at).any(|at| {
        matches!(
            page.fates[at],
            Fate::Remove("navigation" | "share" | "player" | "newsletter" | "consent")
        )
    })
}

/// Whether a line is a headline and the name of a site or section after it.
fn is_page_title(line: &str, headline: &str) -> bool {
    let rest = line
        .strip_prefix(headline.trim_end_matches(['.', '!', '?']))
        .unwrap_or("");
    let parted = [" - ", " | ", " – ", " — ", " :: "]
        .iter()
        .any(|mark| rest.starts_with(mark));
    let named = (1..=5).contains(&words(rest)) && !rest.starts_with(char::is_alphanumeric);
    named && (words(headline) >= 4 || parted)
}

/// The kind that a whole line of the head names.
fn kind_label(page: &Page, at: usize) -> Option<&'static str> {
    let line = page.line(at);
    // "Opinion: Enough" is a headline.
    kind(line).filter(|_| words(line) <= 3 && !line.contains([':', '|', '–', '—']))
}

/// What stands around the headline: dates, addresses, bylines, labels, paths through the site.
pub(super) fn head(page: &mut Page) {
    let body = page.first_body();
    let title = page.title();
    // Without a headline, as where it is given apart, only running text tells what stands over it.
    if title.is_none() && body == page.lines.len() {
        return;
    }
    let over = |at: usize| title.is_some_and(|title| at < title);
    let under = |at: usize| title.is_none_or(|title| title < at);
    let mut address = false;
    for at in 0..body {
        let beside = title.is_some_and(|title| page.lines[at].run <= page.lines[title].run);
        if beside && is_contact(page.line(at)) {
            page.remove(at, "contact");
            address = true;
        }
    }
    for at in 0..body {
        let line = page.line(at);
        let menu = over(at) && words(line) <= 4 && in_menu(page, at);
        let date = !stamps(line).is_empty();
        let dated = date_label(line).is_some() && !stamps(page.line(at + 1)).is_empty();
        // A name over a date is a byline without its "By".
        let signed = under(at) && is_name(line) && !stamps(page.line(at + 1)).is_empty();
        if date && over(at) && address {
            page.remove(at, "site-header");
        } else if is_path(line) || menu && !date {
            page.remove(at, "navigation");
        } else if signed || is_byline(page, at) {
            page.decide(at, Fate::Byline);
        } else if is_dateline(line, under(at)) {
            page.decide(at, Fate::Dateline);
        } else if date || dated || kind_label(page, at).is_some() || dated_label(line).is_some() {
            page.decide(at, Fate::Meta);
        } else if over(at) && words(line) <= 6 && !ends_sentence(line) && !line.ends_with(',') {
            // A kicker: the section or series that the article stands in.
            page.decide(at, Fate::Meta);
        }
    }
}

/// Whether a line is a dateline and nothing else; over the headline it must give a day.
fn is_dateline(line: &str, under: bool) -> bool {
    dateline(line).is_some_and(|dateline| dateline.is_alone && (under || dateline.date.is_some()))
}

/// "Home > World > Asia".
fn is_path(line: &str) -> bool {
    let parts: Vec<&str> = [" > ", " » ", " › "]
        .iter()
        .map(|mark| line.split(*mark).collect())
        .find(|p: &Vec<_>| p.len() > 1)
        .unwrap_or_default();
    !line.contains(['<', '@'])
        && parts.len() >= 2
        && words(line) <= 20
        && parts
            .iter()
            .all(|p| words(p) <= 4 || Some(p) == parts.last())
        && words(parts[0]) >= 1
}

/// A line that is a street address, a telephone number, an address of mail or of a page.
pub(super) fn is_contact(line: &str) -> bool {
    let parts: Vec<&str> = line.split_whitespace().collect();
    if parts.is_empty() || parts.len() > 14 || ends_sentence(line) {
        return false;
    }
    let lone = |p: &str| {
        p.starts_with("http://")
            || p.starts_with("https://")
            || p.starts_with("www.")
            || p.contains('@') && p.contains('.') && !p.starts_with('@')
    };
    if parts.len() <= 2
        && parts
            .iter()
            .all(|p| lone(p) || folded(p) == "email" || folded(p) == "e-mail")
        && parts.iter().any(|p| lone(p))
    {
        return true;
    }
    is_address(&parts, line)
}

fn is_address(parts: &[&str], line: &str) -> bool {
    const STREETS: &[&str] = &[
        "ave",
        "avenue",
        "blvd",
        "boulevard",
        "box",
        "broadway",
        "drive",
        "floor",
        "highway",
        "lane",
        "parkway",
        "plaza",
        "rd",
        "road",
        "square",
        "st",
        "street",
        "suite",
        "way",
    ];
    let number = |p: &str| {
        p.trim_matches(',')
            .chars()
            .all(|c| c.is_ascii_digit() || c == '-')
    };
    let street = parts.iter().any(|p| STREETS.contains(&folded(p).as_str()));
    let code = parts
        .last()
        .is_some_and(|p| number(p) && (5..=10).contains(&p.len()));
    let commas = line.matches(',').count();
    let small = |p: &&str| p.starts_with(char::is_lowercase);
    let opens = parts[0].chars().all(|c| c.is_ascii_digit()) || folded(parts[0]) == "p.o";
    opens && !parts.iter().any(small) && (street && commas >= 1 || code && commas >= 2)
}
