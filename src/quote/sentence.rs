//! What does a sentence look like once its quotations are single words? Items of a block, cut into
//! sentences that no quotation mark crosses.
//!
//! Attribution reads items: words with their classes, marks, and each quoted stretch as one item,
//! so that nothing inside a quotation is taken for its cue or speaker.

use super::cue::{Cue, verb};
use super::delimiter::Quoted;
use crate::document::{Block, Document};
use crate::language::{Class, classes};
use crate::text::{Span, TokenKind, without_possessive};

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemKind {
    /// A word or number; hyphenated compounds are one.
    Word,
    /// A mark of punctuation.
    Mark,
    /// A quoted stretch: its index in the block.
    Quote(usize),
}

/// A word, a mark, or a whole quoted stretch.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    /// Where it stands; a quoted stretch with its marks.
    pub span: Span,
    /// What it is.
    pub kind: ItemKind,
    /// Grammatical classes of a word.
    pub class: Class,
    /// The reporting verb that it may be a form of.
    pub cue: Option<Cue>,
    /// Whether it starts with a capital.
    pub capital: bool,
    /// Its first letter, or the mark itself.
    pub first: char,
    /// Whether it ends in ’s or s’.
    pub genitive: bool,
}

/// The items of one sentence, with the text under them.
#[derive(Clone, Copy)]
pub struct Sentence<'a> {
    /// The text of the document.
    pub text: &'a str,
    /// The items, in order.
    pub items: &'a [Item],
    /// The quoted stretches of the block.
    pub quotes: &'a [Quoted],
}

/// Longest sentence, in items: longer ones are cut, so that work stays linear in the text.
pub const LONGEST: usize = 240;

/// The items of a block and the ranges of them that are sentences.
pub fn read(
    document: &Document,
    block: &Block,
    quotes: &[Quoted],
) -> (Vec<Item>, Vec<std::ops::Range<usize>>) {
    let items = items(document, block.span, quotes);
    let ranges = ranges(document, block.span, &items, quotes);
    (items, ranges)
}

fn items(document: &Document, block: Span, quotes: &[Quoted]) -> Vec<Item> {
    let text = &document.text;
    let mut items: Vec<Item> = Vec::new();
    let mut next = 0;
    for token in document.tokens_in(block) {
        while quotes
            .get(next)
            .is_some_and(|q| q.outer.end <= token.span.start)
        {
            next += 1;
        }
        if let Some(quote) = quotes.get(next).filter(|q| q.outer.overlaps(token.span)) {
            if items.last().is_none_or(|i| i.kind != ItemKind::Quote(next)) {
                items.push(quote_item(text, next, quote.outer));
            }
            continue;
        }
        match token.kind {
            TokenKind::Space => {}
            TokenKind::Mark => items.push(mark_item(text, token.span)),
            TokenKind::Word | TokenKind::Number => push_word(text, &mut items, token.span),
        }
    }
    items
}

fn quote_item(text: &str, index: usize, span: Span) -> Item {
    Item {
        kind: ItemKind::Quote(index),
        ..mark_item(text, span)
    }
}

fn mark_item(text: &str, span: Span) -> Item {
    Item {
        span,
        kind: ItemKind::Mark,
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
fn push_word(text: &str, items: &mut Vec<Item>, span: Span) {
    if let [.., before, hyphen] = items.as_mut_slice()
        && before.kind == ItemKind::Word
        && before.span.len() < COMPOUND
        && matches!(hyphen.first, '-' | '‑' | '&' | '/')
        && hyphen.kind == ItemKind::Mark
        && before.span.end == hyphen.span.start
        && hyphen.span.end == span.start
    {
        before.span.end = span.end;
        before.class = classes(&folded(before.span.slice(text)));
        before.cue = None;
        before.genitive = is_genitive(before.span.slice(text));
        items.pop();
        return;
    }
    let word = span.slice(text);
    let lower = folded(word);
    let first = word.chars().next().unwrap_or(' ');
    // Inside a sentence "May" is the month.
    let month = word == "May" && !items.is_empty();
    items.push(Item {
        span,
        kind: ItemKind::Word,
        class: if month { Class::TIME } else { classes(&lower) },
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

/// A word as the lists write it: lower case, straight apostrophe.
pub fn folded(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == '’' { '\'' } else { c })
        .collect()
}

/// Sentences as the document has them, but none ends inside a quotation, and a question in marks
/// stays with the "he asked" that follows it.
fn ranges(
    document: &Document,
    block: Span,
    items: &[Item],
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
    for (i, item) in items.iter().enumerate() {
        let next = items.get(i + 1).map_or(block.end, |n| n.span.start);
        let mut ended = false;
        while let Some(end) = ends.next_if(|end| *end <= next) {
            ended |= end >= item.span.end;
        }
        let ended = ended || ends_in(&document.text, item, items.get(i + 1), quotes);
        if ended || i + 1 - start >= LONGEST {
            ranges.push(start..i + 1);
            start = i + 1;
        }
    }
    if start < items.len() {
        ranges.push(start..items.len());
    }
    merged(&document.text, items, quotes, ranges)
}

/// Whether a quotation ends the sentence though the document's sentence runs on: a full stop
/// before the closing mark and a capital after it.
fn ends_in(text: &str, item: &Item, next: Option<&Item>, quotes: &[Quoted]) -> bool {
    let (ItemKind::Quote(q), Some(next)) = (item.kind, next) else {
        return false;
    };
    let inner = quotes[q].inner.slice(text);
    let starts = next.capital || matches!(next.kind, ItemKind::Quote(_));
    inner.ends_with('.') && !inner.ends_with("..") && starts
}

/// Joins a short "Kim asked." to the quotation before it.
fn merged(
    text: &str,
    items: &[Item],
    quotes: &[Quoted],
    ranges: Vec<std::ops::Range<usize>>,
) -> Vec<std::ops::Range<usize>> {
    let mut merged: Vec<std::ops::Range<usize>> = Vec::new();
    for range in ranges {
        let open = merged.last().is_some_and(|last| {
            matches!(items[last.end - 1].kind, ItemKind::Quote(q)
                if quotes[q].inner.slice(text).ends_with(['?', '!', '…', ',', '—', '-', '"', '”', '’', ';'])
                    || quotes[q].inner.slice(text).ends_with("..")) && last.len() < LONGEST
        });
        match merged.last_mut() {
            Some(last) if open && is_tail(&items[range.clone()]) => last.end = range.end,
            _ => merged.push(range),
        }
    }
    merged
}

/// Whether a sentence is only who says something: "Kim asked." "President Kim said on Monday."
fn is_tail(items: &[Item]) -> bool {
    let words = items
        .iter()
        .take_while(|i| i.kind == ItemKind::Word)
        .count();
    let Some(cue) = items[..words]
        .iter()
        .position(|i| i.cue.is_some() && !i.capital)
    else {
        return false;
    };
    cue > 0
        && cue <= 6
        && words <= cue + 4
        && !items[..words].iter().any(|i| i.class.any(Class::BE))
}

impl Sentence<'_> {
    /// The text of item `i`; empty beyond the ends.
    pub fn slice(&self, i: usize) -> &str {
        self.items
            .get(i)
            .map_or("", |item| item.span.slice(self.text))
    }

    /// Whether item `i` is the word or mark `word`, case aside.
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.slice(i).eq_ignore_ascii_case(word)
    }

    /// Whether item `i` is a mark of punctuation among `marks`.
    pub fn is_mark(&self, i: usize, marks: &[char]) -> bool {
        self.items
            .get(i)
            .is_some_and(|item| item.kind == ItemKind::Mark && marks.contains(&item.first))
    }

    /// The classes of item `i`; none beyond the ends.
    pub fn class(&self, i: usize) -> Class {
        self.items.get(i).map_or(Class::NONE, |item| item.class)
    }

    /// Whether item `i` is a word.
    pub fn is_word(&self, i: usize) -> bool {
        self.items
            .get(i)
            .is_some_and(|item| item.kind == ItemKind::Word)
    }

    /// The index of the quoted stretch that item `i` is.
    pub fn quote(&self, i: usize) -> Option<usize> {
        match self.items.get(i)?.kind {
            ItemKind::Quote(q) => Some(q),
            _ => None,
        }
    }

    /// The text span of a range of items; `None` when it is empty.
    pub fn span(&self, range: std::ops::Range<usize>) -> Option<Span> {
        let items = self.items.get(range)?;
        Some(items.first()?.span.cover(items.last()?.span))
    }
}
