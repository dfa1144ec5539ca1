//! What is marked in a block? A pass over the places of a query: its words and phrases wherever
//! they match, the operands of NEAR only where they occur near each other.

use super::plan::Plan;
use super::spot::Spot;
use crate::document::Document;
use crate::order;
use crate::search::lookup::{Place, near_places};
use crate::search::query::Node;
use crate::search::term::index_tokens;
use crate::text::Span;
use crate::text::fold::without_possessive;

/// A mark, with the text of the query that it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// The span that matched.
    pub span: Span,
    /// The number of the text in the query.
    pub text: usize,
}

/// The roles of texts in the tree of a query, without what it excludes.
#[derive(Default)]
struct Roles<'a> {
    /// The texts that match wherever they occur.
    alone: Vec<usize>,
    /// The distance and the parts of each NEAR.
    near: Vec<(u32, &'a [Vec<usize>])>,
}

impl<'a> Roles<'a> {
    fn read(&mut self, node: &'a Node) {
        match node {
            Node::Text(text) => self.alone.push(*text),
            Node::Near { distance, parts } => self.near.push((*distance, parts)),
            Node::All(parts) | Node::Any(parts) | Node::Optional(parts) => {
                parts.iter().for_each(|part| self.read(part));
            }
            Node::Not(_) | Node::Filter(_) => {}
        }
    }
}

impl Plan<'_> {
    /// The matches in a block, in order and without overlaps: words, and phrases as a whole.
    /// `places` are those of [`Self::places_of`] for its document.
    pub fn marks(&self, document: &Document, spot: Spot, places: &[Vec<Place>]) -> Vec<Mark> {
        let segment = &self.index.live[spot.segment as usize].segment;
        let local = self.block(spot);
        let Some(span) = document.blocks.get(local).map(|b| b.span) else {
            return Vec::new();
        };
        let tokens = index_tokens(&document.text, document.tokens_in(span));
        let first = segment.place(spot.block);
        let mut marks: Vec<Mark> = Vec::new();
        for (clause, places) in self.clauses.iter().zip(self.marked(spot, places)) {
            for (start, end) in places {
                let token = |position: u32| tokens.get(position.checked_sub(first)? as usize);
                let (Some(from), Some(to)) = (token(start), token(end.saturating_sub(1))) else {
                    continue;
                };
                let length = without_possessive(to.span.slice(&document.text)).len() as u32;
                let span = Span {
                    start: from.span.start,
                    end: to.span.start + length,
                };
                marks.push(Mark {
                    span,
                    text: clause.text,
                });
            }
        }
        order::sort(&mut marks);
        apart(marks)
    }

    /// The places of each clause in a block that are marked.
    fn marked(&self, spot: Spot, places: &[Vec<Place>]) -> Vec<Vec<Place>> {
        let number = spot.segment as usize;
        let (segment, leaves) = (&self.index.live[number].segment, &self.leaves[number]);
        let inside = |places: &[Place]| segment.inside(spot.local, spot.block, places).to_vec();
        let mut marked: Vec<Vec<Place>> = places.iter().map(|places| inside(places)).collect();
        let mut roles = Roles::default();
        self.query.root.iter().for_each(|root| roles.read(root));
        if roles.near.is_empty() {
            return marked;
        }
        // One clause may stand for several texts.
        let is = |clause: usize, text: usize| leaves[self.clauses[clause].text] == leaves[text];
        let bound: Vec<usize> = (0..self.clauses.len())
            .filter(|&clause| !roles.alone.iter().any(|&text| is(clause, text)))
            .collect();
        bound.iter().for_each(|&clause| marked[clause].clear());
        for (distance, parts) in roles.near {
            let held = |texts: &Vec<usize>| {
                let each = texts.iter().map(|&t| self.places_in(number, t, spot.local));
                let mut held = each.collect::<Vec<_>>().concat();
                order::sort(&mut held);
                inside(&held)
            };
            let held: Vec<Vec<Place>> = parts.iter().map(held).collect();
            for (texts, near) in parts.iter().zip(near_places(&held, distance)) {
                for &clause in &bound {
                    if texts.iter().any(|&text| is(clause, text)) {
                        let own = inside(&places[clause]);
                        marked[clause].extend(near.iter().filter(|place| own.contains(place)));
                    }
                }
            }
        }
        marked
    }
}

/// Joins overlapping marks; `marks` must be sorted.
fn apart(marks: Vec<Mark>) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks {
        match out.last_mut() {
            Some(last) if last.span.overlaps(mark.span) => last.span = last.span.cover(mark.span),
            _ => out.push(mark),
        }
    }
    out
}
