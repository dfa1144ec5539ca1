//! Where does each word stand? Postings by word: block, then positions inside it.

use super::lexicon::WordId;

/// Where a word stands inside a block, in units; a compound covers several of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(u32);

impl Place {
    /// How many units a compound may cover.
    pub const MAX_WIDTH: usize = 4;

    /// The place of a word of `width` units, 1 to [`Self::MAX_WIDTH`], that starts at a unit.
    pub fn new(start: usize, width: usize) -> Self {
        debug_assert!((1..=Self::MAX_WIDTH).contains(&width));
        Self(((start as u32) << 2) | (width as u32 - 1))
    }

    /// Its first unit.
    pub fn start(self) -> u32 {
        self.0 >> 2
    }

    /// The first unit after it.
    pub fn end(self) -> u32 {
        self.start() + (self.0 & 3) + 1
    }
}

/// All postings of a corpus; blocks are numbered through all documents.
#[derive(Debug, Clone, Default)]
pub struct Postings {
    /// For each word, its first entry; one more at the end.
    starts: Vec<u32>,
    /// For each entry, its block; ascending for each word.
    blocks: Vec<u32>,
    /// For each entry, its first place; one more at the end.
    firsts: Vec<u32>,
    /// Ascending for each entry.
    places: Vec<Place>,
}

/// The postings of one word.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The blocks that hold it, ascending.
    pub blocks: &'a [u32],
    firsts: &'a [u32],
    places: &'a [Place],
}

impl Postings {
    /// The postings of occurrences met in the order of the text: provisional word, block, place.
    /// `place_of` gives each provisional word its number.
    pub fn build(met: &[(u32, u32, Place)], place_of: &[WordId]) -> Self {
        let mut ends = vec![0u32; place_of.len() + 1];
        for (word, ..) in met {
            ends[place_of[*word as usize] as usize + 1] += 1;
        }
        for at in 1..ends.len() {
            ends[at] += ends[at - 1];
        }
        let word_starts = ends.clone();
        let mut sorted = vec![(0, Place(0)); met.len()];
        for &(word, block, place) in met {
            let at = &mut ends[place_of[word as usize] as usize];
            sorted[*at as usize] = (block, place);
            *at += 1;
        }
        let mut postings = Self {
            places: Vec::with_capacity(met.len()),
            ..Self::default()
        };
        for bounds in word_starts.windows(2) {
            postings.starts.push(postings.blocks.len() as u32);
            for same in sorted[bounds[0] as usize..bounds[1] as usize].chunk_by(|a, b| a.0 == b.0) {
                postings.blocks.push(same[0].0);
                postings.firsts.push(postings.places.len() as u32);
                postings.places.extend(same.iter().map(|s| s.1));
            }
        }
        postings.starts.push(postings.blocks.len() as u32);
        postings.firsts.push(postings.places.len() as u32);
        postings
    }

    /// The postings of a word.
    pub fn list(&self, word: WordId) -> List<'_> {
        let (start, end) = (
            self.starts[word as usize] as usize,
            self.starts[word as usize + 1] as usize,
        );
        List {
            blocks: &self.blocks[start..end],
            firsts: &self.firsts[start..=end],
            places: &self.places,
        }
    }
}

impl<'a> List<'a> {
    /// How often the word stands in its entry's block.
    pub fn frequency(&self, entry: usize) -> u32 {
        self.firsts[entry + 1] - self.firsts[entry]
    }

    /// Where the word stands in its entry's block.
    pub fn places(&self, entry: usize) -> &'a [Place] {
        &self.places[self.firsts[entry] as usize..self.firsts[entry + 1] as usize]
    }

    /// Where the word stands in a block; empty when it does not.
    pub fn places_in(&self, block: u32) -> &'a [Place] {
        self.blocks
            .binary_search(&block)
            .map_or(&[], |entry| self.places(entry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_by_block_and_place() {
        let met = [
            (1, 0, Place::new(0, 1)),
            (0, 0, Place::new(1, 1)),
            (1, 0, Place::new(2, 2)),
            (1, 3, Place::new(0, 1)),
        ];
        let postings = Postings::build(&met, &[1, 0]);
        let list = postings.list(0);
        assert_eq!(list.blocks, [0, 3]);
        assert_eq!(list.frequency(0), 2);
        assert_eq!(list.places_in(0)[1].end(), 4);
        assert!(list.places_in(1).is_empty());
        assert_eq!(postings.list(1).blocks, [0]);
    }
}
