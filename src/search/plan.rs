//! What does a query find in this corpus? Its words looked up, corrected, matched and ranked.

use std::cell::OnceCell;

use super::Index;
use super::answer::{Remark, Unit};
use super::best::Scored;
use super::capability;
use super::documents::Documents;
use super::index::Segment;
use super::index::posting::END;
use super::leaf::Leaf;
use super::lookup::Lookup;
use super::matching::{Entries, size};
use super::query::{Clause, Node, Query};
use super::rank::{LOOKED_AT, Sum, lift, nearness, weights};
use super::select::fields_of;
use super::stream::{Fields, Place, Stream, documents_of};
use crate::order;

/// A query with all that the corpus knows of it.
pub struct Plan<'a> {
    pub(super) index: &'a Index,
    pub(super) documents: &'a dyn Documents,
    pub(super) typed: &'a str,
    pub(super) with_synonyms: bool,
    pub(super) query: Query,
    /// For each segment, the texts of the query.
    pub(super) leaves: Vec<Vec<Leaf>>,
    pub(super) clauses: Vec<Clause>,
    /// In which fields clauses count.
    pub(super) fields: Fields,
    /// Whether everything that holds a clause matches.
    pub(super) is_plain: bool,
    /// What clauses weigh among articles.
    weights: OnceCell<Vec<f32>>,
    /// What a whole query would be with its misspelt phrases corrected.
    pub(super) mended: Option<String>,
}

impl<'a> Plan<'a> {
    /// The plan of a typed query; names also seek the others of their bearer `with_synonyms`.
    pub fn new(
        index: &'a Index,
        documents: &'a dyn Documents,
        typed: &'a str,
        with_synonyms: bool,
    ) -> Self {
        let mut query = Query::parse(typed, &index.schema);
        capability::settle(&mut query, index);
        let Lookup {
            leaves,
            clauses,
            mended,
        } = Lookup::new(&mut query, typed, index, with_synonyms);
        let fields = query
            .root
            .as_ref()
            .and_then(fields_of)
            .unwrap_or(Fields::ALL);
        Self {
            index,
            documents,
            typed,
            with_synonyms,
            is_plain: query.root.as_ref().is_none_or(is_plain),
            query,
            leaves,
            clauses,
            fields,
            weights: OnceCell::new(),
            mended,
        }
    }

    /// The remarks on the query, in its order.
    pub fn remarks(&self) -> Vec<Remark> {
        let mut remarks = self.query.remarks.clone();
        order::sort_by_key(&mut remarks, |(at, _)| *at);
        remarks.into_iter().map(|(_, remark)| remark).collect()
    }

    /// What each clause counts in the units of each segment.
    fn all_entries(&self, unit: Unit) -> Vec<Vec<Entries>> {
        let of = |number, c: &Clause| self.entries(number, c.text, self.fields, unit);
        let of_segment = |number| self.clauses.iter().map(|c| of(number, c)).collect();
        (0..self.index.parts.len()).map(of_segment).collect()
    }

    /// What clauses weigh among articles or passages.
    pub fn weights_of(&self, unit: Unit) -> Vec<f32> {
        match unit {
            Unit::Article => self.weights().to_vec(),
            Unit::Passage => self.weights_among(unit, &self.all_entries(unit)),
        }
    }

    fn weights_among(&self, unit: Unit, entries: &[Vec<Entries>]) -> Vec<f32> {
        if unit == Unit::Article {
            return self.weights().to_vec();
        }
        let found = |at: usize| entries.iter().map(|of| of[at].len() as u32).sum();
        let found: Vec<u32> = (0..self.clauses.len()).map(found).collect();
        weights(&self.clauses, &found, self.index.number_of_blocks())
    }

    /// Everything the query finds; the first `sorted` best first, the others in any order.
    pub fn ranked(&self, unit: Unit, sorted: usize) -> Vec<Scored> {
        if self.query.root.is_none() {
            return Vec::new();
        }
        let entries = self.all_entries(unit);
        let weights = self.weights_among(unit, &entries);
        let mut found = Vec::new();
        for (number, entries) in entries.iter().enumerate() {
            self.score_all(number, unit, entries, &weights, &mut found);
        }
        let best = found.len().min(LOOKED_AT);
        if best < found.len() {
            found.select_nth_unstable_by(best, Scored::order);
        }
        match unit {
            Unit::Article => self.look_closer(&mut found[..best]),
            Unit::Passage => self.look_closer_at_passages(&mut found[..best], &weights),
        }
        sort_first(&mut found, best, sorted);
        found
    }

    /// Scores the matching units of a segment.
    fn score_all(
        &self,
        number: usize,
        unit: Unit,
        entries: &[Entries],
        weights: &[f32],
        found: &mut Vec<Scored>,
    ) {
        let part = &self.index.parts[number];
        let (segment, norm) = (
            &part.segment,
            self.index.norm_of(unit).of_query(self.clauses.len()),
        );
        let matched = self.matched_in(number, unit);
        let mut sums = vec![Sum::default(); size(segment, unit) as usize];
        let length = |id: u32| match unit {
            Unit::Article => segment.length(id),
            Unit::Passage => segment.block_length(segment.document_of(id), id),
        };
        for (entries, &weight) in entries.iter().zip(weights) {
            for &(id, frequency) in entries.iter().filter(|(id, _)| matched.has(*id)) {
                sums[id as usize].add(weight, norm.earned(frequency, length(id)));
            }
        }
        let whole = weights.iter().sum();
        let clauses = self.clauses.len();
        for id in matched.iter() {
            let local = if unit == Unit::Article {
                id
            } else {
                segment.document_of(id)
            };
            let Some(document) = part.document(local) else {
                continue;
            };
            let Sum { score, covered } = sums[id as usize];
            found.push(Scored {
                segment: number as u32,
                id,
                document,
                score: score * lift(covered, whole, clauses),
                covered,
            });
        }
    }

    fn look_closer_at_passages(&self, found: &mut [Scored], weights: &[f32]) {
        for scored in found.iter_mut() {
            let number = scored.segment as usize;
            let segment = &self.index.parts[number].segment;
            let local = segment.document_of(scored.id);
            let places: Vec<Vec<Place>> = self
                .clauses
                .iter()
                .map(|c| {
                    let mut places = self.places_in(number, c.text, local);
                    places.retain(|p| segment.block_at(local, p.0) == scored.id);
                    places
                })
                .collect();
            let whole = weights.iter().sum();
            let lift = lift(scored.covered, whole, weights.len());
            scored.score += lift * nearness(weights, &places);
        }
        found.sort_unstable_by(Scored::order);
    }

    /// What clauses weigh among articles.
    pub fn weights(&self) -> &[f32] {
        self.weights.get_or_init(|| {
            let found = |c: &Clause| {
                let each = self.index.parts.iter().zip(&self.leaves);
                each.map(|(part, leaves)| self.documents_with(&part.segment, &leaves[c.text]))
                    .sum()
            };
            let found: Vec<u32> = self.clauses.iter().map(found).collect();
            weights(&self.clauses, &found, self.index.number_of_documents())
        })
    }

    /// In how many documents of a segment a leaf stands; of several words perhaps a few too many.
    fn documents_with(&self, segment: &Segment, leaf: &Leaf) -> u32 {
        let Some(slot) = leaf.words() else {
            let mut stream = Stream::new(leaf, segment, self.fields, &self.index.schema);
            let mut count = 0;
            while stream.document() != END {
                count += 1;
                stream.advance();
            }
            return count;
        };
        let firsts: Option<Vec<_>> = slot
            .iter()
            .map(|&(id, _)| segment.word(id).map(|w| w.first))
            .collect();
        let mut firsts = firsts.unwrap_or_default();
        firsts.sort_unstable();
        firsts.dedup();
        let words: usize = firsts
            .iter()
            .map(|&first| segment.members(first).count())
            .sum();
        let fields = leaf.within(self.fields);
        if words == slot.len() && fields == Fields::ALL {
            let all = firsts
                .iter()
                .filter_map(|&first| segment.word(first))
                .map(|w| w.documents);
            all.fold(0, u32::saturating_add).min(segment.documents)
        } else {
            documents_of(slot, segment, fields).min(segment.documents)
        }
    }
}

/// Whether everything that holds one of a tree's texts matches it.
fn is_plain(node: &Node) -> bool {
    match node {
        Node::Text(_) => true,
        Node::Any(parts) => parts.iter().all(is_plain),
        _ => false,
    }
}

/// Sorts what lies between two ranks; everything before is sorted and better already.
fn sort_first(ranked: &mut [Scored], from: usize, to: usize) {
    let Some(rest) = ranked.get_mut(from..) else {
        return;
    };
    let wanted = to.saturating_sub(from).min(rest.len());
    if wanted == 0 {
        return;
    }
    if wanted < rest.len() {
        rest.select_nth_unstable_by(wanted, Scored::order);
    }
    rest[..wanted].sort_unstable_by(Scored::order);
}
