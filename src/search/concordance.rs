//! In what company does a word stand? Every match with the words on both sides, ordered.

use super::answer::{Line, LineSort};
use super::snippet::Mark;
use super::term::{Unit, units};
use crate::document::{DocId, Document};
use crate::text::Span;
use crate::text::fold::fold;

/// The lines of one block, in text order; marks that only a blank or hyphen parts are one match.
pub fn lines(
    document: &Document,
    id: DocId,
    block: usize,
    marks: &[Mark],
    window: usize,
) -> Vec<Line> {
    let Some(span) = document.blocks.get(block).map(|b| b.span) else {
        return Vec::new();
    };
    let units = units(&document.text, document.tokens_in(span));
    let nodes = joined(document, marks);
    nodes
        .into_iter()
        .map(|node| line(id, block, node, &units, window))
        .collect()
}

/// Marks as matches: neighbours become one.
fn joined(document: &Document, marks: &[Mark]) -> Vec<Span> {
    let mut nodes: Vec<Span> = Vec::new();
    for mark in marks {
        match nodes.last_mut() {
            Some(last)
                if is_narrow(
                    Span {
                        start: last.end,
                        end: mark.span.start,
                    }
                    .slice(&document.text),
                ) =>
            {
                last.end = mark.span.end;
            }
            _ => nodes.push(mark.span),
        }
    }
    nodes
}

fn is_narrow(between: &str) -> bool {
    matches!(between, " " | "-" | "\u{2010}" | "\u{2011}" | "\u{a0}" | "")
}

fn line(doc: DocId, block: usize, node: Span, units: &[Unit], window: usize) -> Line {
    let first = units.partition_point(|u| u.span.end <= node.start);
    let last = units.partition_point(|u| u.span.start < node.end);
    let left = &units[first.saturating_sub(window)..first];
    let right = &units[last..last.saturating_add(window).min(units.len())];
    let edge = |units: &[Unit], empty: u32| match units {
        [start, ..] => Span {
            start: start.span.start,
            end: units[units.len() - 1].span.end,
        },
        [] => Span {
            start: empty,
            end: empty,
        },
    };
    Line {
        doc,
        block,
        left: edge(left, node.start),
        node,
        right: edge(right, node.end),
    }
}

/// Puts lines in order; ties stay in order of place.
pub fn order(lines: &mut [Line], documents: &[Document], sort: LineSort) {
    let words = |line: &Line, side: Span| -> Vec<String> {
        let Some(document) = documents.get(line.doc.0 as usize) else {
            return Vec::new();
        };
        let inside = document.tokens_in(side).iter().filter(|t| t.is_word());
        inside
            .map(|t| fold(t.span.slice(&document.text)).to_lowercase())
            .collect()
    };
    match sort {
        LineSort::Position => {}
        LineSort::Left => lines.sort_by_cached_key(|line| {
            let mut words = words(line, line.left);
            words.reverse();
            words
        }),
        LineSort::Right => lines.sort_by_cached_key(|line| words(line, line.right)),
    }
}
