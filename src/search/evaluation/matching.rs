//! Which articles or passages of a segment match? Evaluators that turn the texts, conditions and
//! tree of a plan into sets of units.

use fixedbitset::FixedBitSet;

use super::boolean::{Selector, empty, include, numbers};
use super::plan::Plan;
use crate::search::index::{END, HitUnit, LiveSegment, size};
use crate::search::query::Filter;
use crate::search::rank::Stream;
use crate::search::schema::{AnnotationKind, FieldSet};

impl Plan<'_> {
    /// The number of present documents of a segment in which a text of the query occurs.
    pub fn articles_with(&self, number: usize, text: usize) -> usize {
        let live = &self.index.live[number];
        let mut count = 0;
        self.each_unit(number, text, FieldSet::ALL, HitUnit::Article, |local| {
            count += usize::from(live.document(local).is_some());
        });
        count
    }

    /// The units of a segment that match, without blocks that cannot be shown.
    pub fn matched_in(&self, number: usize, unit: HitUnit) -> FixedBitSet {
        let live = &self.index.live[number];
        let segment = &live.segment;
        let size = size(segment, unit);
        let Some(root) = &self.query.root else {
            return empty(size);
        };
        let text = |text: usize, fields: FieldSet| {
            let mut bits = empty(size);
            self.each_unit(number, text, fields, unit, |id| include(&mut bits, id));
            bits
        };
        let filter = |filter: &Filter| self.filtered(live, filter, unit);
        let near = |distance: u32, parts: &[Vec<usize>], fields: FieldSet| {
            self.near(number, distance, parts, fields, unit)
        };
        let mut matched = Selector {
            near: &near,
            size,
            text: &text,
            filter: &filter,
        }
        .select(root, self.fields);
        if unit == HitUnit::Passage {
            let schema = &self.index.schema;
            let mut shown = empty(size);
            (0..size)
                .filter(|&b| schema.is_shown(segment.field(b)))
                .for_each(|b| include(&mut shown, b));
            matched.intersect_with(&shown);
        }
        matched
    }

    /// The units of a segment in which texts occur near each other.
    fn near(
        &self,
        number: usize,
        distance: u32,
        parts: &[Vec<usize>],
        fields: FieldSet,
        unit: HitUnit,
    ) -> FixedBitSet {
        let segment = &self.index.live[number].segment;
        let mut bits = empty(size(segment, unit));
        for (local, block) in self.spots_near(number, distance, parts, fields, 0..segment.documents)
        {
            let is_article = unit == HitUnit::Article;
            include(&mut bits, if is_article { local } else { block });
        }
        bits
    }

    /// The documents of the corpus that match, in any order.
    pub fn documents_matched(&self) -> Vec<u32> {
        let parts = self.index.live.iter().enumerate();
        let matched = parts.flat_map(|(number, live)| {
            let locals: Vec<u32> = numbers(&self.matched_in(number, HitUnit::Article)).collect();
            locals.into_iter().filter_map(|local| live.document(local))
        });
        matched.collect()
    }

    fn each_unit(
        &self,
        number: usize,
        text: usize,
        fields: FieldSet,
        unit: HitUnit,
        mut each: impl FnMut(u32),
    ) {
        match unit {
            HitUnit::Article => {
                let segment = &self.index.live[number].segment;
                let mut stream = Stream::new(
                    &self.leaves[number][text],
                    segment,
                    fields,
                    &self.index.schema,
                );
                while stream.document() != END {
                    each(stream.document());
                    stream.advance();
                }
            }
            HitUnit::Passage => self
                .entries(number, text, fields, unit)
                .iter()
                .for_each(|e| each(e.0)),
        }
    }

    /// The units of a segment that satisfy a condition.
    fn filtered(&self, live: &LiveSegment, filter: &Filter, unit: HitUnit) -> FixedBitSet {
        let segment = &live.segment;
        let mut bits = empty(size(segment, unit));
        if let Filter::Annotated { kind, terms, .. } = filter {
            for (local, block) in self.annotated(live, *kind, terms) {
                let is_article = unit == HitUnit::Article;
                include(&mut bits, if is_article { local } else { block });
            }
            return bits;
        }
        let values = self.index.values(self.documents);
        for local in 0..segment.documents {
            let document = live.document(local).and_then(|d| values.get(d as usize));
            if !document.is_some_and(|document| filter.admits(document)) {
                continue;
            }
            let mut blocks = segment.blocks_of(local);
            let fits = |block: u32| filter.admits_block(segment.field(block));
            match unit {
                HitUnit::Article if matches!(filter, Filter::In(..)) => {
                    if blocks.any(fits) {
                        include(&mut bits, local);
                    }
                }
                HitUnit::Article => include(&mut bits, local),
                HitUnit::Passage => blocks
                    .filter(|&b| fits(b))
                    .for_each(|b| include(&mut bits, b)),
            }
        }
        bits
    }

    /// The blocks of a segment with a matching annotation, each with its document in the segment.
    pub fn annotated(
        &self,
        live: &LiveSegment,
        kind: AnnotationKind,
        terms: &str,
    ) -> Vec<(u32, u32)> {
        let known = self
            .index
            .annotations(self.documents)
            .map(|known| known.blocks(kind, terms));
        let known = known.unwrap_or_default();
        let mut spots = Vec::new();
        for local in 0..live.segment.documents {
            let Some(document) = live.document(local) else {
                continue;
            };
            let range = live.segment.blocks_of(local);
            let first = known.partition_point(|known| known.0 < document);
            for (_, block) in known[first..]
                .iter()
                .take_while(|known| known.0 == document)
            {
                spots.extend(
                    Some((local, range.start + block)).filter(|spot| range.contains(&spot.1)),
                );
            }
        }
        spots
    }
}
