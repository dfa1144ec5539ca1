//! What stands above the article? The headline and its copies, bylines, dates, labels, addresses.

use super::block::{Mark, ends_sentence, is_headline, words};
use super::metadata::{byline, is_name, kind};
use super::page::{Fate, Page, folded};
use super::stamp::stamps;

/// Finds the headline, and takes out its copies and the page's own title made of it.
pub(super) fn title(page: &mut Page, given: Option<&str>) {
    let body = page.first_body();
    let fits = |page: &Page, at: usize| {
        page.is_kept(at)
            && !is_contact(page.line(at))
            && page.lines[at].mark == Mark::None
            && is_headline(page.line(at), 32)
            && !is_path(page.line(at))
            && kind_label(page, at).is_none()
            && byline(page.line(at)).is_none()
            && stamps(page.line(at)).is_empty()
    };
    let head: Vec<usize> = (0..body).filter(|&at| fits(page, at)).collect();
    let given = given.map(folded);
    let equal = head
        .iter()
        .copied()
        .find(|&at| given.as_deref() == Some(folded(page.line(at)).as_str()));
    let Some(first) = equal.or(head.first().copied()) else {
        return;
    };
    // One line alone is a text, not the headline of nothing.
    if !(first + 1..page.lines.len()).any(|at| page.is_kept(at)) {
        return;
    }
    let cut = head
        .iter()
        .copied()
        .find(|&at| at > first && is_page_title(page.line(first), page.line(at)));
    let at = cut.unwrap_or(first);
    page.fates[at] = Fate::Title;
    let own = folded(page.line(at));
    let tail = page.tail();
    for other in (0..body).chain(tail.max(body)..page.lines.len()) {
        if other != at && folded(page.line(other)) == own {
            page.remove(other, "duplicate-headline");
        } else if other < body && is_page_title(page.line(other), page.line(at)) {
            page.remove(other, "page-title");
        }
    }
}

/// Whether a line is a headline and the name of a site or section after it.
fn is_page_title(line: &str, headline: &str) -> bool {
    let rest = line.strip_prefix(headline.trim_end_matches(['.', '!', '?']));
    words(headline) >= 4
        && rest.is_some_and(|rest| {
            (1..=5).contains(&words(rest)) && !rest.starts_with(char::is_alphanumeric)
        })
}

/// The kind that a whole line of the head names.
fn kind_label(page: &Page, at: usize) -> Option<&'static str> {
    let line = page.line(at);
    kind(line).filter(|_| words(line) <= 2)
}

/// What stands around the headline: dates, addresses, bylines, labels, paths through the site.
pub(super) fn head(page: &mut Page) {
    let body = page.first_body();
    let Some(title) = page.title() else { return };
    let mut address = false;
    for at in 0..body {
        if is_contact(page.line(at)) && page.lines[at].run <= page.lines[title].run {
            page.remove(at, "contact");
            address = true;
        }
    }
    for at in 0..body {
        let line = page.line(at);
        if !stamps(line).is_empty() {
            let site = at < title && address;
            page.decide(
                at,
                if site {
                    Fate::Remove("site-header")
                } else {
                    Fate::Meta
                },
            );
        } else if byline(line).is_some() || kind_label(page, at).is_some() {
            page.decide(at, Fate::Meta);
        } else if is_path(line) {
            page.remove(at, "navigation");
        } else if at > title
            && is_name(line)
            && page.line(at + 1).len() < 60
            && !stamps(page.line(at + 1)).is_empty()
        {
            // A name over a date is a byline without its "By"; it stays as a line about the article.
            page.decide(at, Fate::Meta);
        }
    }
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
    opens && !parts.iter().any(|p| small(p)) && (street && commas >= 1 || code && commas >= 2)
}
