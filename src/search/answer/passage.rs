//! Which passages of an article are shown? A selection of its best matching blocks.

use fixedbitset::FixedBitSet;

use super::shape::Passage;
use super::snippet::snippet;
use crate::document::Document;
use crate::order;
use crate::search::evaluation::{Plan, Selector, Spot, empty, include};
use crate::search::index::HitUnit;
use crate::search::lookup::Place;
use crate::search::query::Filter;
use crate::search::rank::{Sum, lift, nearness};
use crate::search::schema::FieldSet;

impl Plan<'_> {
    /// The best matching blocks of an article: those that match the query by themselves, or else
    /// those that match it together. If only the headline or a filter matched, the first block that
    /// can be shown. At most `most`.
    pub fn passages_of(
        &self,
        number: usize,
        local: u32,
        most: usize,
        places: &[Vec<Place>],
    ) -> Vec<u32> {
        let segment = &self.index.live[number].segment;
        let range = segment.blocks_of(local);
        let mut blocks = self.ranked_blocks(number, local, places);
        if !self.is_plain {
            let strict = self.strict_blocks(number, local);
            let is_strict = |block: &u32| strict.contains((block - range.start) as usize);
            if range
                .clone()
                .any(|block| is_strict(&block) && self.index.is_shown(segment, block))
            {
                blocks.retain(is_strict);
                if blocks.is_empty() {
                    blocks = range.clone().find(is_strict).into_iter().collect();
                }
            }
        }
        if blocks.is_empty() {
            blocks = range
                .into_iter()
                .find(|&block| self.index.is_shown(segment, block))
                .into_iter()
                .collect();
        }
        blocks.truncate(most);
        blocks
    }

    /// The blocks of an article that can be shown and contain a clause, best first.
    fn ranked_blocks(&self, number: usize, local: u32, places: &[Vec<Place>]) -> Vec<u32> {
        let segment = &self.index.live[number].segment;
        let norm = self
            .index
            .norm_of(HitUnit::Passage)
            .of_query(self.clauses.len());
        let weights = self.weights();
        let whole = weights.iter().sum();
        let shown = segment
            .blocks_of(local)
            .filter(|&block| self.index.is_shown(segment, block));
        let mut ranked: Vec<(f32, u32)> = Vec::new();
        for block in shown {
            let inside = |places: &Vec<Place>| segment.inside(local, block, places).to_vec();
            let held: Vec<Vec<Place>> = places.iter().map(inside).collect();
            let mut sum = Sum::default();
            for (held, &weight) in held
                .iter()
                .zip(weights)
                .filter(|(held, _)| !held.is_empty())
            {
                let field = segment.field(block);
                let frequency = self.index.schema.frequency(field, held.len() as f32);
                sum.add(
                    weight,
                    norm.earned(frequency, segment.block_length(local, block)),
                );
            }
            if sum.covered > 0.0 {
                let lift = lift(sum.covered, whole, self.clauses.len());
                ranked.push((lift * (sum.score + nearness(weights, &held)), block));
            }
        }
        order::sort_by(&mut ranked, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.into_iter().map(|(_, block)| block).collect()
    }

    /// The blocks of an article that match the query by themselves, numbered from its first.
    fn strict_blocks(&self, number: usize, local: u32) -> FixedBitSet {
        let live = &self.index.live[number];
        let segment = &live.segment;
        let range = segment.blocks_of(local);
        let size = range.len() as u32;
        let text = |text: usize, fields: FieldSet| {
            let mut bits = empty(size);
            let places = self.leaves[number][text].places(segment, fields, local);
            for place in places
                .current()
                .iter()
                .filter(|_| places.document() == local)
            {
                include(&mut bits, segment.block_at(local, place.0) - range.start);
            }
            bits
        };
        let document_values = || {
            let values = self.index.values(self.documents);
            live.document(local).and_then(|d| values.get(d as usize))
        };
        let near = |distance: u32, parts: &[Vec<usize>], fields: FieldSet| {
            let mut bits = empty(size);
            for (_, block) in self.spots_near(number, distance, parts, fields, local..local + 1) {
                include(&mut bits, block - range.start);
            }
            bits
        };
        let filter = |filter: &Filter| {
            let mut bits = empty(size);
            if let Filter::Annotated { kind, terms, .. } = filter {
                let known = self
                    .annotated(live, *kind, terms)
                    .into_iter()
                    .filter(|spot| spot.0 == local);
                known.for_each(|(_, block)| include(&mut bits, block - range.start));
                return bits;
            }
            if document_values().is_some_and(|document_values| filter.admits(document_values)) {
                let fits = |block: &u32| filter.admits_block(segment.field(*block));
                range
                    .clone()
                    .filter(fits)
                    .for_each(|block| include(&mut bits, block - range.start));
            }
            bits
        };
        let selector = Selector {
            near: &near,
            size,
            text: &text,
            filter: &filter,
        };
        self.query
            .root
            .as_ref()
            .map_or(empty(size), |root| selector.select(root, self.fields))
    }

    /// A block for display; `places` are those of its document.
    pub fn passage(
        &self,
        document: &Document,
        spot: Spot,
        places: &[Vec<Place>],
        with_snippet: bool,
    ) -> Passage {
        let block = self.block(spot);
        let marks = self.marks(document, spot, places);
        let span = document
            .blocks
            .get(block)
            .map(|b| b.span)
            .unwrap_or_default();
        Passage {
            block,
            marks: marks.iter().map(|m| m.span).collect(),
            snippet: with_snippet.then(|| snippet(document, span, &marks)),
        }
    }
}
