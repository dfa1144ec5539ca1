//! Which line is the headline? A pass over the lines above the text.

use super::mail::is_salutation;
use crate::clean::layout::{Fate, Mark, Page};
use crate::line::{
    broken_byline, byline, date_label, dated_label, ends_sentence, folded, is_breadcrumb,
    is_contact, is_dateline, is_headline, is_label, is_role, kind, names_contact, stamps, words,
};

/// The most lines of a head. Without running text, every line would belong to it.
const HEAD: usize = 40;

/// Finds the headline, and removes its copies and the page title made of it. `given` is the title
/// that was received apart from the text.
pub fn title(page: &mut Page, given: Option<&str>) {
    let body = page.first_body().min(HEAD);
    // Running text, however short, does not precede a headline.
    let text = |&at: &usize| {
        page.is_kept(at) && ends_sentence(page.line(at)) && !is_headline(page.line(at), 32)
    };
    let body = (0..body).find(text).unwrap_or(body);
    let head: Vec<usize> = (0..body).filter(|&at| may_be_title(page, at)).collect();
    let Some(at) = choose(page, &head, given) else {
        return;
    };
    // A single line is a text, not a headline without an article.
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
    // Without running text, a repeated line may be a refrain.
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
    // A line that continues on the next one was wrapped at a margin.
    let goes_on =
        page.run(at).contains(&(at + 1)) && page.line(at + 1).starts_with(char::is_lowercase);
    page.is_kept(at)
        && !goes_on
        && !(at > 0 && page.is_kept(at - 1) && page.line(at - 1).ends_with(','))
        && page.lines[at].mark == Mark::None
        && is_headline(line, 32)
        && !line.contains('@')
        && !is_contact(line)
        && !is_breadcrumb(line)
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

/// Whether a line names authors, by itself or with a neighbour, or states the role of an author.
pub fn is_byline(page: &Page, at: usize) -> bool {
    let line = page.line(at);
    let before = at.checked_sub(1).map_or("", |before| page.line(before));
    byline(line).is_some()
        || broken_byline(line, page.line(at + 1)).is_some()
        || broken_byline(before, line).is_some()
        || is_role(line) && byline(before).is_some()
}

/// The headline among the lines that may be one: the given one, one that the page title repeats,
/// one that occurs twice, or the first. After a menu, the first of more than two words.
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

/// Whether the run of a line contains a menu of the site.
pub fn in_menu(page: &Page, at: usize) -> bool {
    page.run(at).any(|at| {
        matches!(
            page.fates[at],
            Fate::Remove("navigation" | "share" | "player" | "newsletter" | "consent")
        )
    })
}

/// Whether a line is the headline followed by the name of a site or section.
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

/// The kind of article that a whole line of the head states.
pub fn kind_label(page: &Page, at: usize) -> Option<&'static str> {
    let line = page.line(at);
    // "Opinion: Enough" is a headline, not a label.
    kind(line).filter(|_| words(line) <= 3 && !line.contains([':', '|', '–', '—']))
}
