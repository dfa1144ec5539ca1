//! How likely is each label of each word, over all allowed sequences? A lattice of forward and
//! backward sums ([Rabiner 1989]), scaled at each word so that no sum overflows.
//!
//! [Rabiner 1989]: https://doi.org/10.1109/5.18626

use super::grammar::Grammar;

/// Sums over all allowed label sequences.
pub struct Lattice {
    /// The logarithm of the total.
    pub log: f64,
    /// The probability of each label at each word.
    pub marginals: Vec<f32>,
    /// The expected count of each transition.
    pub pairs: Vec<f32>,
}

/// The terms of the sums.
struct Terms {
    labels: usize,
    /// The labels that each word may have.
    choices: Vec<Vec<usize>>,
    /// The exponentials of the scores, relative to the greatest score of the word.
    own: Vec<f32>,
    /// The exponentials of the transitions; 0 for those that are not allowed.
    step: Vec<f32>,
}

impl Lattice {
    /// The sums for `scores`, `labels` per word; `allowed` has one bit for each label that a word
    /// may have.
    pub fn new(scores: &[f32], transitions: &[f32], grammar: &Grammar, allowed: &[u32]) -> Self {
        let (terms, greatest) = Terms::new(scores, transitions, grammar, allowed);
        let (forward, scales) = terms.forward();
        let (backward, pairs) = terms.backward(&forward, &scales);
        Self {
            log: greatest
                + scales
                    .iter()
                    .map(|scale| f64::from(*scale).ln())
                    .sum::<f64>(),
            marginals: forward.iter().zip(&backward).map(|(f, b)| f * b).collect(),
            pairs,
        }
    }
}

impl Terms {
    /// The terms, and the sum of the greatest scores.
    fn new(scores: &[f32], transitions: &[f32], grammar: &Grammar, allowed: &[u32]) -> (Self, f64) {
        let (labels, length) = (grammar.labels, allowed.len());
        let may = |n: usize| grammar.after[n / labels] >> (n % labels) & 1 == 1;
        let step = transitions.iter().enumerate();
        let step = step
            .map(|(n, t)| if may(n) { t.exp() } else { 0.0 })
            .collect();
        let choices: Vec<Vec<usize>> = (0..length)
            .map(|at| {
                let first = if at == 0 { grammar.first } else { u32::MAX };
                let last = if at + 1 == length {
                    grammar.last
                } else {
                    u32::MAX
                };
                let mask = allowed[at] & first & last;
                (0..labels).filter(|label| mask >> label & 1 == 1).collect()
            })
            .collect();
        let mut own = vec![0.0; length * labels];
        let mut greatest = 0.0;
        for (at, choices) in choices.iter().enumerate() {
            let scores = &scores[at * labels..(at + 1) * labels];
            let most = choices.iter().map(|l| scores[*l]).fold(f32::MIN, f32::max);
            greatest += f64::from(most);
            for &label in choices {
                own[at * labels + label] = (scores[label] - most).exp();
            }
        }
        let terms = Self {
            labels,
            choices,
            own,
            step,
        };
        (terms, greatest)
    }

    /// Sums from the first word on, scaled to one at each word, and the scales.
    fn forward(&self) -> (Vec<f32>, Vec<f32>) {
        let labels = self.labels;
        let mut sums = vec![0.0f32; self.own.len()];
        let mut scales = Vec::with_capacity(self.choices.len());
        for at in 0..self.choices.len() {
            let (before, now) = sums.split_at_mut(at * labels);
            let now = &mut now[..labels];
            let own = &self.own[at * labels..(at + 1) * labels];
            if at == 0 {
                now.copy_from_slice(own);
            } else {
                let before = &before[(at - 1) * labels..];
                for &a in &self.choices[at - 1] {
                    let row = &self.step[a * labels..(a + 1) * labels];
                    for (sum, step) in now.iter_mut().zip(row) {
                        *sum += before[a] * step;
                    }
                }
                for (sum, own) in now.iter_mut().zip(own) {
                    *sum *= own;
                }
            }
            let scale: f32 = now.iter().sum();
            now.iter_mut().for_each(|sum| *sum /= scale);
            scales.push(scale);
        }
        (sums, scales)
    }

    /// Sums from the last word back, and the expected count of each transition.
    fn backward(&self, forward: &[f32], scales: &[f32]) -> (Vec<f32>, Vec<f32>) {
        let labels = self.labels;
        let mut sums = vec![1.0f32; self.own.len()];
        let mut pairs = vec![0.0f32; labels * labels];
        let mut carried = vec![0.0f32; labels];
        for at in (1..self.choices.len()).rev() {
            for (label, carried) in carried.iter_mut().enumerate() {
                let n = at * labels + label;
                *carried = self.own[n] * sums[n] / scales[at];
            }
            let before = (at - 1) * labels;
            sums[before..before + labels].fill(0.0);
            for &a in &self.choices[at - 1] {
                let pairs = &mut pairs[a * labels..(a + 1) * labels];
                let row = &self.step[a * labels..(a + 1) * labels];
                for ((pair, step), carried) in pairs.iter_mut().zip(row).zip(&carried) {
                    let share = step * carried;
                    sums[before + a] += share;
                    *pair += forward[before + a] * share;
                }
            }
        }
        (sums, pairs)
    }
}
