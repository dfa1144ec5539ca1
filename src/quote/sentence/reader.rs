//! Where are the sentences of a block, and what are their units? A pass over its tokens.
//!
//! Each quoted stretch is one unit, and no sentence ends inside one.

use super::element::{LONGEST, Unit, UnitKind, folded};
use crate::document::{Block, Document};
use crate::language::{Class, classes};
use crate::quote::cue::verb;
use crate::quote::marks::Quoted;
use crate::text::{Span, TokenKind, without_possessive};

/// The units of a block and the ranges of them that are sentences.
pub fn read(
    document: &Document,
    block: &Block,
    quotes: &[Quoted],
) -> (Vec<Unit>, Vec<std::ops::Range<usize>>) {
    let units = units(document, block.span, quotes);
    let ranges = ranges(document, block.span, &units, quotes);
    (units, ranges)
}

fn units(document: &Document, block: Span, quotes: &[Quoted]) -> Vec<Unit> {
    let text = &document.text;
    let mut units: Vec<Unit> = Vec::new();
    let mut next = 0;
    for token in document.tokens_in(block) {
        while quotes
            .get(next)
            .is_some_and(|q| q.outer.end <= token.span.start)
        {
            next += 1;
        }
        if let Some(quote) = quotes.get(next).filter(|q| q.outer.overlaps(token.span)) {
            if units.last().is_none_or(|i| i.kind != UnitKind::Quote(next)) {
                units.push(quote_unit(text, next, quote.outer));
            }
            continue;
        }
        match token.kind {
            TokenKind::Space => {}
            TokenKind::Mark => units.push(mark_unit(text, token.span)),
            TokenKind::Word | TokenKind::Number => push_word(text, &mut units, token.span),
        }
    }
    units
}

fn quote_unit(text: &str, index: usize, span: Span) -> Unit {
    Unit {
        kind: UnitKind::Quote(index),
        ..mark_unit(text, span)
    }
}

fn mark_unit(text: &str, span: Span) -> Unit {
    Unit {
        span,
        kind: UnitKind::Mark,
        class: Class::NONE,
        cue: None,
        capital: false,
        first: span.slice(text).chars().next().unwrap_or(' '),
        genitive: false,
    }
}

/// Words joined by hyphens are one word up to this many bytes; a compound is never as long.
const COMPOUND: usize = 256;

/// Adds a word; with a hyphen directly before it, it joins the word before that.
fn push_word(text: &str, units: &mut Vec<Unit>, span: Span) {
    if let [.., before, hyphen] = units.as_mut_slice()
        && before.kind == UnitKind::Word
        && before.span.len() < COMPOUND
        && matches!(hyphen.first, '-' | '‑' | '&' | '/')
        && hyphen.kind == UnitKind::Mark
        && before.span.end == hyphen.span.start
        && hyphen.span.end == span.start
    {
        before.span.end = span.end;
        before.class = classes(&folded(before.span.slice(text)));
        before.cue = None;
        // "al-Ilayan": a short particle before a name.
        before.capital |= hyphen.span.start - before.span.start <= 3
            && span.slice(text).starts_with(char::is_uppercase);
        before.genitive = is_genitive(before.span.slice(text));
        units.pop();
        return;
    }
    let word = span.slice(text);
    let lower = folded(word);
    let first = word.chars().next().unwrap_or(' ');
    // Inside a sentence "May" is the month.
    let month = word == "May" && !units.is_empty();
    // "WHO" and "US" are bodies, no pronouns.
    let body = matches!(word, "WHO" | "US" | "IT");
    units.push(Unit {
        span,
        kind: UnitKind::Word,
        class: match (month, body) {
            (true, _) => Class::TIME,
            (_, true) => Class::NONE,
            _ => classes(&lower),
        },
        cue: verb(&lower),
        capital: first.is_uppercase(),
        first,
        genitive: is_genitive(word),
    });
}

/// Whether a word or phrase ends in ’s.
pub fn is_genitive(words: &str) -> bool {
    without_possessive(words).len() < words.len()
}

/// Sentences as the document has them, but none ends inside a quotation, and a question in marks
/// stays with the "he asked" that follows it.
fn ranges(
    document: &Document,
    block: Span,
    units: &[Unit],
    quotes: &[Quoted],
) -> Vec<std::ops::Range<usize>> {
    let first = document
        .sentences
        .partition_point(|s| s.start < block.start);
    let mut ends = document.sentences[first..]
        .iter()
        .take_while(|s| s.end <= block.end)
        .map(|s| s.end)
        .peekable();
    let mut ranges: Vec<std::ops::Range<usize>> = Vec::new();
    let mut start = 0;
    for (i, unit) in units.iter().enumerate() {
        let next = units.get(i + 1).map_or(block.end, |n| n.span.start);
        let mut ended = false;
        while let Some(end) = ends.next_if(|end| *end <= next) {
            ended |= end >= unit.span.end;
        }
        let ended = ended || ends_in(&document.text, unit, units.get(i + 1), quotes);
        if ended || i + 1 - start >= LONGEST {
            ranges.push(start..i + 1);
            start = i + 1;
        }
    }
    if start < units.len() {
        ranges.push(start..units.len());
    }
    merged(&document.text, units, quotes, ranges)
}

/// Whether a quotation ends the sentence though the document's sentence runs on: a full stop
/// before the closing mark and a capital after it.
fn ends_in(text: &str, unit: &Unit, next: Option<&Unit>, quotes: &[Quoted]) -> bool {
    let (UnitKind::Quote(q), Some(next)) = (unit.kind, next) else {
        return false;
    };
    let inner = quotes[q].inner.slice(text);
    let starts = next.capital || matches!(next.kind, UnitKind::Quote(_));
    inner.ends_with('.') && !inner.ends_with("..") && starts
}

/// Joins a short "Kim asked." to the quotation before it.
fn merged(
    text: &str,
    units: &[Unit],
    quotes: &[Quoted],
    ranges: Vec<std::ops::Range<usize>>,
) -> Vec<std::ops::Range<usize>> {
    let mut merged: Vec<std::ops::Range<usize>> = Vec::new();
    for range in ranges {
        let open = merged.last().is_some_and(|last| {
            matches!(units[last.end - 1].kind, UnitKind::Quote(q)
                if quotes[q].inner.slice(text).ends_with(['?', '!', '…', ',', '—', '-', '"', '”', '’', ';'])
                    || quotes[q].inner.slice(text).ends_with("..")) && last.len() < LONGEST
        });
        match merged.last_mut() {
            Some(last) if open && is_tail(&units[range.clone()]) => last.end = range.end,
            _ => merged.push(range),
        }
    }
    merged
}

/// Whether a sentence is only who says something: "Kim asked." "President Kim said on Monday."
fn is_tail(units: &[Unit]) -> bool {
    let words = units
        .iter()
        .take_while(|i| i.kind == UnitKind::Word)
        .count();
    let Some(cue) = units[..words]
        .iter()
        .position(|i| i.cue.is_some() && !i.capital)
    else {
        return false;
    };
    cue > 0
        && cue <= 6
        && words <= cue + 4
        && !units[..words].iter().any(|i| i.class.any(Class::BE))
}
