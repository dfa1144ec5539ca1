//! What does the vector of a word predict of its kinds? A network with one hidden layer.

use super::kinds::{KINDS, SHARES};
use super::product::dot;
use crate::train::random::Random;

/// The number of hidden units.
const UNITS: usize = 96;
/// A network with one hidden layer, from vectors to shares.
pub(super) struct Network {
    hidden: Vec<f32>,
    out: Vec<f32>,
    width: usize,
}

/// Passes over the words.
const ROUNDS: usize = 30;
/// The learning rate of AdaGrad.
const RATE: f32 = 0.05;

impl Network {
    /// Trains a network on examples: vectors, and the counts of each kind.
    pub fn train(examples: &[(&[f32], &[f32; SHARES])], random: &mut Random) -> Self {
        let width = examples.first().map_or(0, |(vector, _)| vector.len()) + 1;
        let mut network = Self {
            hidden: (0..width * UNITS)
                .map(|_| (random.unit() - 0.5) * 0.6)
                .collect(),
            out: vec![0.0; (UNITS + 1) * SHARES],
            width,
        };
        let (mut hidden_squares, mut out_squares) = (
            vec![1e-2; network.hidden.len()],
            vec![1e-2; network.out.len()],
        );
        let mut order: Vec<usize> = (0..examples.len()).collect();
        for _ in 0..ROUNDS {
            random.shuffle(&mut order);
            for &n in &order {
                let (vector, counts) = examples[n];
                let mut units = network.units(vector);
                let kept: Vec<bool> = units.iter().map(|_| random.unit() > 0.3).collect();
                for (unit, kept) in units.iter_mut().zip(&kept) {
                    *unit *= if *kept { 1.0 / 0.7 } else { 0.0 };
                }
                let shares = network.output(&units);
                let mut back = vec![0.0; UNITS];
                let learn = |weight: &mut f32, square: &mut f32, gradient: f32| {
                    *square += gradient * gradient;
                    *weight -= RATE * gradient / square.sqrt();
                };
                for part in 0..3 {
                    let total: f32 = counts[part * KINDS..][..KINDS].iter().sum();
                    if total == 0.0 {
                        continue;
                    }
                    // Frequent words count more, but less than in proportion.
                    let scale = 1.0 / total.sqrt();
                    for label in part * KINDS..(part + 1) * KINDS {
                        let error = (shares[label] * total - counts[label]) * scale;
                        for (unit, value) in units.iter().chain([&1.0]).enumerate() {
                            let at = unit * SHARES + label;
                            if unit < UNITS {
                                back[unit] += error * network.out[at];
                            }
                            learn(&mut network.out[at], &mut out_squares[at], error * value);
                        }
                    }
                }
                for (unit, error) in back
                    .iter()
                    .enumerate()
                    .filter(|(unit, _)| units[*unit] > 0.0)
                {
                    for (input, value) in vector.iter().chain([&1.0]).enumerate() {
                        let at = unit * width + input;
                        learn(
                            &mut network.hidden[at],
                            &mut hidden_squares[at],
                            error * value,
                        );
                    }
                }
            }
        }
        network
    }

    fn units(&self, vector: &[f32]) -> Vec<f32> {
        let unit = |weights: &[f32]| {
            (dot(vector, &weights[..self.width - 1]) + weights[self.width - 1]).max(0.0)
        };
        self.hidden.chunks(self.width).map(unit).collect()
    }

    /// Three distributions of shares, each of which sums to one.
    fn output(&self, units: &[f32]) -> [f32; SHARES] {
        let mut sums = [0.0f32; SHARES];
        for (unit, weights) in units.iter().chain([&1.0]).zip(self.out.chunks(SHARES)) {
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += unit * weight;
            }
        }
        for part in sums.chunks_mut(KINDS) {
            let most = part.iter().copied().fold(f32::MIN, f32::max);
            part.iter_mut().for_each(|x| *x = (*x - most).exp());
            let total: f32 = part.iter().sum();
            part.iter_mut().for_each(|x| *x /= total);
        }
        sums
    }

    /// The shares predicted from a vector.
    pub fn shares(&self, vector: &[f32]) -> [f32; SHARES] {
        self.output(&self.units(vector))
    }
}
