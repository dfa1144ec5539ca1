//! What does a number count? A grammar of the words and signs around it.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::mention::FigureKind;
use super::number::{Number, number_at};
use crate::text::lexicon::entries;
use crate::time::lexeme::{Lexeme, lower, text};
use crate::time::vocabulary::Vocabulary;

/// A figure: the index after its last lexeme, what it counts, how many, and the unit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Measurement {
    pub end: usize,
    pub kind: FigureKind,
    pub value: f64,
    pub unit: String,
}

/// Currency signs before a sum; the head of the file describes them.
const SIGNS: &str = include_str!("signs.tsv");

/// The most words between a number and the noun that it counts.
const ADJECTIVES: usize = 2;

/// The figure that starts at `at`; `None` if none does.
pub(super) fn figure_at(lexemes: &[Lexeme], at: usize) -> Option<Measurement> {
    if let Some((sign, currency)) = sign_at(lexemes, at) {
        let number = number_at(lexemes, sign).filter(|number| number.digits)?;
        return Some(measurement(number, FigureKind::Money, currency));
    }
    let number = number_at(lexemes, at)?;
    // No figure starts at the second half of "1,20 metres" or at the number of "F-16s".
    if at > 0
        && !lexemes[at].parted
        && !matches!(
            lexemes[at - 1].text,
            "(" | "“" | "\"" | "‘" | "—" | "–" | "[" | "~"
        )
    {
        return None;
    }
    time(lexemes, at)
        .or_else(|| share(lexemes, number))
        .or_else(|| counted(lexemes, number))
}

fn measurement(number: Number, kind: FigureKind, unit: &str) -> Measurement {
    Measurement {
        end: number.end,
        kind,
        value: number.value,
        unit: unit.to_owned(),
    }
}

/// The index after the currency sign or code at `at`, and the currency.
fn sign_at(lexemes: &[Lexeme], at: usize) -> Option<(usize, &'static str)> {
    let word = text(lexemes, at);
    if let Some(currency) = currency(word) {
        return Some((at + 1, currency));
    }
    if let Some(code) = Vocabulary::Currency.find(word) {
        return Some((at + 1, code));
    }
    let dollars = !word.is_empty() && text(lexemes, at + 1) == "$" && !lexemes[at + 1].parted;
    let currency = dollars.then(|| format!("{word}$"));
    Some((at + 2, currency.and_then(|sign| self::currency(&sign))?))
}

/// The currency of a sign, from `signs.tsv`.
fn currency(sign: &str) -> Option<&'static str> {
    static CURRENCIES: OnceLock<Vec<(&'static str, &'static str)>> = OnceLock::new();
    let currencies = CURRENCIES.get_or_init(|| {
        entries(SIGNS)
            .filter_map(|row| row.split_once('\t'))
            .collect()
    });
    let at = currencies
        .binary_search_by_key(&sign, |(known, _)| known)
        .ok()?;
    Some(currencies[at].1)
}

/// A time of day: "6 p.m.", "14:30 GMT".
fn time(lexemes: &[Lexeme], at: usize) -> Option<Measurement> {
    let whole = |at: usize| lexemes.get(at).and_then(Lexeme::number);
    let hour = whole(at)?;
    let parts = text(lexemes, at + 1) == ":" && text(lexemes, at + 2).len() == 2;
    let minute = if parts { whole(at + 2)? } else { 0 };
    let mut end = if parts { at + 3 } else { at + 1 };
    let half = match lower(lexemes, end).trim_end_matches('.') {
        "am" | "a.m" => Some(0),
        "pm" | "p.m" => Some(12),
        _ => None,
    };
    end += usize::from(half.is_some());
    let zone = Vocabulary::Zone.find(text(lexemes, end));
    end += usize::from(zone.is_some());
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        None if parts && zone.is_some() && hour < 24 => hour,
        _ => return None,
    };
    (minute < 60).then(|| Measurement {
        end,
        kind: FigureKind::Time,
        value: f64::from(hour * 60 + minute),
        unit: zone.unwrap_or_default().to_owned(),
    })
}

/// A share: "3.5%", "20 per cent", "two percentage points".
fn share(lexemes: &[Lexeme], number: Number) -> Option<Measurement> {
    let length = match (lower(lexemes, number.end), lower(lexemes, number.end + 1)) {
        ("%" | "percent" | "pc", _) => 1,
        ("per", "cent") | ("percentage", "points" | "point") => 2,
        _ => return None,
    };
    Some(measurement(
        Number {
            end: number.end + length,
            ..number
        },
        FigureKind::Share,
        "%",
    ))
}

/// A sum of money, a measure, or a count of things.
fn counted(lexemes: &[Lexeme], number: Number) -> Option<Measurement> {
    let hyphen = matches!(text(lexemes, number.end), "-" | "‑")
        && lexemes.get(number.end + 1).is_some_and(|w| !w.parted);
    let first = number.end + usize::from(hyphen);
    if let Some(code) = Vocabulary::Currency.find(text(lexemes, first)) {
        return Some(measurement(
            Number {
                end: first + 1,
                ..number
            },
            FigureKind::Money,
            code,
        ));
    }
    for noun in first..=first + ADJECTIVES {
        let word = lexemes
            .get(noun)
            .filter(|word| word.text.starts_with(char::is_alphabetic))?;
        let unit = unit(&word.lower);
        // Only adjectives of nationality occur between a number and its currency or measure.
        if let Some((kind, unit)) =
            unit.filter(|_| noun == first || lexemes[first..noun].iter().all(Lexeme::is_capital))
        {
            return Some(measurement(
                Number {
                    end: noun + 1,
                    ..number
                },
                kind,
                unit,
            ));
        }
        if !hyphen && is_counted(&word.lower) && !word.is_capital() {
            return Some(measurement(
                Number {
                    end: noun + 1,
                    ..number
                },
                FigureKind::Quantity,
                &word.lower,
            ));
        }
        if is_function_word(&word.lower) {
            return None;
        }
    }
    None
}

/// Whether a word is probably a plural noun: it ends in "s", or is one of the few that do not.
fn is_counted(lower: &str) -> bool {
    let other = Vocabulary::HeadCount.has(lower);
    other
        || lower.len() > 3
            && lower.ends_with('s')
            && !lower.ends_with("ss")
            && !is_function_word(lower)
}

/// Whether a word ends the noun phrase of a number.
fn is_function_word(lower: &str) -> bool {
    crate::text::is_stop_word(lower)
        || matches!(
            lower,
            "says" | "means" | "makes" | "shows" | "others" | "times" | "percent"
        )
}

/// The kind and unit of a word after a number, from `units.tsv`.
fn unit(lower: &str) -> Option<(FigureKind, &'static str)> {
    static UNITS: OnceLock<HashMap<&'static str, (FigureKind, &'static str)>> = OnceLock::new();
    let units = UNITS.get_or_init(|| {
        entries(include_str!("units.tsv"))
            .filter_map(|row| {
                let mut columns = row.split('\t');
                let (word, kind, unit) = (columns.next()?, columns.next()?, columns.next()?);
                let kind = if kind == "money" {
                    FigureKind::Money
                } else {
                    FigureKind::Quantity
                };
                Some((word, (kind, unit)))
            })
            .collect()
    });
    units.get(lower).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_lists_are_sorted_and_whole() {
        check_list(SIGNS, &[]);
        assert_eq!((currency("$"), currency("HK$")), (Some("USD"), Some("HKD")));
        assert_eq!((currency(""), currency("US")), (None, None));
        let rows: Vec<&str> = entries(include_str!("units.tsv")).collect();
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(rows.iter().all(|row| row.split('\t').count() == 3));
    }
}
