//! Which numbers are years? Rules of the grammar: "in 1961", "a 2000 treaty", "the 1990s".

use super::expression::{DateExpression, Parse, is_counted};
use super::lexeme::{Lexeme, before, glued, is_dash, lower};
use super::vocabulary::Vocabulary;

/// Four digits that may be a year, 1000 to 2099.
pub(super) fn year_at(lexemes: &[Lexeme], at: usize) -> Option<i32> {
    let word = lexemes.get(at)?;
    let year = word.number().filter(|_| word.text.len() == 4)?;
    (1000..2100).contains(&year).then_some(year as i32)
}

/// "the 1990s".
pub(super) fn decade(lexemes: &[Lexeme], at: usize) -> Parse {
    let digits = lexemes.get(at)?.lower.strip_suffix('s')?;
    let digits = digits.strip_suffix(['\'', '’']).unwrap_or(digits);
    let first = digits
        .parse::<i32>()
        .ok()
        .filter(|y| digits.len() == 4 && (1000..2100).contains(y) && y % 10 == 0)?;
    // "the 1900s" may mean ten or a hundred years; the century includes both.
    let years = if first % 100 == 0 { 100 } else { 10 };
    Some((
        at + 1,
        DateExpression::Years {
            first,
            last: first + years - 1,
        },
    ))
}

/// "1961" where its context makes it a year; "1950-53".
pub(super) fn year(lexemes: &[Lexeme], at: usize) -> Parse {
    let first = year_at(lexemes, at)?;
    let tight = glued(lexemes, at + 1) && glued(lexemes, at + 2);
    let dash =
        is_dash(lower(lexemes, at + 1)) && (tight || matches!(before(lexemes, at), "(" | "["));
    let last = dash.then(|| range_end(lexemes, at + 2, first)).flatten();
    let end = if last.is_some() { at + 3 } else { at + 1 };
    let glued_on = at > 0
        && glued(lexemes, at)
        && !matches!(before(lexemes, at), "(" | "[" | "-" | "–" | "“" | "\"");
    if glued_on
        || measured(lexemes, end, first)
        || !(dated(lexemes, at) || bracketed(lexemes, at, end) || named(lexemes, at, end))
    {
        return None;
    }
    Some((
        end,
        DateExpression::Years {
            first,
            last: last.unwrap_or(first),
        },
    ))
}

fn range_end(lexemes: &[Lexeme], at: usize, first: i32) -> Option<i32> {
    let word = lexemes.get(at)?;
    let number = word.number()? as i32;
    let last = match word.text.len() {
        4 => number,
        2 => first / 100 * 100 + number,
        _ => return None,
    };
    (last > first && last < 2100).then_some(last)
}

/// Whether the number counts or measures what follows it: "2000 soldiers", "1500 GMT".
fn measured(lexemes: &[Lexeme], end: usize, number: i32) -> bool {
    let next = lower(lexemes, end);
    let plural = next.len() > 3
        && next.ends_with('s')
        && !next.ends_with("ss")
        && !Vocabulary::NoPlural.has(next);
    matches!(next, "%" | "°") || is_counted(next) || number % 50 == 0 && plural
}

/// Whether a preposition before the number, or before a list of years, makes it a year.
fn dated(lexemes: &[Lexeme], at: usize) -> bool {
    let mut back = at;
    while back >= 2 && matches!(before(lexemes, back), "," | "and" | "or" | "to") {
        let comma = usize::from(before(lexemes, back - 1) == "," && before(lexemes, back) != ",");
        let listed = back
            .checked_sub(2 + comma)
            .filter(|&i| year_at(lexemes, i).is_some());
        let Some(earlier) = listed else { break };
        back = earlier;
    }
    let word = before(lexemes, back);
    let mid = is_dash(word) && back >= 2 && lower(lexemes, back - 2) == "mid";
    mid || Vocabulary::BeforeYear.has(word)
}

fn bracketed(lexemes: &[Lexeme], at: usize, end: usize) -> bool {
    matches!(before(lexemes, at), "(" | "[") && matches!(lower(lexemes, end), ")" | "]" | "," | ";")
}

/// Whether it dates a noun: "a 2000 treaty", "the 1961 pact", "Russia’s 2022 invasion".
fn named(lexemes: &[Lexeme], at: usize, end: usize) -> bool {
    let first = year_at(lexemes, at).unwrap_or(0);
    let noun = lexemes
        .get(end)
        .filter(|w| w.text.starts_with(char::is_alphabetic));
    let led = Vocabulary::Determiner.has(before(lexemes, at)) || possessed(lexemes, at);
    let sentence_ends = noun.is_none_or(|w| matches!(w.lower.as_str(), "and" | "or" | "in" | "of"));
    let committee = noun.is_some_and(|w| w.lower == "committee");
    // In "the fatal 2003 shooting" the noun is singular, so the number does not count it.
    let described = (1900..2100).contains(&first)
        && at > 1
        && Vocabulary::Determiner.has(lower(lexemes, at - 2))
        && lexemes[at - 1].text.chars().all(char::is_lowercase)
        && noun.is_some_and(|w| !w.lower.ends_with('s'));
    let led = led || described;
    led && (1600..2100).contains(&first) && !sentence_ends && !committee
        || first >= 1600 && noun.is_some_and(|w| Vocabulary::YearNoun.has(&w.lower))
}

/// Whether a name in the possessive precedes `at`.
fn possessed(lexemes: &[Lexeme], at: usize) -> bool {
    let Some(word) = at.checked_sub(1).and_then(|i| lexemes.get(i)) else {
        return false;
    };
    word.is_capital()
        && lexemes
            .get(at)
            .is_some_and(|w| w.span.start > word.span.end + 1)
}
