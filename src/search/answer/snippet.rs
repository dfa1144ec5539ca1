//! Which part of a block best shows why it matches? A selection of a few lines around its densest
//! marks.

use super::shape::Snippet;
use crate::document::Document;
use crate::order;
use crate::search::evaluation::Mark;
use crate::text::Span;

/// The maximum length of a snippet in characters.
const LONGEST: usize = 240;
/// The number of bytes shown before the first mark if a sentence must be cut.
const LEAD: u32 = 60;

/// The best part of a block: with the most different texts of the query, then with the most marks,
/// then the earliest. It is cut at sentences where possible, otherwise at words. `marks` must be
/// sorted and must not overlap.
pub fn snippet(document: &Document, block: Span, marks: &[Mark]) -> Snippet {
    let inside = |span: Span| {
        marks
            .iter()
            .map(|m| m.span)
            .filter(|m| span.contains(*m))
            .collect()
    };
    if fits(document, block) {
        return Snippet {
            span: block,
            marks: inside(block),
        };
    }
    let sentences: Vec<Span> = document
        .sentences()
        .iter()
        .copied()
        .filter(|s| block.contains(*s))
        .collect();
    let starts = starts(document, block, &sentences, marks);
    let mut best: Option<(usize, usize, Span)> = None;
    for start in starts {
        let span = Span {
            start,
            end: end(document, block, &sentences, start),
        };
        let held: Vec<&Mark> = marks.iter().filter(|m| span.contains(m.span)).collect();
        let mut texts: Vec<usize> = held.iter().map(|m| m.text).collect();
        order::sort(&mut texts);
        texts.dedup();
        if best.is_none_or(|(t, n, _)| (texts.len(), held.len()) > (t, n)) {
            best = Some((texts.len(), held.len(), span));
        }
    }
    let span = best.map_or(block, |b| b.2);
    Snippet {
        span,
        marks: inside(span),
    }
}

/// Where a snippet may start: at sentences, then a little before each mark. Of equally good starts,
/// the first in this list wins.
fn starts(document: &Document, block: Span, sentences: &[Span], marks: &[Mark]) -> Vec<u32> {
    let mut starts: Vec<u32> = sentences.iter().map(|s| s.start).collect();
    for mark in marks {
        let sentence = sentences.iter().rev().find(|s| s.start <= mark.span.start);
        let floor = sentence.map_or(block.start, |s| s.start);
        let wanted = mark.span.start.saturating_sub(LEAD).max(floor);
        let words = document.tokens_in(Span {
            start: wanted,
            end: block.end,
        });
        starts.extend(
            words
                .iter()
                .find(|t| t.is_word())
                .map(|t| t.span.start.min(mark.span.start)),
        );
    }
    if starts.is_empty() {
        starts.push(block.start);
    }
    starts
}

/// The last end of a sentence, or else of a word, that keeps a snippet within [`LONGEST`].
pub fn end(document: &Document, block: Span, sentences: &[Span], start: u32) -> u32 {
    let rest = Span {
        start,
        end: block.end,
    }
    .slice(&document.text);
    let limit = rest
        .char_indices()
        .nth(LONGEST)
        .map_or(block.end, |(at, _)| start + at as u32);
    if limit == block.end {
        return limit;
    }
    let half = start + (limit - start) / 2;
    let sentence = sentences
        .iter()
        .map(|s| s.end)
        .rfind(|&end| end <= limit && end > half);
    let word = || {
        document
            .tokens_in(Span { start, end: limit })
            .iter()
            .rfind(|t| t.is_word())
            .map(|t| t.span.end)
    };
    sentence.or_else(word).unwrap_or(limit)
}

fn fits(document: &Document, span: Span) -> bool {
    span.len() <= LONGEST || document.slice(span).chars().nth(LONGEST).is_none()
}
