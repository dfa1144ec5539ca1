//! Which words are used alike? A filter that maps frequent words to classes learned from their
//! contexts.
//!
//! Each word has one of up to 1,023 fine classes, each of which belongs to coarser ones. The table
//! stores no words: the hash of a word gives three slots, whose XOR is the class of the word and a
//! check (xor filters, [Graf and Lemire 2020]). One in 64 unknown words gets a class by chance.
//! `models/MODELS.md` says how the classes were learned.
//!
//! [Graf and Lemire 2020]: https://arxiv.org/abs/1912.08258

use super::hash::{hash_of, mix};

/// The classes of a word; all 0 for a word without a class.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cluster {
    /// One of 1,023, by use and topic.
    pub fine: u16,
    /// One of 256, coarser than `fine`.
    pub middle: u8,
    /// One of 48, coarser still.
    pub coarse: u8,
    /// One of 128, by the kinds of names that contain the word or stand next to it.
    pub kind: u8,
    /// One of 32, coarser than `kind`.
    pub group: u8,
}

/// The packed classes: four coarser classes for each fine one, then the table, two bytes per slot.
const PACKED: &[u8] = include_bytes!("models/cluster.bin");

/// The number of fine classes, including 0 for unknown words.
pub const FINE: usize = 1 << CLASS_BITS;
/// The low bits of a slot that hold the class; the bits above hold the check.
pub const CLASS_BITS: u32 = 10;
/// The number of bytes before the table.
const HEAD: usize = FINE * 4;

/// The three slots of a word in a table of `count` slots, and its check.
pub fn places(lower: u64, count: usize) -> ([usize; 3], u16) {
    let third = (count / 3) as u64;
    // Mixed twice: mixed once, consecutive `n` would give slots at a constant distance.
    let place = |n: u64| {
        let hash = mix(mix(lower, n), n) >> 32;
        (n * third + ((hash * third) >> 32)) as usize
    };
    let check = (mix(mix(lower, 3), 3) >> 58) as u16;
    ([place(0), place(1), place(2)], check << CLASS_BITS)
}

/// The fine class of a lower-case word, one of 1,023; 0 for a word without a class.
pub fn word_class(lower: &str) -> u16 {
    Cluster::of(hash_of(lower)).fine
}

impl Cluster {
    /// The classes of the word whose lower-case form has this hash.
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
