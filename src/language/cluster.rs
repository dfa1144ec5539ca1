//! Which words are used alike? A filter that holds classes of frequent words by their surroundings in much text.
//!
//! Each word has one of up to 1,023 fine classes, each of which lies in coarser ones. The table keeps
//! no words: three of its places, told by the hash of a word, xored give the word's class and a
//! check ([Graf and Lemire 2020], xor filters), so that one in 64 of the unknown words has a class by
//! chance. Where the classes come from: `models/MODELS.md`.
//!
//! [Graf and Lemire 2020]: https://arxiv.org/abs/1912.08258

use super::hash::{hash_of, mix};

/// The classes of a word; all 0 for a word that has none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cluster {
    /// One of 1,023: by use and topic.
    pub fine: u16,
    /// One of 256.
    pub middle: u8,
    /// One of 48.
    pub coarse: u8,
    /// One of 128: by what kinds of names the word is part of or stands beside.
    pub kind: u8,
    /// One of 32.
    pub group: u8,
}

/// The packed classes: the coarser classes of each fine one, then the table, two bytes a place.
const PACKED: &[u8] = include_bytes!("models/cluster.bin");

/// How many fine classes there are, the one of unknown words included.
pub const FINE: usize = 1 << CLASS_BITS;
/// Bits of a place that are the class; the ones above are the check.
pub const CLASS_BITS: u32 = 10;
/// Bytes before the table.
const HEAD: usize = FINE * 4;

/// The places of a word in a table of a number of places, and the check.
pub fn places(lower: u64, count: usize) -> ([usize; 3], u16) {
    let third = (count / 3) as u64;
    // Mixed twice: once alone, numbers in a row would give places at one distance from each other.
    let place = |n: u64| {
        let hash = mix(mix(lower, n), n) >> 32;
        (n * third + ((hash * third) >> 32)) as usize
    };
    let check = (mix(mix(lower, 3), 3) >> 58) as u16;
    ([place(0), place(1), place(2)], check << CLASS_BITS)
}

/// The fine class of a word in lower case, one of 1,023; 0 for a word that has none.
pub fn word_class(lower: &str) -> u16 {
    Cluster::of(hash_of(lower)).fine
}

impl Cluster {
    /// The classes of the word with a hash of its lower case.
    pub fn of(lower: u64) -> Self {
        let table = &PACKED[HEAD..];
        let (places, check) = places(lower, table.len() / 2);
        let found = places
            .iter()
            .map(|at| u16::from_le_bytes([table[at * 2], table[at * 2 + 1]]))
            .fold(check, |found, place| found ^ place);
        if found >= 1 << CLASS_BITS || found == 0 {
            return Self::default();
        }
        let coarser = &PACKED[usize::from(found) * 4..];
        Self {
            fine: found,
            middle: coarser[0],
            coarse: coarser[1],
            kind: coarser[2],
            group: coarser[3],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_used_alike_share_a_class() {
        let of = |word: &str| Cluster::of(hash_of(word));
        assert_eq!(of("tuesday").fine, of("wednesday").fine);
        assert_ne!(of("tuesday").fine, of("minister").fine);
        assert_eq!(of("brazilian").group, of("norwegian").group);
    }

    #[test]
    fn few_unknown_words_have_a_class() {
        let hits =
            (0..10_000).filter(|n| Cluster::of(hash_of(&format!("qx{n}zw"))) != Cluster::default());
        assert!(hits.count() < 300);
    }
}
