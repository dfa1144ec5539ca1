//! Which lines of a page are not its article? Players, forms, adverts, addresses, teasers, credits.
//!
//! Precision comes first: a line is taken out only when the whole of it is known furniture, or its
//! place and neighbours leave no doubt. Sentences of running text stay. What is taken out keeps
//! its reason and its place.

use std::sync::OnceLock;

use super::block::{Mark, ends_sentence, words};
use super::credit::{author_box, bio, byline, copyright, print_credit};
use super::head::{head, is_contact, title};
use super::page::{Fate, Page, folded};
use super::picture::{captioned, captions, is_caption, is_photo_credit, spread_credits};
use super::stamp::{is_reading_time, stamps};

/// Stock phrases: reason, how they match, the phrase; see the head of the file.
const PHRASES: &str = include_str!("furniture.txt");

/// Decides about every line of a page.
pub(super) fn sort(page: &mut Page, given_title: Option<&str>) {
    for at in 0..page.lines.len() {
        if let Some(fate) = by_itself(page, at) {
            page.decide(at, fate);
        }
    }
    spread_credits(page);
    captions(page, true);
    captioned(page);
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
    if is_separator(line) {
        return Some(Fate::Remove("separator"));
    }
    if is_reading_time(line) {
        return Some(Fate::Remove("reading-time"));
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
    if stamps(line).iter().any(|stamp| stamp.field.is_some()) || print_credit(line).is_some() {
        return Some(Fate::Meta);
    }
    is_caption(line).then_some(Fate::Caption)
}

/// A stock phrase of [`PHRASES`].
struct Phrase {
    text: &'static str,
    kind: &'static str,
    reason: &'static str,
}

/// The stock phrases: those that are a whole line sorted by text, and those that open one.
fn stock() -> &'static (Vec<Phrase>, Vec<Phrase>) {
    static STOCK: OnceLock<(Vec<Phrase>, Vec<Phrase>)> = OnceLock::new();
    STOCK.get_or_init(|| {
        let entries = PHRASES.lines().filter(|entry| !entry.starts_with('#'));
        let phrases = entries.filter_map(|entry| {
            let mut fields = entry.split('\t');
            let (reason, kind, text) = (fields.next()?, fields.next()?, fields.next()?);
            Some(Phrase { text, kind, reason })
        });
        let (opening, mut whole): (Vec<_>, Vec<_>) =
            phrases.partition(|p| matches!(p.kind, "start" | "notice"));
        whole.sort_by_key(|phrase| (phrase.text, phrase.kind));
        (whole, opening)
    })
}

/// The reason of the stock phrase that a line is, among those of the given kinds.
fn phrase(line: &str, fold: &str, kinds: &[&str]) -> Option<&'static str> {
    // "Comments (12" is how "Comments (12)" folds.
    let counted = fold
        .rsplit_once(" (")
        .filter(|(_, n)| n.chars().all(|c| c.is_ascii_digit()));
    let fold = counted.map_or(fold, |(phrase, _)| phrase);
    let (whole, opening) = stock();
    let first = whole.partition_point(|phrase| phrase.text < fold);
    let equal = whole[first..]
        .iter()
        .take_while(|phrase| phrase.text == fold);
    let opens = opening.iter().filter(|phrase| {
        let most = if phrase.kind == "start" { 25 } else { 60 };
        begins(fold, phrase.text) && words(line) <= most
    });
    equal
        .chain(opens)
        .find(|phrase| kinds.contains(&phrase.kind))
        .map(|phrase| phrase.reason)
}

/// Whether a line is a word of menus and forms.
pub(super) fn is_label(line: &str) -> bool {
    phrase(line, &folded(line), &["label"]).is_some()
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

/// "* * *", "___": a line drawn in characters.
fn is_separator(line: &str) -> bool {
    line.chars().all(|c| {
        matches!(
            c,
            '-' | '_' | '*' | '=' | '~' | '—' | '–' | '#' | '|' | '•' | '·' | ' '
        )
    })
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
        && words(rest) > 0
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
    let order = parts.next().is_some_and(|first| ORDERS.contains(&first))
        && line.starts_with(char::is_uppercase);
    order
        && words(line) <= 14
        && !ends_sentence(line)
        && !line.contains(':')
        && parts.any(|w| GOODS.contains(&w))
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
        // Without running text before it there is no tail, and a list may be all there is.
        let end = if at >= tail && tail > 0 {
            page.lines.len()
        } else {
            page.run(at).end
        };
        let first = page.line(at + 1);
        let heads = at + 1 < end && is_entry(first, reason) || at + 1 == page.lines.len();
        if words(line) == 1 && !heads && !is_furniture(page, at + 1) {
            continue;
        }
        page.remove(at, reason);
        for next in at + 1..end {
            let line = page.line(next);
            let other = phrase(line, &folded(line), &["open"]).is_some();
            if page.is_kept(next) && (other || !is_entry(line, reason)) {
                break;
            }
            page.remove(next, reason);
        }
    }
}

/// Whether a line is what sections of furniture hold: labels in a form, titles and cut teasers else.
fn is_entry(line: &str, reason: &str) -> bool {
    if reason == "comment-form" {
        return words(line) <= 6 && !ends_sentence(line) && stamps(line).is_empty();
    }
    words(line) <= 25 && (!ends_sentence(line) || line.ends_with('?')) || is_cut(line)
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
    let mut tail = page.tail();
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
                tail = page.tail();
                continue;
            }
        }
        if at >= tail && author_box(line).is_some() && page.lines[at].mark == Mark::None && at > 0 {
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
    let count = page.lines.len();
    let named = |page: &Page, at: usize| phrase(page.line(at), &folded(page.line(at)), &["label"]);
    for at in 2..count {
        let three = (at - 2..=at).all(|at| page.is_kept(at) && named(page, at).is_some());
        if let Some(reason) = named(page, at).filter(|_| three && page.run(at).contains(&(at - 2)))
        {
            (at - 2..=at).for_each(|at| page.remove(at, reason));
        }
    }
    let mut changed = true;
    while changed {
        changed = false;
        for at in (0..count).chain((0..count).rev()) {
            let beside = |at: Option<usize>| at.is_some_and(|at| is_furniture(page, at));
            if !page.is_kept(at) || !beside(at.checked_sub(1)) && !beside(Some(at + 1)) {
                continue;
            }
            let line = page.line(at);
            let contact = is_contact(line).then_some("contact");
            if let Some(reason) = contact.or_else(|| named(page, at)) {
                page.remove(at, reason);
                changed = true;
            }
        }
    }
}

/// Whether a line was taken out as a part of the page; credits and rights stand inside articles.
fn is_furniture(page: &Page, at: usize) -> bool {
    matches!(page.fates.get(at), Some(Fate::Remove(reason))
        if !matches!(*reason, "copyright" | "photo-credit" | "duplicate-caption"))
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
            "=.....",
        );
        check(
            "River rises\n\n@\n\nSubscribe to the view that all is well, and you will be wrong, said the mayor.",
            "=..",
        );
    }
}
