//! Which articles or passages of a segment match? The texts of a query in units, its tree, its
//! conditions.

use std::ops::Range;

use super::Part;
use super::answer::Unit;
use super::bits::Bits;
use super::filter::Filter;
use super::index::Segment;
use super::index::posting::END;
use super::knowledge::AnnotationKind;
use super::leaf::Places;
use super::near::are_near;
use super::plan::Plan;
use super::select::Selector;
use super::stream::{Fields, Frequency, Place, Stream};

/// What a text counts in units, ascending.
pub type Entries = Vec<(u32, Frequency)>;

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

    /// Where a text of the query stands in a document of a segment.
    pub fn places_in(&self, number: usize, text: usize, local: u32) -> Vec<Place> {
        let segment = &self.index.parts[number].segment;
        let places = self.leaves[number][text].places(segment, self.fields, local);
        if places.document() == local {
            places.current().to_vec()
        } else {
            Vec::new()
        }
    }

    /// The units of a segment that hold a text of the query, with what it counts there.
    pub(super) fn entries(
        &self,
        number: usize,
        text: usize,
        fields: Fields,
        unit: Unit,
    ) -> Entries {
        let segment = &self.index.parts[number].segment;
        let leaf = &self.leaves[number][text];
        let mut entries = Entries::new();
        match unit {
            Unit::Article => {
                let mut stream = Stream::new(leaf, segment, fields, &self.index.schema);
                while stream.document() != END {
                    entries.push((stream.document(), stream.frequency()));
                    stream.advance();
                }
            }
            Unit::Passage => {
                let mut places = leaf.places(segment, fields, 0);
                while places.document() != END {
                    for place in places.current() {
                        let block = segment.block_at(places.document(), place.0);
                        let field = segment.field(block);
                        let counts = self.index.schema.frequency(field, 1.0);
                        match entries.last_mut() {
                            Some(last) if last.0 == block => last.1 = last.1.and(counts),
                            _ => entries.push((block, counts)),
                        }
                    }
                    places.advance();
                }
            }
        }
        entries
    }

    /// The units of a segment that match; blocks that no text shows are none.
    pub fn matched_in(&self, number: usize, unit: Unit) -> Bits {
        let part = &self.index.parts[number];
        let segment = &part.segment;
        let size = size(segment, unit);
        let Some(root) = &self.query.root else {
            return Bits::none(size);
        };
        let text = |text: usize, fields: Fields| {
            let mut bits = Bits::none(size);
            self.each_unit(number, text, fields, unit, |id| bits.insert(id));
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
            let mut shown = Bits::none(size);
            (0..size)
                .filter(|&b| schema.is_shown(segment.field(b)))
                .for_each(|b| shown.insert(b));
            matched.and(&shown);
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
    ) -> Bits {
        let segment = &self.index.parts[number].segment;
        let mut bits = Bits::none(size(segment, unit));
        for (local, block) in self.spots_near(number, distance, parts, fields, 0..segment.documents)
        {
            bits.insert(if unit == Unit::Article { local } else { block });
        }
        bits
    }

    /// The blocks of some documents of a segment where texts stand near each other, each with its
    /// document.
    pub fn spots_near(
        &self,
        number: usize,
        distance: u32,
        parts: &[Vec<usize>],
        fields: Fields,
        documents: Range<u32>,
    ) -> Vec<(u32, u32)> {
        let segment = &self.index.parts[number].segment;
        let places =
            |&text: &usize| self.leaves[number][text].places(segment, fields, documents.start);
        let of_part = |texts: &Vec<usize>| texts.iter().map(places).collect();
        let mut parts: Vec<Vec<Places>> = parts.iter().map(of_part).collect();
        let mut spots = Vec::new();
        let mut target = documents.start;
        loop {
            let mut furthest = target;
            for part in &mut parts {
                part.iter_mut().for_each(|places| places.seek(furthest));
                furthest = furthest.max(part.iter().map(Places::document).min().unwrap_or(END));
            }
            if furthest >= documents.end {
                return spots;
            }
            if furthest > target {
                target = furthest;
                continue;
            }
            let held = parts.iter().map(|part| {
                let here = part.iter().filter(|places| places.document() == target);
                let mut held: Vec<Place> =
                    here.flat_map(|places| places.current()).copied().collect();
                held.sort_unstable();
                held
            });
            let held: Vec<Vec<Place>> = held.collect();
            for block in segment.blocks_of(target) {
                let inside = |places: &Vec<Place>| segment.inside(target, block, places).to_vec();
                if are_near(&held.iter().map(inside).collect::<Vec<_>>(), distance) {
                    spots.push((target, block));
                }
            }
            target += 1;
        }
    }

    /// The documents of the corpus that match, in no order.
    pub fn documents_matched(&self) -> Vec<u32> {
        let parts = self.index.parts.iter().enumerate();
        let matched = parts.flat_map(|(number, part)| {
            let locals: Vec<u32> = self.matched_in(number, Unit::Article).iter().collect();
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
    fn filtered(&self, part: &Part, filter: &Filter, unit: Unit) -> Bits {
        let segment = &part.segment;
        let mut bits = Bits::none(size(segment, unit));
        if let Filter::Annotated { kind, terms, .. } = filter {
            for (local, block) in self.annotated(part, *kind, terms) {
                bits.insert(if unit == Unit::Article { local } else { block });
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
                        bits.insert(local);
                    }
                }
                Unit::Article => bits.insert(local),
                Unit::Passage => blocks.filter(|&b| fits(b)).for_each(|b| bits.insert(b)),
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

/// How many units a segment has.
pub(super) fn size(segment: &Segment, unit: Unit) -> u32 {
    match unit {
        Unit::Article => segment.documents,
        Unit::Passage => segment.blocks,
    }
}
