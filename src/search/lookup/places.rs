//! Where do the words of a text occur together? A cursor over documents that intersects positions.

use super::slop::sloppy;
use super::union::{Place, Union};
use crate::search::index::{END, Segment};
use crate::search::schema::Frequency;

/// The documents of a leaf in order, with its places in each.
#[derive(Debug, Clone)]
pub struct Places<'a> {
    rows: Vec<Row<'a>>,
    document: u32,
    current: Vec<Place>,
}

impl<'a> Places<'a> {
    /// A cursor over the places of readings, on the first document with one of them.
    pub fn new(rows: Vec<Row<'a>>) -> Self {
        let mut places = Self {
            rows,
            document: 0,
            current: Vec::new(),
        };
        places.settle();
        places
    }

    /// The current document; [`END`] past the last.
    pub fn document(&self) -> u32 {
        self.document
    }

    /// The places in the current document, by start, then by end. Places of different readings may
    /// overlap.
    pub fn current(&self) -> &[Place] {
        match self.rows.as_slice() {
            [row] => &row.places,
            _ => &self.current,
        }
    }

    /// The frequency of the leaf in the current document: the sum of `each`, which gets the weight
    /// of the reading and the first position of every place.
    pub fn frequency(&self, each: impl Fn(f32, u32) -> Frequency) -> Frequency {
        let rows = self.rows.iter().filter(|row| row.document == self.document);
        let places = rows.flat_map(|row| row.places.iter().map(|place| (row.weight, place.0)));
        places.fold(Frequency::default(), |sum, (weight, start)| {
            sum.and(each(weight, start))
        })
    }

    /// Moves to the next document.
    pub fn advance(&mut self) {
        self.seek(self.document.saturating_add(1));
    }

    /// Moves to the first document not before `target`; never back.
    pub fn seek(&mut self, target: u32) {
        for row in self.rows.iter_mut().filter(|row| row.document < target) {
            row.seek(target);
        }
        self.settle();
    }

    fn settle(&mut self) {
        self.document = self
            .rows
            .iter()
            .map(|row| row.document)
            .min()
            .unwrap_or(END);
        if self.rows.len() > 1 {
            self.current.clear();
            for row in self.rows.iter().filter(|row| row.document == self.document) {
                self.current.extend(&row.places);
            }
            self.current.sort_unstable();
            self.current.dedup();
        }
    }
}

/// A reading, with its places in the current document.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    segment: &'a Segment,
    slots: Vec<Union<'a>>,
    slop: u32,
    weight: f32,
    document: u32,
    places: Vec<Place>,
}

impl<'a> Row<'a> {
    /// A reading of slots, which must be adjacent or within a slop, on the first document that
    /// contains it. Each place counts `weight`.
    pub fn new(segment: &'a Segment, slots: Vec<Union<'a>>, slop: u32, weight: f32) -> Self {
        let mut row = Self {
            segment,
            slots,
            slop,
            weight,
            document: 0,
            places: Vec::new(),
        };
        row.seek(0);
        row
    }

    /// Moves to the first document not before `target` in which the slots occur together.
    fn seek(&mut self, target: u32) {
        let mut target = target;
        loop {
            let mut furthest = target;
            for slot in &mut self.slots {
                slot.seek_to(furthest);
                furthest = furthest.max(slot.document());
            }
            if furthest == END || self.slots.is_empty() {
                self.document = END;
                self.places.clear();
                return;
            }
            if self.slots.iter().any(|slot| slot.document() != furthest) {
                target = furthest;
                continue;
            }
            self.document = furthest;
            self.meet();
            if !self.places.is_empty() {
                return;
            }
            target = furthest + 1;
        }
    }

    /// Finds the places of the reading in the document that all slots are on.
    fn meet(&mut self) {
        if self.slop > 0 && self.slots.len() > 1 {
            let mut each = vec![Vec::new(); self.slots.len()];
            for (slot, places) in self.slots.iter_mut().zip(&mut each) {
                slot.places(places);
            }
            self.places.clear();
            for block in self.segment.blocks_of(self.document) {
                let inside = |places: &Vec<Place>| {
                    self.segment.inside(self.document, block, places).to_vec()
                };
                let each: Vec<Vec<Place>> = each.iter().map(inside).collect();
                self.places.extend(sloppy(&each, self.slop));
            }
            return;
        }
        let mut places = Vec::new();
        for (at, slot) in self.slots.iter_mut().enumerate() {
            if at == 0 {
                slot.places(&mut self.places);
            } else {
                slot.places(&mut places);
                self.places = continued(&self.places, &places);
            }
            if self.places.is_empty() {
                return;
            }
        }
    }
}

/// Extends each row by the slot's places that start where it ends.
fn continued(rows: &[Place], slot: &[Place]) -> Vec<Place> {
    let mut out = Vec::new();
    for &(start, end) in rows {
        let first = slot.partition_point(|place| place.0 < end);
        let follow = slot[first..].iter().take_while(|place| place.0 == end);
        out.extend(follow.map(|place| (start, place.1)));
    }
    out
}
