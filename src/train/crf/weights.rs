//! Which weights were trained, and which are useful? Rows of weights by feature, and the options of
//! training.

use rustc_hash::FxHashMap;

/// The options of training.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Passes over the data.
    pub epochs: usize,
    /// How many passes, at the end, are averaged.
    pub averaged: usize,
    /// The learning rate of AdaGrad.
    pub rate: f32,
    /// The L1 penalty per sentence.
    pub penalty: f32,
    /// The fewest occurrences of a feature that is used.
    pub least: u32,
    /// The share of features dropped in each step.
    pub dropout: f32,
    /// The least worth of a weight that is trained again; see [`worthy`].
    pub worth: f32,
    /// The number of integer steps per unit of weight.
    pub steps: f32,
    /// The seed of the order of sentences.
    pub seed: u64,
}

/// Trained weights.
pub struct Weights {
    /// Each feature that has a non-zero weight, with one weight per label.
    pub rows: Vec<(u64, Vec<f32>)>,
    /// For the weights of each row, the sum of their squared gradients in all passes.
    pub squares: Vec<Vec<f32>>,
    /// `transitions[a * labels + b]` is the weight of `b` after `a`.
    pub transitions: Vec<f32>,
}

/// The weights that may be non-zero: features with their labels, one bit each.
pub type Support = FxHashMap<u64, u32>;

/// The useful weights: large ones, and smaller ones that training changed often.
pub fn worthy(weights: &Weights, options: Options) -> Support {
    let labels = |(row, squares): (&Vec<f32>, &Vec<f32>)| {
        let worth = |(weight, square): (&f32, &f32)| {
            weight.abs() * (square / options.epochs as f32).max(1e-9).powf(OFTEN)
        };
        let worthy = row.iter().zip(squares).map(worth);
        (0..)
            .zip(worthy)
            .filter(|(_, worth)| *worth > 0.0 && *worth >= options.worth)
            .fold(0u32, |bits, (label, _)| bits | 1 << label)
    };
    let rows = weights.rows.iter().zip(&weights.squares);
    rows.map(|((feature, row), squares)| (*feature, labels((row, squares))))
        .filter(|(_, labels)| *labels != 0)
        .collect()
}

/// The exponent of a weight’s mean squared gradient per pass in its worth. One half would measure
/// its value for the training data; rare names need a smaller one.
const OFTEN: f32 = 0.1;
