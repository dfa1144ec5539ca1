//! Which lines of a page are not its article? Players, forms, adverts, addresses, teasers, credits.
//!
//! Precision comes first: a line is taken out only when the whole of it is known furniture, or its
//! place and neighbours leave no doubt. Sentences of running text stay. What is taken out keeps
//! its reason and its place.

use super::block::{Mark, ends_sentence, is_headline, words};
use super::metadata::{author_box, bio, byline, copyright, is_name, kind, print_credit};
use super::page::{Fate, Page, folded};
use super::stamp::stamps;

/// Stock phrases: reason, how they match, the phrase; see the head of the file.
const PHRASES: &str = include_str!("furniture.txt");

/// Agencies and libraries that a photo credit names, one folded name a line.
const AGENCIES: &str = include_str!("agencies.txt");

/// How much of a page, in lines, may stand between a picture's credit and its repeated caption.
const CAPTION_REACH: usize = 6;

/// Decides about every line of a page.
pub(super) fn sort(page: &mut Page, given_title: Option<&str>) {
    for at in 0..page.lines.len() {
        if let Some(fate) = by_itself(page, at) {
            page.decide(at, fate);
        }
    }
    spread_credits(page);
    captions(page, true);
    foreign_line(page);
    sections(page);
    author_boxes(page);
    labels(page);
    title(page, given_title);
    captions(page, false);
    head(page);
}

/// What a line says about itself, wherever it stands.
fn by_itself(page: &Page, at: usize) -> Option<Fate> {
    let line = page.line(at);
    let fold = folded(line);
    if let Some(reason) = phrase(line, &fold, &["whole", "start", "notice"]) {
        return Some(Fate::Remove(reason));
    }
    if is_clock(line) {
        return Some(Fate::Remove("player"));
    }
    if is_photo_credit(line) {
        return Some(Fate::Remove("photo-credit"));
    }
    if copyright(line).is_some() {
        return Some(Fate::Remove("copyright"));
    }
    if is_teaser(line) {
        return Some(Fate::Remove("related"));
    }
    if is_sign_up(line) {
        return Some(Fate::Remove("newsletter"));
    }
    if is_contact(line) {
        return Some(Fate::Remove("contact"));
    }
    if stamps(line).iter().any(|stamp| stamp.field.is_some()) || print_credit(line).is_some() {
        return Some(Fate::Meta);
    }
    is_caption(line).then_some(Fate::Caption)
}

/// The reason of the stock phrase that a line is, among those of the given kinds.
fn phrase(line: &str, fold: &str, kinds: &[&str]) -> Option<&'static str> {
    let count = words(line);
    PHRASES
        .lines()
        .filter(|entry| !entry.starts_with('#'))
        .find_map(|entry| {
            let mut fields = entry.split('\t');
            let (reason, kind, phrase) = (fields.next()?, fields.next()?, fields.next()?);
            let meets = kinds.contains(&kind)
                && match kind {
                    "start" => count <= 25 && begins(fold, phrase),
                    "notice" => count <= 60 && begins(fold, phrase),
                    _ => fold == phrase,
                };
            meets.then_some(reason)
        })
}

/// Whether a folded line begins with a phrase, at a word's end.
fn begins(fold: &str, phrase: &str) -> bool {
    fold.strip_prefix(phrase)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// "0:00", "0:00 0:00", "1:02:33 / 2:00:00": what a player shows.
fn is_clock(line: &str) -> bool {
    let clock = |part: &str| {
        part.contains(':')
            && part
                .split(':')
                .all(|n| (1..=2).contains(&n.len()) && n.chars().all(|c| c.is_ascii_digit()))
    };
    let mut parts = line
        .split([' ', '/', '|'])
        .filter(|p| !p.is_empty())
        .peekable();
    parts
        .peek()
        .is_some_and(|first| first.starts_with('0') || line.contains([' ', '/']))
        && parts.all(clock)
}

/// A short line that names who took a picture.
fn is_photo_credit(line: &str) -> bool {
    let lower = line.to_lowercase();
    if words(line) == 0 || words(line) > 12 || ends_sentence(line) {
        return false;
    }
    let opens = [
        "photo by ",
        "photos by ",
        "photograph by ",
        "photo credit: ",
        "photo credits: ",
        "image credit: ",
        "image by ",
        "photo courtesy of ",
        "image courtesy of ",
        "picture credit: ",
        "illustration by ",
        "getty images",
    ];
    if opens.iter().any(|open| lower.starts_with(open)) {
        return true;
    }
    let lower = ["photo: ", "image: ", "credit: ", "picture: ", "photos: "]
        .iter()
        .find_map(|open| lower.strip_prefix(open))
        .unwrap_or(&lower);
    let parts: Vec<&str> = lower
        .split(['/', '|'])
        .flat_map(|part| part.split(" via "))
        .map(str::trim)
        .collect();
    let short = parts
        .iter()
        .all(|part| words(part) <= 4 && !part.is_empty());
    let (named, labelled) = (
        parts.iter().any(|part| is_agency(part)),
        lower.len() < line.len(),
    );
    short && named && (parts.len() > 1 || labelled)
}

fn is_agency(part: &str) -> bool {
    let part = part.trim_matches(|c: char| !c.is_alphanumeric());
    let part = part.trim_end_matches(" photo").trim_end_matches(" file");
    AGENCIES.lines().any(|agency| agency == part)
}

/// A bare agency or stroke beside a photo credit is a part of it, broken over lines.
fn spread_credits(page: &mut Page) {
    let credit = |page: &Page, at: usize| page.fates.get(at) == Some(&Fate::Remove("photo-credit"));
    loop {
        let found = (0..page.lines.len()).find(|&at| {
            let run = page.run(at);
            let beside = run.contains(&(at + 1)) && credit(page, at + 1)
                || at > run.start && credit(page, at - 1);
            let line = page.line(at);
            page.is_kept(at) && beside && (line == "/" || is_agency(&line.to_lowercase()))
        });
        let broken = found.or_else(|| broken_credit(page));
        match broken {
            Some(at) => page.remove(at, "photo-credit"),
            None => return,
        }
    }
}

/// The first line of "Jane Doe" / "/" / "AP", of which no single line is a credit by itself.
fn broken_credit(page: &Page) -> Option<usize> {
    (0..page.lines.len()).find(|&at| {
        let parts = [page.line(at), page.line(at + 1), page.line(at + 2)];
        let joined =
            page.run(at).contains(&(at + 2)) && parts[1] == "/" && is_photo_credit(&parts.concat());
        joined && page.is_kept(at)
    })
}

/// Captions stand in one run with their credit, or are there twice. The second copy is taken out.
///
/// Before the headline is known, only sentences count.
fn captions(page: &mut Page, only_sentences: bool) {
    let runs = page.lines.last().map_or(0, |line| line.run + 1);
    for at in 0..page.lines.len() {
        if page.fates[at] != Fate::Remove("photo-credit") {
            continue;
        }
        let run = page.run(at);
        let mut texts: Vec<String> = run
            .clone()
            .filter(|&i| matches!(page.fates[i], Fate::Keep | Fate::Caption))
            .map(|i| folded(page.line(i)))
            .collect();
        texts.dedup();
        if runs >= 3 && (1..=2).contains(&texts.len()) {
            for i in run.clone() {
                let beside = i + 1 == at || i == at + 1;
                let line = page.line(i);
                let sentence = ends_sentence(line) && words(line) >= 4;
                if page.is_kept(i) && (sentence || !only_sentences && beside && words(line) >= 4) {
                    page.decide(i, Fate::Caption);
                }
            }
        }
        let near = at.saturating_sub(CAPTION_REACH)..(at + CAPTION_REACH).min(page.lines.len());
        for first in near.start..at {
            let copy = (at..near.end).find(|&i| {
                folded(page.line(i)) == folded(page.line(first)) && words(page.line(i)) >= 4
            });
            if let Some(copy) = copy
                .filter(|&copy| page.fates[copy] != Fate::Title && page.fates[first] != Fate::Title)
            {
                let told = matches!(page.fates[first], Fate::Keep | Fate::Caption)
                    && (ends_sentence(page.line(first)) || !only_sentences);
                if told {
                    page.fates[first] = Fate::Caption;
                    page.fates[copy] = Fate::Remove("duplicate-caption");
                }
            }
        }
    }
}

/// A line that carries its picture's credit in brackets, or says that it describes a picture.
fn is_caption(line: &str) -> bool {
    if [
        "FILE - ",
        "FILE – ",
        "FILE — ",
        "FILE PHOTO: ",
        "File photo: ",
    ]
    .iter()
    .any(|open| line.starts_with(open))
    {
        return true;
    }
    let Some(open) = line
        .strip_suffix([')', ']'])
        .and_then(|rest| rest.rfind(['(', '[']))
    else {
        return false;
    };
    let inner = &line[open + 1..line.len() - 1];
    let lower = inner.to_lowercase();
    let says = [
        "photo by ",
        "photo: ",
        "ap photo",
        "file photo",
        "image: ",
        "photograph: ",
        "image credit: ",
        "photo courtesy",
    ];
    let words_before = words(&line[..open]);
    (4..=90).contains(&words_before)
        && (says.iter().any(|s| lower.starts_with(s)) || is_photo_credit(inner))
}

/// "Read more: Title of another article".
fn is_teaser(line: &str) -> bool {
    let Some((label, rest)) = line.split_once(':') else {
        return false;
    };
    let labels = [
        "read more",
        "also read",
        "read also",
        "read next",
        "related",
        "related story",
        "related article",
        "related stories",
        "more on this story",
        "don't miss",
    ];
    labels.contains(&folded(label).as_str())
        && words(rest) <= 25
        && (!ends_sentence(rest) || rest.ends_with('?'))
}

/// "Unlock the Evening Digest for free": an order, not a sentence, to give an address or money.
fn is_sign_up(line: &str) -> bool {
    const ORDERS: &[&str] = &[
        "become",
        "download",
        "follow",
        "get",
        "join",
        "register",
        "sign",
        "subscribe",
        "try",
        "unlock",
    ];
    const GOODS: &[&str] = &[
        "alerts",
        "app",
        "digest",
        "email",
        "facebook",
        "free",
        "inbox",
        "instagram",
        "linkedin",
        "member",
        "newsletter",
        "newsletters",
        "subscriber",
        "subscription",
        "telegram",
        "trial",
        "twitter",
        "unlimited",
        "whatsapp",
        "youtube",
    ];
    let fold = folded(line);
    let mut parts = fold
        .split(' ')
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    let order = parts.next().is_some_and(|first| ORDERS.contains(&first));
    order
        && words(line) <= 14
        && !ends_sentence(line)
        && !line.contains(':')
        && parts.any(|w| GOODS.contains(&w))
}

/// A line that is a street address, a telephone number, an address of mail or of a page.
fn is_contact(line: &str) -> bool {
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

/// A headed section of furniture: its heading, and what follows of labels, titles and teasers.
fn sections(page: &mut Page) {
    let tail = page.tail();
    for at in 0..page.lines.len() {
        let line = page.line(at);
        let Some(reason) = phrase(line, &folded(line), &["open"]) else {
            continue;
        };
        if !page.is_kept(at) {
            continue;
        }
        page.remove(at, reason);
        let end = if at >= tail {
            page.lines.len()
        } else {
            page.run(at).end
        };
        for next in at + 1..end {
            let line = page.line(next);
            let label = words(line) <= 6 && !ends_sentence(line) && stamps(line).is_empty();
            let entry = if reason == "comment-form" {
                label
            } else {
                words(line) <= 25 && (!ends_sentence(line) || line.ends_with('?')) || is_cut(line)
            };
            let other = phrase(line, &folded(line), &["open"]).is_some();
            if page.is_kept(next) && (!entry || other) {
                break;
            }
            page.remove(next, reason);
        }
    }
}

/// Whether a line was cut short by the page: "The village of …".
fn is_cut(line: &str) -> bool {
    ["…", "...", "[…]", "[...]", "…]"]
        .iter()
        .any(|end| line.ends_with(end))
}

/// The box about the author behind the text.
fn author_boxes(page: &mut Page) {
    let author = (0..page.lines.len())
        .find_map(|at| byline(page.line(at)).map(|span| span.slice(page.line(at))));
    for at in (0..page.lines.len()).rev() {
        if page.is_removed(at) || page.fates[at] == Fate::Meta {
            continue;
        }
        let line = page.line(at);
        let follows_copyright = at > 0 && page.fates[at - 1] == Fate::Remove("copyright");
        let heads = at > 0
            && author_box(page.line(at - 1)).is_some()
            && page.lines[at - 1].mark == Mark::None;
        if let Some(found) = bio(line) {
            let name = found.name.slice(line);
            let last = name.split(' ').next_back().unwrap_or(name);
            let heading = heads
                && author_box(page.line(at - 1))
                    .is_some_and(|n| folded(n.slice(page.line(at - 1))) == folded(name));
            let elsewhere = (0..page.lines.len())
                .any(|i| i != at && page.is_kept(i) && page.line(i).contains(last));
            if author == Some(name) || heading || follows_copyright && !elsewhere {
                page.remove(at, "author-box");
                continue;
            }
        }
        let tail = at >= page.tail();
        if tail && author_box(line).is_some() && page.lines[at].mark == Mark::None && at > 0 {
            page.remove(at, "author-box");
            continue;
        }
        if page.is_body(at) {
            return;
        }
    }
}

/// Words that are furniture only in the company of furniture.
fn labels(page: &mut Page) {
    loop {
        let beside = |other: Option<usize>| {
            other.is_some_and(|i| matches!(page.fates.get(i), Some(Fate::Remove(reason)) if *reason != "copyright" && *reason != "photo-credit"))
        };
        let found = (0..page.lines.len()).find_map(|at| {
            let line = page.line(at);
            let near = page.is_kept(at) && (beside(at.checked_sub(1)) || beside(Some(at + 1)));
            near.then(|| phrase(line, &folded(line), &["label"]).map(|reason| (at, reason)))?
        });
        match found {
            Some((at, reason)) => page.remove(at, reason),
            None => return,
        }
    }
}

/// A short line in another script at either end of a text in Latin script: an injected link.
fn foreign_line(page: &mut Page) {
    let foreign = |line: &str| {
        line.chars()
            .filter(|c| c.is_alphabetic() && u32::from(*c) > 0x24f)
            .count()
    };
    let letters = page.text.chars().filter(|c| c.is_alphabetic()).count();
    for at in [0, page.lines.len().saturating_sub(1)] {
        let line = page.line(at);
        let own = line.chars().filter(|c| c.is_alphabetic()).count();
        let alone = page.run(at).len() == 1 && (2..=20).contains(&own) && foreign(line) == own;
        if alone
            && foreign(page.text) == own
            && letters >= 200
            && line.split_whitespace().count() <= 4
        {
            page.remove(at, "injected-line");
        }
    }
}

/// Finds the headline, and takes out its copies and the page's own title made of it.
fn title(page: &mut Page, given: Option<&str>) {
    let body = page.first_body();
    let fits = |page: &Page, at: usize| {
        page.is_kept(at)
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
fn head(page: &mut Page) {
    let body = page.first_body();
    let Some(title) = page.title() else { return };
    let address = (0..body).any(|at| page.fates[at] == Fate::Remove("contact"));
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
    let parts: Vec<&str> = line.split(['>', '»', '›']).map(str::trim).collect();
    parts.len() >= 2
        && words(line) <= 20
        && parts
            .iter()
            .all(|p| words(p) <= 4 || Some(p) == parts.last())
        && words(parts[0]) >= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "The river rose by two metres on Monday, and people of three villages left their houses in boats.";

    /// Each line of `page` by its fate: `=` title, `.` kept, `c` caption, `m` meta, `x` removed.
    fn check(text: &str, expected: &str) {
        let text = text.replace('@', BODY);
        let mut page = Page::new(&text);
        sort(&mut page, None);
        let found: String = page
            .fates
            .iter()
            .map(|fate| match fate {
                Fate::Keep => '.',
                Fate::Title => '=',
                Fate::Meta => 'm',
                Fate::Caption => 'c',
                Fate::Remove(_) => 'x',
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn heads() {
        check("River rises\n\n@", "=.");
        check(
            "River rises in the north News\nJane Doe / Pixabay\nRiver rises in the north\n\n@",
            "xx=.",
        );
        check(
            "May 5, 2020\n12 Main St, Springfield, Ohio, 45501\n\nRiver rises\n\nRiver rises\n\n@",
            "xx=x.",
        );
        check(
            "OPINION\n\nRiver rises\n\nBy Jane Doe\nMay 5, 2020\n\n@",
            "m=mm.",
        );
        check("Home > News > Rivers\n\nRiver rises\n\n@", "x=.");
        check("彩票网\n\nRiver rises\n\n@\n\n@\n\n@", "x=...");
    }

    #[test]
    fn captions_and_credits() {
        check(
            "River rises\n\nA boat near the mill.\nJane Doe/Pool\n/\nAFP via Getty Images\nA boat near the mill.\n\n@",
            "=cxxxx.",
        );
        check(
            "River rises\n\nA boat near the mill, Monday. (AP Photo/Jane Doe)\n\n@",
            "=c.",
        );
        check(
            "River rises\n\n@\n\nJane Doe\n/\nAP\n\nMore rain is on its way.",
            "=.xxx.",
        );
    }

    #[test]
    fn tails() {
        check(
            "River rises\n\n@\n\nCheck Also\n\nRoads close\n\nSome roads were closed for …\n\nLeave a Reply\n\nName",
            "=.xxxxx",
        );
        check(
            "River rises\n\n@\n\nLeave feedback about this\n\n  • Speed\n  • Price\n\nAdd Field\nChoose Image",
            "=.xxxxx",
        );
        check(
            "River rises\n\n@\n\nCopyright 2020 The Bugle\n\nJane Doe is The Bugle's reporter in Ohio, who writes of rivers and of boats too.\nMore on this topic",
            "=.xxx",
        );
        check(
            "River rises\n\n@\n\nAbout jane doe\n\nRelated articles\nRoads close",
            "=.xxx",
        );
        check("River rises\n\n@\n\n(From The Bugle, May 5, 2020)", "=.m");
    }

    #[test]
    fn articles_stay() {
        check("River rises\n\n@\n\nAbout the river\n\n@", "=...");
        check(
            "River rises\n\n@\n\nJane Doe is a reporter who was there. She said that nobody slept in the village.",
            "=..",
        );
        check(
            "River rises\n\n@\n\nComments\n\n@\n\nRecommended\n\n@",
            "=...x.",
        );
        check(
            "River rises\n\n@\n\nSubscribe to the view that all is well, and you will be wrong, said the mayor.",
            "=..",
        );
    }
}
