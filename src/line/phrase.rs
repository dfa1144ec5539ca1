//! Is this a stock phrase of news pages? A lexicon of phrases with the way each must match.

use std::sync::OnceLock;

use super::fold::folded;
use super::shape::{ends_sentence, words};
use crate::order;

/// Stock phrases: reason, kind of match, text; the format is described at the head of the file.
const PHRASES: &str = include_str!("phrases.txt");

/// A stock phrase of [`PHRASES`].
struct Phrase {
    text: &'static str,
    kind: &'static str,
    reason: &'static str,
}

/// The stock phrases that must be a whole line, and those that open one, both sorted by text.
fn stock() -> &'static (Vec<Phrase>, Vec<Phrase>) {
    static STOCK: OnceLock<(Vec<Phrase>, Vec<Phrase>)> = OnceLock::new();
    STOCK.get_or_init(|| {
        let entries = PHRASES.lines().filter(|entry| !entry.starts_with('#'));
        let phrases = entries.filter_map(|entry| {
            let mut fields = entry.split('\t');
            let (reason, kind, text) = (fields.next()?, fields.next()?, fields.next()?);
            Some(Phrase { text, kind, reason })
        });
        let (mut opening, mut whole): (Vec<_>, Vec<_>) =
            phrases.partition(|p| matches!(p.kind, "start" | "notice"));
        order::sort_by_key(&mut whole, |phrase| (phrase.text, phrase.kind));
        order::sort_by_key(&mut opening, |phrase| (phrase.text, phrase.kind));
        (whole, opening)
    })
}

/// The reason of the stock phrase, among those of the given kinds, that matches a line; `None` if
/// none does. `fold` is the line as [`folded`].
pub fn phrase(line: &str, fold: &str, kinds: &[&str]) -> Option<&'static str> {
    // "Comments (12)" is folded to "Comments (12".
    let counted = fold
        .rsplit_once(" (")
        .filter(|(_, n)| n.chars().all(|c| c.is_ascii_digit()));
    let fold = counted.map_or(fold, |(phrase, _)| phrase);
    let (whole, opening) = stock();
    let first = whole.partition_point(|phrase| phrase.text < fold);
    let equal = whole[first..]
        .iter()
        .take_while(|phrase| phrase.text == fold);
    let word = first_word(fold);
    let first = opening.partition_point(|phrase| phrase.text < word);
    let alike = opening[first..]
        .iter()
        .take_while(|phrase| phrase.text.starts_with(word));
    let opens = alike.filter(|phrase| {
        // "Share this joy, she said." is a sentence that only opens like a phrase.
        let fits = match phrase.kind {
            "start" => words(line) <= 6 || words(line) <= 25 && !ends_sentence(line),
            _ => words(line) <= 60,
        };
        begins(fold, phrase.text) && fits
    });
    equal
        .chain(opens)
        .find(|phrase| kinds.contains(&phrase.kind))
        .map(|phrase| phrase.reason)
}

/// Whether a stock phrase may open a line whose first word is `word`, in lower case.
pub fn opens_with(word: &str) -> bool {
    let (_, opening) = stock();
    let word = first_word(word);
    let first = opening.partition_point(|phrase| phrase.text < word);
    opening
        .get(first)
        .is_some_and(|phrase| first_word(phrase.text) == word)
}

/// The letters and digits at the start of a text.
fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
}

/// Whether a line is a word of menus or forms.
pub fn is_label(line: &str) -> bool {
    phrase(line, &folded(line), &["label"]).is_some()
}

/// Whether a line is known boilerplate regardless of its neighbours.
#[cfg(feature = "readers")]
pub fn is_stock(line: &str) -> bool {
    phrase(line, &folded(line), &["whole", "start", "label"]).is_some()
}

/// Whether a line heads a section of boilerplate.
#[cfg(feature = "readers")]
pub fn opens_section(line: &str) -> bool {
    phrase(line, &folded(line), &["open"]).is_some()
}

/// Whether a folded line starts with a phrase that ends at a word boundary.
fn begins(fold: &str, phrase: &str) -> bool {
    fold.strip_prefix(phrase)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
