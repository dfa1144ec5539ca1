//! Which words does the index count? The tokenizer of the index: a pass over the tokens of a text
//! that splits some of them further.
//!
//! An index token is a word token of UAX #29, or a part of one. Words are split at a full stop
//! without a space ("visit.Putin"), after an elided article ("l’Élysée"), and into characters in
//! scripts that write words without spaces. Texts and queries are split by the same rule, so any
//! part of a Chinese, Japanese, Korean or Thai word is a sequence of index tokens.

use crate::text::fold::is_apostrophe;
use crate::text::{Span, Token, characters, is_unspaced, lexicon};

/// Words that lose their vowel and join the next word with an apostrophe: one lower-case word per
/// line; lines that start with `#` are remarks.
const ELIDED: &str = include_str!("elided.txt");

/// How an index token is connected to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glue {
    /// A space or punctuation separates them.
    Apart,
    /// Only a hyphen separates them ("co-operation"), or the apostrophe of an elision ("l’Élysée").
    Hyphen,
    /// Nothing separates them ("安保理"), or only a mark inside a token ("npr.org").
    Beside,
}

/// A word as the index counts it; positions in documents count these tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexToken {
    /// Its span in the text.
    pub span: Span,
    /// How it is connected to the token before it.
    pub glue: Glue,
}

/// Splits `tokens` of `text` into index tokens, in order. `tokens` are those of one block or of a
/// typed word.
pub fn index_tokens(text: &str, tokens: &[Token]) -> Vec<IndexToken> {
    let mut cut: Vec<IndexToken> = Vec::with_capacity(tokens.len() / 2);
    let mut words = tokens
        .iter()
        .filter(|t| t.is_word())
        .map(|t| t.span)
        .peekable();
    while let Some(mut span) = words.next() {
        while let Some(next) = words.next_if(|next| are_one(text, span, *next)) {
            span.end = next.end;
        }
        let glue = match cut.last() {
            Some(last) => glue_of(text, last.span, span),
            None => Glue::Apart,
        };
        push_parts(&mut cut, span.slice(text), span, glue);
    }
    cut
}

fn between(text: &str, before: Span, after: Span) -> &str {
    Span {
        start: before.end,
        end: after.start,
    }
    .slice(text)
}

/// Whether an accent typed as an apostrophe separates the parts of one word: "O`Brien", "Putin´s".
fn are_one(text: &str, before: Span, after: Span) -> bool {
    let mark = between(text, before, after);
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !is_unspaced(c));
    matches!(mark, "`" | "´" | "′")
        && is_letter(before.slice(text).chars().next_back())
        && is_letter(after.slice(text).chars().next())
}

fn glue_of(text: &str, before: Span, after: Span) -> Glue {
    match between(text, before, after) {
        "" => Glue::Beside,
        "-" | "\u{2010}" | "\u{2011}" => Glue::Hyphen,
        _ => Glue::Apart,
    }
}

/// Pushes the parts of a token; the first has `glue`.
fn push_parts(cut: &mut Vec<IndexToken>, word: &str, span: Span, glue: Glue) {
    if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return cut.push(IndexToken { span, glue });
    }
    let (mut glue, mut read) = (glue, 0);
    let mut push = |part: &str, next: Glue| {
        // Only marks separate the parts, so the first match is the right one.
        let start = read + word[read..].find(part).unwrap_or(0);
        read = start + part.len();
        let span = Span::new(start, start + part.len()).shifted(span.start as usize);
        cut.push(IndexToken { span, glue });
        glue = next;
    };
    if word.contains(is_unspaced) {
        characters(word)
            .into_iter()
            .for_each(|part| push(part, Glue::Beside));
    } else if let Some((article, rest)) = elision(word) {
        push(article, Glue::Hyphen);
        push(rest, Glue::Beside);
    } else {
        let parts = if is_cut_number(word) {
            word.split(',').collect()
        } else {
            sentences_run_together(word)
        };
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.for_each(|part| push(part, Glue::Beside));
    }
}

/// Splits off an elided article; the rest must open with a vowel, h or y and have three letters.
fn elision(word: &str) -> Option<(&str, &str)> {
    let (article, rest) = word.split_once(is_apostrophe)?;
    let opens = crate::text::fold::fold(rest.get(..rest.chars().next()?.len_utf8())?);
    let elides = opens.starts_with(['a', 'e', 'i', 'o', 'u', 'h', 'y']);
    let is_article = lexicon::entries(ELIDED).any(|elided| elided.eq_ignore_ascii_case(article));
    (is_article && elides && rest.chars().nth(2).is_some()).then_some((article, rest))
}

/// Whether commas separate numbers rather than thousands: "2023,2024".
fn is_cut_number(word: &str) -> bool {
    word.contains(',')
        && word.bytes().all(|b| b.is_ascii_digit() || b == b',')
        && !is_in_thousands(word)
}

/// Whether commas separate the thousands of a number: "1,000", "1,50,000".
pub fn is_in_thousands(number: &str) -> bool {
    let mut parts = number.split(['.']).next().unwrap_or("").split(',').rev();
    let last = parts.next().is_some_and(|part| part.len() == 3);
    let mut rest = parts.peekable();
    let mut fits = last && rest.peek().is_some();
    while let Some(part) = rest.next() {
        let least = if rest.peek().is_some() { 2 } else { 1 };
        fits &= (least..=3).contains(&part.len());
    }
    fits
}

/// A word split at inner full stops, colons, underscores and middle dots if every part could be a
/// word; otherwise whole.
fn sentences_run_together(word: &str) -> Vec<&str> {
    let is_cut = |c| matches!(c, '.' | ':' | '_' | '·');
    let is_part = |part: &str| part.chars().filter(|c| c.is_alphabetic()).take(2).count() == 2;
    if word.contains(is_cut) && word.split(is_cut).filter(|p| !p.is_empty()).all(is_part) {
        word.split(is_cut).collect()
    } else {
        vec![word]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn check(text: &str, expected: &[(&str, Glue)]) {
        let found: Vec<_> = index_tokens(text, &tokens(text))
            .iter()
            .map(|u| (u.span.slice(text), u.glue))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn units_and_their_glue() {
        use Glue::{Apart, Beside, Hyphen};
        check(
            "Leif-Eric Easley",
            &[("Leif", Apart), ("Eric", Hyphen), ("Easley", Apart)],
        );
        check(
            "the visit.Putin said",
            &[
                ("the", Apart),
                ("visit", Apart),
                ("Putin", Beside),
                ("said", Apart),
            ],
        );
        check("安保理", &[("安", Apart), ("保", Beside), ("理", Beside)]);
        check(
            "U.S.-led e.g. 3.5",
            &[
                ("U.S.", Apart),
                ("led", Hyphen),
                ("e.g.", Apart),
                ("3.5", Apart),
            ],
        );
        check("l’Élysée", &[("l", Apart), ("Élysée", Hyphen)]);
        check("O’Brien don’t", &[("O’Brien", Apart), ("don’t", Apart)]);
        check("O`Brien", &[("O`Brien", Apart)]);
        check("KBS뉴스", &[("KBS", Apart), ("뉴", Beside), ("스", Beside)]);
        check(
            "1,000 2023,2024",
            &[("1,000", Apart), ("2023", Apart), ("2024", Beside)],
        );
        check("— 😀", &[]);
    }

    #[test]
    fn the_list_is_sorted() {
        let words = ELIDED.lines().skip_while(|line| line.starts_with('#'));
        assert!(words.is_sorted());
    }
}
