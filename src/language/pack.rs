//! How are the weights of a model stored as bytes? A codec: streams of similar numbers, which
//! compress best.
//!
//! In order, a model contains: the number of labels, a bit mask of the labels that may open a
//! sentence and one of those that may close it (`u32` each), the number of rows (`u32`), the
//! transitions (`i16` each, [`NEVER`] where one label cannot follow another); then for all rows the
//! gaps between keys (LEB128), for all rows the number of weights and their labels (one byte each),
//! and for all rows the weights (`i8`). Integers are little-endian.

/// A transition that is not allowed.
pub const NEVER: i16 = i16::MIN;

/// A decoded model; its rows are sorted by key.
pub struct Packed {
    /// The number of labels.
    pub labels: usize,
    /// The labels that may open a sentence, one bit each.
    pub first: u32,
    /// The labels that may close a sentence, one bit each.
    pub last: u32,
    /// The weight of label `b` after label `a` is at `a * labels + b`.
    pub transitions: Vec<i16>,
    /// The key of each row.
    pub keys: Vec<u32>,
    /// The end of each row in `weights`, excluded.
    pub ends: Vec<u32>,
    /// A label and its weight for each entry; rows follow one another.
    pub weights: Vec<(u8, i8)>,
}

impl Packed {
    /// Decodes the bytes that [`Packed::write`] made. They are part of the program.
    ///
    /// # Panics
    /// If the bytes are truncated, which means a build with damaged models.
    pub fn read(bytes: &[u8]) -> Self {
        let mut at = 0;
        let mut take = |count: usize| {
            at += count;
            &bytes[at - count..at]
        };
        let mut number = || {
            let mut word = [0; 4];
            word.copy_from_slice(take(4));
            u32::from_le_bytes(word)
        };
        let (labels, first, last, rows) =
            (number() as usize, number(), number(), number() as usize);
        let pair = |two: &[u8]| i16::from_le_bytes([two[0], two[1]]);
        let transitions = take(labels * labels * 2)
            .chunks_exact(2)
            .map(pair)
            .collect();
        let mut key = 0;
        let keys: Vec<u32> = (0..rows)
            .map(|_| {
                let (mut gap, mut shift) = (0, 0);
                loop {
                    let byte = take(1)[0];
                    gap |= u32::from(byte & 0x7F) << shift;
                    shift += 7;
                    if byte < 0x80 {
                        break;
                    }
                }
                key += gap;
                key
            })
            .collect();
        let mut ends = Vec::with_capacity(rows);
        let mut weights = Vec::new();
        for _ in 0..rows {
            let count = usize::from(take(1)[0]);
            weights.extend(take(count).iter().map(|label| (*label, 0)));
            ends.push(weights.len() as u32);
        }
        let whole = take(weights.len());
        for (weight, byte) in weights.iter_mut().zip(whole) {
            weight.1 = *byte as i8;
        }
        Self {
            labels,
            first,
            last,
            transitions,
            keys,
            ends,
            weights,
        }
    }

    /// The model as bytes, as described at the top of this module.
    #[cfg(any(test, feature = "train"))]
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for number in [
            self.labels as u32,
            self.first,
            self.last,
            self.keys.len() as u32,
        ] {
            bytes.extend(number.to_le_bytes());
        }
        for transition in &self.transitions {
            bytes.extend(transition.to_le_bytes());
        }
        let mut last = 0;
        for key in &self.keys {
            let mut gap = key - last;
            while gap >= 0x80 {
                bytes.push(gap as u8 | 0x80);
                gap >>= 7;
            }
            bytes.push(gap as u8);
            last = *key;
        }
        let mut from = 0;
        for end in &self.ends {
            let row = &self.weights[from..*end as usize];
            bytes.push(row.len() as u8);
            bytes.extend(row.iter().map(|(label, _)| label));
            from = *end as usize;
        }
        bytes.extend(self.weights.iter().map(|(_, weight)| *weight as u8));
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_give_back_the_model() {
        let model = Packed {
            labels: 2,
            first: 3,
            last: 1,
            transitions: vec![0, -5, NEVER, 300],
            keys: vec![7, 7_000_000, 7_000_001],
            ends: vec![1, 3, 3],
            weights: vec![(1, -128), (0, 5), (1, 127)],
        };
        let again = Packed::read(&model.write());
        assert_eq!(again.write(), model.write());
        assert_eq!(
            (again.keys, again.ends, again.weights),
            (model.keys, model.ends, model.weights)
        );
    }
}
