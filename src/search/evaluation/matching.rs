//! Which articles or passages of a segment match? The texts, the tree and the conditions of a plan, each as a set
//! of units.

use fixedbitset::FixedBitSet;

use super::boolean::{Selector, empty, include, numbers};
use super::plan::Plan;
use crate::search::index::{END, Part, Unit, size};
use crate::search::query::Filter;
use crate::search::rank::Stream;
use crate::search::schema::{AnnotationKind, Fields};

impl Plan<'_> {
    /// In how many documents of a segment that are there a text of the query stands.
    pub fn articles_with(&self, number: usize, text: usize) -> usize {
        let part = &self.index.parts[number];
        let mut count = 0;
        self.each_unit(number, text, Fields::ALL, Unit::Article, |local| {
            count += usize::from(part.document(local).is_some());
        });
        count
    }

    /// The units of a segment that match; blocks that no text shows are none.
    pub fn matched_in(&self, number: usize, unit: Unit) -> FixedBitSet {
        let part = &self.index.parts[number];
        let segment = &part.segment;
        let size = size(segment, unit);
        let Some(root) = &self.query.root else {
            return empty(size);
        };
        let text = |text: usize, fields: Fields| {
            let mut bits = empty(size);
            self.each_unit(number, text, fields, unit, |id| include(&mut bits, id));
            bits
        };
        let filter = |filter: &Filter| self.filtered(part, filter, unit);
        let near = |distance: u32, parts: &[Vec<usize>], fields: Fields| {
            self.near(number, distance, parts, fields, unit)
        };
        let mut matched = Selector {
            near: &near,
            size,
            text: &text,
            filter: &filter,
        }
        .select(root, self.fields);
        if unit == Unit::Passage {
            let schema = &self.index.schema;
            let mut shown = empty(size);
            (0..size)
                .filter(|&b| schema.is_shown(segment.field(b)))
                .for_each(|b| include(&mut shown, b));
            matched.intersect_with(&shown);
        }
        matched
    }

    /// The units of a segment where texts stand near each other.
    fn near(
        &self,
        number: usize,
        distance: u32,
        parts: &[Vec<usize>],
        fields: Fields,
        unit: Unit,
    ) -> FixedBitSet {
        let segment = &self.index.parts[number].segment;
        let mut bits = empty(size(segment, unit));
        for (local, block) in self.spots_near(number, distance, parts, fields, 0..segment.documents)
        {
            include(&mut bits, if unit == Unit::Article { local } else { block });
        }
        bits
    }

    /// The documents of the corpus that match, in no order.
    pub fn documents_matched(&self) -> Vec<u32> {
        let parts = self.index.parts.iter().enumerate();
        let matched = parts.flat_map(|(number, part)| {
            let locals: Vec<u32> = numbers(&self.matched_in(number, Unit::Article)).collect();
            locals.into_iter().filter_map(|local| part.document(local))
        });
        matched.collect()
    }

    fn each_unit(
        &self,
        number: usize,
        text: usize,
        fields: Fields,
        unit: Unit,
        mut each: impl FnMut(u32),
    ) {
        match unit {
            Unit::Article => {
                let segment = &self.index.parts[number].segment;
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
            Unit::Passage => self
                .entries(number, text, fields, unit)
                .iter()
                .for_each(|e| each(e.0)),
        }
    }

    /// The units of a segment that meet a condition.
    fn filtered(&self, part: &Part, filter: &Filter, unit: Unit) -> FixedBitSet {
        let segment = &part.segment;
        let mut bits = empty(size(segment, unit));
        if let Filter::Annotated { kind, terms, .. } = filter {
            for (local, block) in self.annotated(part, *kind, terms) {
                include(&mut bits, if unit == Unit::Article { local } else { block });
            }
            return bits;
        }
        let heads = self.index.heads(self.documents);
        for local in 0..segment.documents {
            let head = part.document(local).and_then(|d| heads.get(d as usize));
            if !head.is_some_and(|head| filter.admits(head)) {
                continue;
            }
            let mut blocks = segment.blocks_of(local);
            let fits = |block: u32| filter.admits_block(segment.field(block));
            match unit {
                Unit::Article if matches!(filter, Filter::In(..)) => {
                    if blocks.any(fits) {
                        include(&mut bits, local);
                    }
                }
                Unit::Article => include(&mut bits, local),
                Unit::Passage => blocks
                    .filter(|&b| fits(b))
                    .for_each(|b| include(&mut bits, b)),
            }
        }
        bits
    }

    /// The blocks of a segment that are known for what is asked, each with its document.
    pub fn annotated(&self, part: &Part, kind: AnnotationKind, terms: &str) -> Vec<(u32, u32)> {
        let known = self
            .index
            .annotations
            .as_ref()
            .map(|known| known.blocks(kind, terms));
        let known = known.unwrap_or_default();
        let mut spots = Vec::new();
        for local in 0..part.segment.documents {
            let Some(document) = part.document(local) else {
                continue;
            };
            let range = part.segment.blocks_of(local);
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
