//! In which order are matching articles or passages listed? A ranking of everything that matches.

use fixedbitset::FixedBitSet;

use super::boolean::numbers;
use super::occurrence::Entries;
use super::plan::Plan;
use crate::order;
use crate::search::index::{HitUnit, size};
use crate::search::lookup::{Clause, Place};
use crate::search::rank::{LOOKED_AT, Scored, Sum, is_close, lift, nearness, weights};

impl Plan<'_> {
    /// The frequencies of each clause in the units of each segment.
    fn all_entries(&self, unit: HitUnit) -> Vec<Vec<Entries>> {
        let of = |number, c: &Clause| self.entries(number, c.text, self.fields, unit);
        let of_segment = |number| self.clauses.iter().map(|c| of(number, c)).collect();
        (0..self.index.live.len()).map(of_segment).collect()
    }

    /// The weight of each clause among articles or passages.
    pub fn weights_of(&self, unit: HitUnit) -> Vec<f32> {
        match unit {
            HitUnit::Article => self.weights().to_vec(),
            HitUnit::Passage => self.weights_in(unit, &self.all_entries(unit)),
        }
    }

    fn weights_in(&self, unit: HitUnit, entries: &[Vec<Entries>]) -> Vec<f32> {
        if unit == HitUnit::Article {
            return self.weights().to_vec();
        }
        let found = |at: usize| entries.iter().map(|of| of[at].len() as u32).sum();
        let found: Vec<u32> = (0..self.clauses.len()).map(found).collect();
        weights(&self.clauses, &found, self.index.number_of_blocks())
    }

    /// All matches. The first `sorted` are in order, best first; the others follow in any order.
    pub fn ranked(&self, unit: HitUnit, sorted: usize) -> Vec<Scored> {
        if self.query.root.is_none() {
            return Vec::new();
        }
        let entries = self.all_entries(unit);
        let weights = self.weights_in(unit, &entries);
        let mut found = Vec::new();
        for (number, entries) in entries.iter().enumerate() {
            self.score_all(number, unit, entries, &weights, &mut found);
        }
        let best = found.len().min(LOOKED_AT);
        if best < found.len() {
            found.select_nth_unstable_by(best, Scored::order);
        }
        match unit {
            HitUnit::Article => self.look_closer(&mut found[..best]),
            HitUnit::Passage => self.look_closer_at_passages(&mut found[..best], &weights),
        }
        sort_first(&mut found, best, sorted);
        found
    }

    /// Scores the matching units of a segment.
    fn score_all(
        &self,
        number: usize,
        unit: HitUnit,
        entries: &[Entries],
        weights: &[f32],
        found: &mut Vec<Scored>,
    ) {
        let live = &self.index.live[number];
        let (segment, norm) = (
            &live.segment,
            self.index.norm_of(unit).of_query(self.clauses.len()),
        );
        let matched = self.matched_in(number, unit);
        let mut sums = vec![Sum::default(); size(segment, unit) as usize];
        let length = |id: u32| match unit {
            HitUnit::Article => segment.length(id),
            HitUnit::Passage => segment.block_length(segment.document_of(id), id),
        };
        for (entries, &weight) in entries.iter().zip(weights) {
            for &(id, frequency) in entries
                .iter()
                .filter(|(id, _)| matched.contains(*id as usize))
            {
                sums[id as usize].add(weight, norm.earned(frequency, length(id)));
            }
        }
        let whole = weights.iter().sum();
        let clauses = self.clauses.len();
        for id in numbers(&matched) {
            let local = if unit == HitUnit::Article {
                id
            } else {
                segment.document_of(id)
            };
            let Some(document) = live.document(local) else {
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
            let segment = &self.index.live[number].segment;
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

    /// The matches among the admitted documents, best first; a blank query matches all of these.
    pub fn selected(&self, unit: HitUnit, admitted: &FixedBitSet) -> Vec<Scored> {
        let mut ranked = if self.typed.trim().is_empty() {
            self.everything(unit)
        } else {
            self.ranked(unit, usize::MAX)
        };
        ranked.retain(|scored| admitted.contains(scored.document as usize));
        ranked
    }

    /// Every article, or every block that can be shown, in corpus order.
    fn everything(&self, unit: HitUnit) -> Vec<Scored> {
        let mut all = Vec::new();
        for (number, live) in (0..).zip(&self.index.live) {
            let segment = &live.segment;
            for local in 0..segment.documents {
                let Some(document) = live.document(local) else {
                    continue;
                };
                let ids = match unit {
                    HitUnit::Article => local..local + 1,
                    HitUnit::Passage => segment.blocks_of(local),
                };
                let shown =
                    ids.filter(|&id| unit == HitUnit::Article || self.index.is_shown(segment, id));
                all.extend(shown.map(|id| Scored {
                    segment: number,
                    id,
                    document,
                    score: 0.0,
                    covered: 0.0,
                }));
            }
        }
        all.sort_unstable_by(Scored::order);
        all
    }
}

impl Plan<'_> {
    /// Adds proximity to the scores of articles, and sorts them.
    pub fn look_closer(&self, found: &mut [Scored]) {
        if is_close(self.clauses.len()) {
            order::sort_by_key(found, |s| (s.segment, s.id));
            for same in found.chunk_by_mut(|a, b| a.segment == b.segment) {
                self.add_nearness(same);
            }
        }
        found.sort_unstable_by(Scored::order);
    }

    /// The same for articles of one segment, which must be in its order.
    fn add_nearness(&self, found: &mut [Scored]) {
        let Some(&first) = found.first() else { return };
        let segment = &self.index.live[first.segment as usize].segment;
        let leaves = &self.leaves[first.segment as usize];
        let places = |c: &Clause| leaves[c.text].places(segment, self.fields, first.id);
        let mut places: Vec<_> = self.clauses.iter().map(places).collect();
        let mut held: Vec<Vec<Place>> = vec![Vec::new(); places.len()];
        let whole = self.weights().iter().sum();
        for scored in found {
            for (places, held) in places.iter_mut().zip(&mut held) {
                held.clear();
                places.seek(scored.id);
                if places.document() == scored.id {
                    held.extend(places.current());
                }
            }
            let lift = lift(scored.covered, whole, places.len());
            scored.score += lift * nearness(self.weights(), &held);
        }
    }
}

/// Sorts the ranks `from..to`; the ranks before `from` must already be sorted and better.
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
