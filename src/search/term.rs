//! Which words does the index hold? Units of a text, the key of each, and the term that forms share.
//!
//! A unit is a word token of UAX #29, or a part of one where a full stop lost its space
//! ("visit.Putin"). Its key is its folded form; a term is the stem that keys share.

use std::borrow::Cow;

use crate::text::fold::{fold, without_possessive};
use crate::text::{EnglishStemmer, Span, Token, spelling_key};

/// How a unit hangs on the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glue {
    /// A blank or punctuation stands between.
    Apart,
    /// A hyphen alone stands between: "co-operation".
    Hyphen,
    /// Nothing stands between ("安保理"), or a mark inside a token ("npr.org").
    Beside,
}

/// A word as the index counts them: its ordinal among the units of a block is its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// Where it stands.
    pub span: Span,
    /// How it hangs on the unit before it.
    pub glue: Glue,
}

/// The units among `tokens` of `text`, in order; those of one block, or of a typed word.
pub fn units(text: &str, tokens: &[Token]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::with_capacity(tokens.len() / 2);
    for token in tokens.iter().filter(|t| t.is_word()) {
        let glue = match units.last() {
            Some(last) => glue_of(
                Span {
                    start: last.span.end,
                    end: token.span.start,
                }
                .slice(text),
                last.span,
                token.span,
            ),
            None => Glue::Apart,
        };
        push_parts(&mut units, token.span.slice(text), token.span, glue);
    }
    units
}

fn glue_of(between: &str, before: Span, after: Span) -> Glue {
    match between {
        _ if before.end == after.start => Glue::Beside,
        "-" | "\u{2010}" | "\u{2011}" => Glue::Hyphen,
        _ => Glue::Apart,
    }
}

/// Pushes a token, cut at inner full stops, colons and low lines when every part could be a word.
fn push_parts(units: &mut Vec<Unit>, word: &str, span: Span, glue: Glue) {
    let is_cut = |c| matches!(c, '.' | ':' | '_' | '·');
    let is_part = |part: &str| part.chars().filter(|c| c.is_alphabetic()).take(2).count() == 2;
    if !word.contains(is_cut) || !word.split(is_cut).filter(|p| !p.is_empty()).all(is_part) {
        units.push(Unit { span, glue });
        return;
    }
    let mut glue = glue;
    let mut start = 0;
    for part in word.split(is_cut) {
        if !part.is_empty() {
            let span = Span::new(start, start + part.len()).shifted(span.start as usize);
            units.push(Unit { span, glue });
            glue = Glue::Beside;
        }
        start += part.len() + part_gap(word, start + part.len());
    }
}

/// The length of the character at `at`; 0 at the end.
fn part_gap(word: &str, at: usize) -> usize {
    word[at..].chars().next().map_or(0, char::len_utf8)
}

/// The key of a unit's text: folded, but capitals kept where two of them make an acronym ("UN",
/// "U.N.") that would else fall together with a word or a name ("Kim Jong Un"), and thousands
/// written without their commas.
pub fn key(word: &str) -> String {
    let bare = without_possessive(word);
    let mut letters = bare.chars().filter(|&c| c != '.');
    if let (Some(a), Some(b), None) = (letters.next(), letters.next(), letters.next())
        && a.is_ascii_uppercase()
        && b.is_ascii_uppercase()
    {
        return [a, b].iter().collect();
    }
    let mut folded = fold(word);
    if folded.contains(',') {
        folded.retain(|c| c != ',');
    }
    folded
}

/// Whether a key is an acronym that its capitals tell from another word.
pub fn is_capital_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_uppercase())
}

/// The term that a key belongs to: the stem of its spelling key.
pub fn term<'a>(key: &'a str, stemmer: &EnglishStemmer) -> Cow<'a, str> {
    if is_capital_key(key) {
        return Cow::Borrowed(key);
    }
    match spelling_key(key) {
        Cow::Borrowed(word) => stemmer.stem(word),
        Cow::Owned(word) => Cow::Owned(stemmer.stem(&word).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn check(text: &str, expected: &[(&str, Glue)]) {
        let found: Vec<_> = units(text, &tokens(text))
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
        check("— 😀", &[]);
    }

    #[test]
    fn keys() {
        for (word, expected) in [
            ("UN", "UN"),
            ("U.N.’s", "UN"),
            ("Un", "un"),
            ("us", "us"),
            ("NATO", "nato"),
            ("1,000", "1000"),
        ] {
            assert_eq!(key(word), expected, "{word:?}");
        }
    }

    #[test]
    fn forms_share_a_term() {
        let stemmer = EnglishStemmer::new();
        for (one, other) in [
            ("defences", "defense"),
            ("sanctions", "sanctioned"),
            ("organised", "organizing"),
        ] {
            assert_eq!(term(one, &stemmer), term(other, &stemmer), "{one}");
        }
    }
}
