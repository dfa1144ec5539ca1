//! What are the sentences and elements of a block? A pass over its tokens.
//!
//! Each quoted span is one element, and no sentence ends inside one.

use super::element::{Element, ElementKind, LONGEST, folded};
use crate::document::{Block, Document};
use crate::language::{Class, classes};
use crate::quote::cue::verb;
use crate::quote::marks::Quoted;
use crate::text::{Span, TokenKind, without_possessive};

/// The elements of a block, and the range of each sentence.
pub fn read(
    document: &Document,
    block: &Block,
    quotes: &[Quoted],
) -> (Vec<Element>, Vec<std::ops::Range<usize>>) {
    let elements = elements(document, block.span, quotes);
    let ranges = ranges(document, block.span, &elements, quotes);
    (elements, ranges)
}

fn elements(document: &Document, block: Span, quotes: &[Quoted]) -> Vec<Element> {
    let text = &document.text;
    let mut elements: Vec<Element> = Vec::new();
    let mut next = 0;
    for token in document.tokens_in(block) {
        while quotes
            .get(next)
            .is_some_and(|q| q.outer.end <= token.span.start)
        {
            next += 1;
        }
        if let Some(quote) = quotes.get(next).filter(|q| q.outer.overlaps(token.span)) {
            if elements
                .last()
                .is_none_or(|i| i.kind != ElementKind::Quote(next))
            {
                elements.push(quote_element(text, next, quote.outer));
            }
            continue;
        }
        match token.kind {
            TokenKind::Space => {}
            TokenKind::Mark => elements.push(mark_element(text, token.span)),
            TokenKind::Word | TokenKind::Number => push_word(text, &mut elements, token.span),
        }
    }
    elements
}

fn quote_element(text: &str, index: usize, span: Span) -> Element {
    Element {
        kind: ElementKind::Quote(index),
        ..mark_element(text, span)
    }
}

fn mark_element(text: &str, span: Span) -> Element {
    Element {
        span,
        kind: ElementKind::Mark,
        class: Class::NONE,
        cue: None,
        capital: false,
        first: span.slice(text).chars().next().unwrap_or(' '),
        genitive: false,
    }
}

/// The longest word, in bytes, to which a hyphen may join another; real compounds are shorter.
const COMPOUND: usize = 256;

/// Adds a word; after a directly preceding hyphen, it joins the word before that.
fn push_word(text: &str, elements: &mut Vec<Element>, span: Span) {
    if let [.., before, hyphen] = elements.as_mut_slice()
        && before.kind == ElementKind::Word
        && before.span.len() < COMPOUND
        && matches!(hyphen.first, '-' | '‑' | '&' | '/')
        && hyphen.kind == ElementKind::Mark
        && before.span.end == hyphen.span.start
        && hyphen.span.end == span.start
    {
        before.span.end = span.end;
        before.class = classes(&folded(before.span.slice(text)));
        before.cue = None;
        // "al-Ilayan": a short particle before a name counts as a capital.
        before.capital |= hyphen.span.start - before.span.start <= 3
            && span.slice(text).starts_with(char::is_uppercase);
        before.genitive = is_genitive(before.span.slice(text));
        elements.pop();
        return;
    }
    let word = span.slice(text);
    let lower = folded(word);
    let first = word.chars().next().unwrap_or(' ');
    // Within a sentence, "May" is the month.
    let month = word == "May" && !elements.is_empty();
    // "WHO" and "US" are organisations, not pronouns.
    let body = matches!(word, "WHO" | "US" | "IT");
    elements.push(Element {
        span,
        kind: ElementKind::Word,
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

/// The sentences of the document, except that none ends inside a quotation, and a quoted question
/// stays with the "he asked" that follows it.
fn ranges(
    document: &Document,
    block: Span,
    elements: &[Element],
    quotes: &[Quoted],
) -> Vec<std::ops::Range<usize>> {
    let first = document
        .sentences()
        .partition_point(|s| s.start < block.start);
    let mut ends = document.sentences()[first..]
        .iter()
        .take_while(|s| s.end <= block.end)
        .map(|s| s.end)
        .peekable();
    let mut ranges: Vec<std::ops::Range<usize>> = Vec::new();
    let mut start = 0;
    for (i, element) in elements.iter().enumerate() {
        let next = elements.get(i + 1).map_or(block.end, |n| n.span.start);
        let mut ended = false;
        while let Some(end) = ends.next_if(|end| *end <= next) {
            ended |= end >= element.span.end;
        }
        let ended = ended || ends_in(&document.text, element, elements.get(i + 1), quotes);
        if ended || i + 1 - start >= LONGEST {
            ranges.push(start..i + 1);
            start = i + 1;
        }
    }
    if start < elements.len() {
        ranges.push(start..elements.len());
    }
    merged(&document.text, elements, quotes, ranges)
}

/// Whether a quotation ends a sentence that continues in the document: a full stop before the
/// closing mark and a capital or quotation after it.
fn ends_in(text: &str, element: &Element, next: Option<&Element>, quotes: &[Quoted]) -> bool {
    let (ElementKind::Quote(q), Some(next)) = (element.kind, next) else {
        return false;
    };
    let inner = quotes[q].inner.slice(text);
    let starts = next.capital || matches!(next.kind, ElementKind::Quote(_));
    inner.ends_with('.') && !inner.ends_with("..") && starts
}

/// Joins a short "Kim asked." to the quotation before it.
fn merged(
    text: &str,
    elements: &[Element],
    quotes: &[Quoted],
    ranges: Vec<std::ops::Range<usize>>,
) -> Vec<std::ops::Range<usize>> {
    let mut merged: Vec<std::ops::Range<usize>> = Vec::new();
    for range in ranges {
        let open = merged.last().is_some_and(|last| {
            matches!(elements[last.end - 1].kind, ElementKind::Quote(q)
                if quotes[q].inner.slice(text).ends_with(['?', '!', '…', ',', '—', '-', '"', '”', '’', ';'])
                    || quotes[q].inner.slice(text).ends_with("..")) && last.len() < LONGEST
        });
        match merged.last_mut() {
            Some(last) if open && is_tail(&elements[range.clone()]) => last.end = range.end,
            _ => merged.push(range),
        }
    }
    merged
}

/// Whether a sentence only attributes: "Kim asked." "President Kim said on Monday."
fn is_tail(elements: &[Element]) -> bool {
    let words = elements
        .iter()
        .take_while(|i| i.kind == ElementKind::Word)
        .count();
    let Some(cue) = elements[..words]
        .iter()
        .position(|i| i.cue.is_some() && !i.capital)
    else {
        return false;
    };
    cue > 0
        && cue <= 6
        && words <= cue + 4
        && !elements[..words].iter().any(|i| i.class.any(Class::BE))
}
