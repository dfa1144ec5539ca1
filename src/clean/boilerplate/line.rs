//! What is a line by itself, in any context? A classifier of single lines.

use crate::clean::layout::{Fate, Page};
use crate::line::{
    Invitation, copyright, ends_sentence, folded, invitation, is_caption, is_photo_credit,
    is_reading_time, opens_with, phrase, print_credit, stamps, words,
};
use crate::text::lexicon::WordClasses;

/// How lines open, with the classes in [`NAMES`].
const LIST: &str = include_str!("openings.tsv");

/// First words of lines that a rule of this module may judge; labels of links to other articles.
const NAMES: &[&str] = &["first-word", "teaser"];

static OPENINGS: WordClasses = WordClasses::new(LIST, NAMES);

fn is_first_word(word: &str) -> bool {
    OPENINGS.has(word, 0)
}

fn is_teaser_label(label: &str) -> bool {
    OPENINGS.has(label, 1)
}

/// The fate of a line that its text alone decides; `None` if the text does not decide it.
pub fn by_itself(page: &Page, at: usize) -> Option<Fate> {
    let line = page.line(at);
    if is_prose(page, at) {
        return None;
    }
    let fold = page.fold(at);
    if let Some(reason) = phrase(line, fold, &["whole", "start", "notice"]) {
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
    if is_sign_up(page, at) {
        return Some(Fate::Remove("newsletter"));
    }
    if stamps(line).iter().any(|stamp| stamp.field.is_some()) || print_credit(line).is_some() {
        return Some(Fate::Meta);
    }
    is_caption(line).then_some(Fate::Caption)
}

/// The most words of a line that the rules of this module judge, unless they go by how it opens.
const SHORT: usize = 32;

/// Whether a line is a paragraph to which no rule of this module applies: long, ended like a
/// sentence, and without an opening that any of them knows.
fn is_prose(page: &Page, at: usize) -> bool {
    let line = page.line(at);
    if page.words(at) <= SHORT
        || !page.ends_sentence(at)
        || line.starts_with(['(', '[', '©'])
        || line.ends_with([')', ']'])
    {
        return false;
    }
    let opening = line.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '[' && c != '/');
    let word = opening
        .split(' ')
        .next()
        .unwrap_or_default()
        .to_lowercase()
        .replace('’', "'");
    !is_first_word(&word) && !opens_with(&word)
}

/// "0:00", "0:00 0:00", "1:02:33 / 2:00:00": the display of a player.
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

/// "* * *", "___": a separator drawn in characters.
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
    let label = folded(label);
    // "Related: a family story" may be a heading in an article; titles start with a capital.
    if words(&label) > 6 || label == "related" && rest.trim_start().starts_with(char::is_lowercase)
    {
        return false;
    }
    is_teaser_label(&label)
        && words(rest) > 0
        && words(rest) <= 25
        && (!ends_sentence(rest) || rest.ends_with('?'))
}

/// "Unlock the Evening Digest for free": an imperative that asks readers for an address or money.
fn is_sign_up(page: &Page, at: usize) -> bool {
    if page.words(at) > 14 || page.ends_sentence(at) {
        return false;
    }
    match invitation(page.line(at), page.fold(at)) {
        Some(Invitation::Sure) => true,
        Some(Invitation::Doubtful) => !heads_prose(page, at),
        None => false,
    }
}

/// Whether a line stands alone above running text, as a heading does.
fn heads_prose(page: &Page, at: usize) -> bool {
    page.run(at).len() == 1 && page.is_body(at + 1)
}

/// Removes injected links: short lines in another script at either end of a text in Latin script.
pub fn foreign_line(page: &mut Page) {
    let foreign = |line: &str| {
        line.chars()
            .filter(|c| c.is_alphabetic() && u32::from(*c) > 0x24f)
            .count()
    };
    let letters = || page.text.chars().filter(|c| c.is_alphabetic()).count();
    for at in [0, page.lines.len().saturating_sub(1)] {
        let line = page.line(at);
        let own = line.chars().filter(|c| c.is_alphabetic()).count();
        let alone = page.run(at).len() == 1 && (2..=20).contains(&own) && foreign(line) == own;
        if alone
            && line.split_whitespace().count() <= 4
            && foreign(page.text) == own
            && letters() >= 200
        {
            page.remove(at, "injected-line");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted_and_whole() {
        check_list(LIST, NAMES);
    }
}
