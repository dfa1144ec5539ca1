//! Which weights were found, and which are worth their place? Rows of weights by feature, and the choices they rest on.

use rustc_hash::FxHashMap;

/// What can be chosen in training.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Passes over the data.
    pub epochs: usize,
    /// Of these, how many at the end are averaged.
    pub averaged: usize,
    /// AdaGrad's rate.
    pub rate: f32,
    /// The penalty of a weight's size, per sentence.
    pub penalty: f32,
    /// A feature seen fewer times is left out.
    pub least: u32,
    /// The share of features that is left out of each step.
    pub dropout: f32,
    /// The least worth of a weight that is found once more; see [`worthy`].
    pub worth: f32,
    /// Steps a unit of weight, when weights become whole numbers.
    pub steps: f32,
    /// The order of the sentences.
    pub seed: u64,
}

/// Weights that were found.
pub struct Weights {
    /// Feature and one weight a label, features that have any weight.
    pub rows: Vec<(u64, Vec<f32>)>,
    /// For the weights of each row: the sum of their squared slopes in all passes.
    pub squares: Vec<Vec<f32>>,
    /// `transitions[a * labels + b]`: `b` after `a`.
    pub transitions: Vec<f32>,
}

/// The weights that may be other than zero: features and their labels, a bit each.
pub type Support = FxHashMap<u64, u32>;

/// The weights that are worth their place: large ones, and also smaller ones that training moved often.
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

/// How much it counts for a weight's worth how often training moved it: as its mean squared slope in a
/// pass, to this power. Half would be its worth for the data trained on; rare names need more than that.
const OFTEN: f32 = 0.1;
