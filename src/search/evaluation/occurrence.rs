//! Where do the texts of a query occur in a segment? Lookups of their frequencies in each unit, and
//! of their places.

use std::ops::Range;

use super::plan::Plan;
use crate::search::index::{END, HitUnit};
use crate::search::lookup::{Place, Places, are_near};
use crate::search::rank::Stream;
use crate::search::schema::{FieldSet, Frequency};

/// Units in ascending order, with the frequency of a text in each.
pub type Entries = Vec<(u32, Frequency)>;

impl Plan<'_> {
    /// The units of a segment in which a text of the query occurs, with its frequency there.
    pub fn entries(&self, number: usize, text: usize, fields: FieldSet, unit: HitUnit) -> Entries {
        let segment = &self.index.live[number].segment;
        let leaf = &self.leaves[number][text];
        let mut entries = Entries::new();
        match unit {
            HitUnit::Article => {
                let mut stream = Stream::new(leaf, segment, fields, &self.index.schema);
                while stream.document() != END {
                    entries.push((stream.document(), stream.frequency()));
                    stream.advance();
                }
            }
            HitUnit::Passage => {
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

    /// The places of a text of the query in a document of a segment.
    pub fn places_in(&self, number: usize, text: usize, local: u32) -> Vec<Place> {
        let segment = &self.index.live[number].segment;
        let places = self.leaves[number][text].places(segment, self.fields, local);
        if places.document() == local {
            places.current().to_vec()
        } else {
            Vec::new()
        }
    }

    /// The blocks of some documents of a segment in which texts occur near each other, each with
    /// its document.
    pub fn spots_near(
        &self,
        number: usize,
        distance: u32,
        parts: &[Vec<usize>],
        fields: FieldSet,
        documents: Range<u32>,
    ) -> Vec<(u32, u32)> {
        let segment = &self.index.live[number].segment;
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
}

impl Plan<'_> {
    /// The places of each clause in a document of a segment.
    pub fn places_of(&self, number: usize, local: u32) -> Vec<Vec<Place>> {
        let places = |text| self.places_in(number, text, local);
        self.clauses.iter().map(|c| places(c.text)).collect()
    }
}
