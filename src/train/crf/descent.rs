//! How are the weights of a conditional random field trained? By gradient descent, one sentence at
//! a time.

use super::grammar::Grammar;
use super::lattice::Lattice;
use super::sentence::{Coded, Sentence, coded, seen_often};
use super::weights::{Options, Support, Weights};
use crate::train::random::Random;

struct State<'a> {
    grammar: &'a Grammar,
    weights: Vec<f32>,
    squares: Vec<f32>,
    touched: Vec<u32>,
    transitions: Vec<f32>,
    transition_squares: Vec<f32>,
    options: Options,
    step: u32,
    /// For each row, the labels whose weights may be non-zero, one bit each.
    open: Vec<u32>,
}

/// The initial sum of squares in AdaGrad, which limits the first steps.
const START: f32 = 1.0;

impl State<'_> {
    /// Applies the pending penalty of a row.
    #[inline]
    fn settle(&mut self, row: u32) {
        let labels = self.grammar.labels;
        let missed = (self.step - self.touched[row as usize]) as f32;
        if missed == 0.0 {
            return;
        }
        self.touched[row as usize] = self.step;
        let from = row as usize * labels;
        let cut = missed * self.options.penalty * self.options.rate;
        for at in from..from + labels {
            let w = self.weights[at];
            if w != 0.0 {
                let shrunk = (w.abs() - cut / (START + self.squares[at]).sqrt()).max(0.0);
                self.weights[at] = shrunk.copysign(w);
            }
        }
    }
}

/// Trains weights on sentences, only those in `support` if it is given; `log` receives the number
/// and the loss of each pass.
pub fn train(
    sentences: &[Sentence],
    grammar: &Grammar,
    options: Options,
    support: Option<&Support>,
    log: &mut dyn FnMut(usize, f64),
) -> Weights {
    let labels = grammar.labels;
    let mut names = seen_often(sentences, options.least);
    names.retain(|name| support.is_none_or(|support| support.contains_key(name)));
    let open = |name: &u64| support.map_or(u32::MAX, |support| support[name]);
    let coded = coded(sentences, &names);
    let mut state = State {
        grammar,
        weights: vec![0.0; names.len() * labels],
        squares: vec![0.0; names.len() * labels],
        touched: vec![0; names.len()],
        transitions: vec![0.0; labels * labels],
        transition_squares: vec![0.0; labels * labels],
        options,
        step: 0,
        open: names.iter().map(open).collect(),
    };
    let mut average = vec![0.0f32; names.len() * labels];
    let mut average_transitions = vec![0.0f32; labels * labels];
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = Random::new(options.seed);
    let mut kept = Coded::default();
    for epoch in 0..options.epochs {
        random.shuffle(&mut order);
        let mut loss = 0.0;
        for &n in &order {
            kept.drop_from(&coded[n], options.dropout, &mut random);
            loss += learn(&mut state, &kept, &sentences[n]);
            state.step += 1;
        }
        if epoch + options.averaged >= options.epochs {
            for row in 0..names.len() as u32 {
                state.settle(row);
            }
            let share = 1.0 / options.averaged as f32;
            add(&mut average, &state.weights, share);
            add(&mut average_transitions, &state.transitions, share);
        }
        log(epoch, loss);
    }
    let row = |(n, name): (usize, &u64)| {
        let of = n * labels..(n + 1) * labels;
        let row = (*name, average[of.clone()].to_vec());
        (row, state.squares[of].to_vec())
    };
    let (rows, squares) = names
        .iter()
        .enumerate()
        .map(row)
        .filter(|((_, row), _)| row.iter().any(|w| *w != 0.0))
        .unzip();
    Weights {
        rows,
        squares,
        transitions: average_transitions,
    }
}

fn add(sums: &mut [f32], weights: &[f32], share: f32) {
    for (sum, weight) in sums.iter_mut().zip(weights) {
        *sum += weight * share;
    }
}

/// Takes one step along the gradient of a sentence, and returns its loss.
fn learn(state: &mut State, coded: &Coded, sentence: &Sentence) -> f64 {
    let (rows, ends) = (&coded.rows, &coded.ends);
    let labels = state.grammar.labels;
    let length = ends.len();
    if length == 0 {
        return 0.0;
    }
    for row in rows {
        state.settle(*row);
    }
    let boost = 1.0 / (1.0 - state.options.dropout);
    let mut scores = vec![0.0f32; length * labels];
    let mut from = 0;
    for (at, &end) in ends.iter().enumerate() {
        let scores = &mut scores[at * labels..(at + 1) * labels];
        for &row in &rows[from..end as usize] {
            let weights = &state.weights[row as usize * labels..(row as usize + 1) * labels];
            for (s, w) in scores.iter_mut().zip(weights) {
                *s += w * boost;
            }
        }
        from = end as usize;
    }
    let all = u32::MAX >> (32 - labels);
    let free = Lattice::new(
        &scores,
        &state.transitions,
        state.grammar,
        &vec![all; length],
    );
    let bound = Lattice::new(
        &scores,
        &state.transitions,
        state.grammar,
        &sentence.allowed,
    );
    let loss = free.log - bound.log;
    if !loss.is_finite() {
        return 0.0;
    }
    let (rate, weight) = (state.options.rate, sentence.weight);
    let mut gradient = vec![0.0f32; labels];
    let mut from = 0;
    for (at, &end) in ends.iter().enumerate() {
        for (label, g) in gradient.iter_mut().enumerate() {
            let n = at * labels + label;
            *g = weight * (bound.marginals[n] - free.marginals[n]);
        }
        let active: Vec<(usize, f32)> = gradient
            .iter()
            .copied()
            .enumerate()
            .filter(|(_, g)| g.abs() > 1e-4)
            .collect();
        if !active.is_empty() {
            for &row in &rows[from..end as usize] {
                let open = state.open[row as usize];
                for &(label, g) in active.iter().filter(|(label, _)| open >> label & 1 == 1) {
                    let n = row as usize * labels + label;
                    state.squares[n] += g * g;
                    state.weights[n] += rate * g / (START + state.squares[n]).sqrt();
                }
            }
        }
        from = end as usize;
    }
    for n in 0..labels * labels {
        let g = weight * (bound.pairs[n] - free.pairs[n]);
        if g.abs() > 1e-5 {
            state.transition_squares[n] += g * g;
            state.transitions[n] += rate * g / (START + state.transition_squares[n]).sqrt();
        }
    }
    loss
}
