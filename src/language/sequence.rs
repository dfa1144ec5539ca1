//! Which sequence of labels is most likely? A decoder of a linear-chain model.
//!
//! The score of a label at a word is the sum of the weights that the word's features have for it.
//! The score of a sequence adds the transition from each label to the next. The best sequence is
//! found by the Viterbi algorithm ([Lafferty et al. 2001]). Weights are 8-bit integers.
//!
//! [Lafferty et al. 2001]: https://repository.upenn.edu/cis_papers/159/

use super::pack::{NEVER, Packed};

/// A model that labels the words of a sentence.
pub struct Sequence {
    labels: usize,
    /// One bit for each value of the upper 20 bits of a key: whether a key with it exists. Most
    /// features have no weight, and this table, which fits into the cache, rejects them.
    seen: Vec<u64>,
    /// For each value of the upper 16 bits of a key, where its rows start.
    starts: Vec<u32>,
    /// The lower 8 bits of the key of each row.
    lows: Vec<u8>,
    /// The end of each row in `weights`, excluded.
    ends: Vec<u32>,
    /// A label and its weight for each entry.
    weights: Vec<(u8, i8)>,
    transitions: Vec<i32>,
    first: u32,
    last: u32,
}

/// The number of upper bits of a feature that are its key in a model.
pub const KEY_BITS: u32 = 24;

/// The number of upper bits of a feature that index `seen`.
const SEEN_BITS: u32 = 20;

/// The score of a sequence that is not allowed.
const IMPOSSIBLE: i32 = i32::MIN / 4;
/// The score of the first label at a word that is not open.
const SETTLED: i32 = 1 << 16;

/// Buffers for the scores and labels of a sentence, reused for the next one.
#[derive(Default)]
pub struct Room {
    scores: Vec<i32>,
    back: Vec<u8>,
    best: Vec<i32>,
    next: Vec<i32>,
    /// The label of each word, in order.
    pub labels: Vec<u8>,
}

impl Sequence {
    /// Reads a model from packed bytes, as `Packed` writes them.
    pub fn read(bytes: &[u8]) -> Self {
        let packed = Packed::read(bytes);
        let mut seen = vec![0u64; (1 << SEEN_BITS) / 64];
        for key in &packed.keys {
            let cell = (key >> (KEY_BITS - SEEN_BITS)) as usize;
            seen[cell / 64] |= 1 << (cell % 64);
        }
        let mut starts = vec![0; (1 << (KEY_BITS - 8)) + 1];
        for key in &packed.keys {
            starts[(key >> 8) as usize + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let transition = |t: &i16| {
            if *t == NEVER {
                IMPOSSIBLE
            } else {
                i32::from(*t)
            }
        };
        Self {
            labels: packed.labels,
            seen,
            starts,
            lows: packed.keys.iter().map(|key| *key as u8).collect(),
            ends: packed.ends,
            weights: packed.weights,
            transitions: packed.transitions.iter().map(transition).collect(),
            first: packed.first,
            last: packed.last,
        }
    }

    /// Labels `length` words and leaves the labels in `room`. `features` emits the features of a
    /// word. Words for which `is_open` is false get the first label without being scored.
    pub fn label(
        &self,
        length: usize,
        room: &mut Room,
        is_open: impl Fn(usize) -> bool,
        mut features: impl FnMut(usize, &mut dyn FnMut(u64)),
    ) {
        room.scores.clear();
        room.scores.resize(length * self.labels, 0);
        for (at, scores) in room.scores.chunks_exact_mut(self.labels).enumerate() {
            if is_open(at) {
                features(at, &mut |feature| self.add(feature, scores));
            } else {
                scores[0] = SETTLED;
            }
        }
        self.decode(room);
    }

    /// Adds the weights of a feature to the scores of a word.
    fn add(&self, feature: u64, scores: &mut [i32]) {
        let cell = (feature >> (64 - SEEN_BITS)) as usize;
        if self.seen[cell / 64] >> (cell % 64) & 1 == 0 {
            return;
        }
        let key = (feature >> (64 - KEY_BITS)) as u32;
        let from = self.starts[(key >> 8) as usize] as usize;
        let to = self.starts[(key >> 8) as usize + 1] as usize;
        for row in from..to {
            if self.lows[row] == key as u8 {
                let from = row.checked_sub(1).map_or(0, |n| self.ends[n] as usize);
                for &(label, weight) in &self.weights[from..self.ends[row] as usize] {
                    scores[usize::from(label)] += i32::from(weight);
                }
                return;
            }
        }
    }

    /// Finds the best sequence for the scores in `room`; no labels if there are no words.
    fn decode(&self, room: &mut Room) {
        let count = self.labels;
        let Room {
            scores,
            back,
            best,
            next,
            labels,
        } = room;
        labels.clear();
        back.clear();
        best.clear();
        let Some(opening) = scores.get(..count) else {
            return;
        };
        let may = |mask: u32, label: usize| mask >> label & 1 == 1;
        best.extend(opening.iter().enumerate().map(|(l, score)| {
            if may(self.first, l) {
                *score
            } else {
                IMPOSSIBLE
            }
        }));
        next.resize(count, 0);
        for scores in scores[count..].chunks_exact(count) {
            // All labels at once, so that the inner loop runs over adjacent memory.
            let from = back.len();
            back.resize(from + count, 0);
            next.fill(i32::MIN);
            for (a, (score, row)) in best
                .iter()
                .zip(self.transitions.chunks_exact(count))
                .enumerate()
            {
                for ((best, from), transition) in next.iter_mut().zip(&mut back[from..]).zip(row) {
                    let sum = score + transition;
                    if sum > *best {
                        (*best, *from) = (sum, a as u8);
                    }
                }
            }
            for ((best, next), score) in best.iter_mut().zip(next.iter()).zip(scores) {
                *best = (*next).max(IMPOSSIBLE) + score;
            }
        }
        let closing = (0..count)
            .filter(|l| may(self.last, *l))
            .max_by_key(|l| (best[*l], std::cmp::Reverse(*l)));
        let mut label = closing.unwrap_or(0) as u8;
        labels.push(label);
        for back in back.chunks_exact(count).rev() {
            label = back[usize::from(label)];
            labels.push(label);
        }
        labels.reverse();
    }
}
