//! How are weights found? A linear-chain conditional random field, trained on sentences whose labels
//! may be known in part.
//!
//! Maximum likelihood ([Lafferty et al. 2001]) by AdaGrad with an L1 penalty ([Duchi et al. 2011],
//! composite mirror descent): what is not needed becomes and stays zero, so that a model is small
//! without being cut afterwards. A word whose label is known in part counts by all labels that it may
//! have. The weights of the last passes are averaged. One thread, one seed: the same data give the
//! same weights.
//!
//! A penalty also pulls at the weights that stay. [`worthy`] says which are worth their place; [`train`]
//! finds them once more without the others, with little penalty (the relaxed lasso, [Meinshausen 2007]).
//!
//! [Lafferty et al. 2001]: https://repository.upenn.edu/cis_papers/159/
//! [Duchi et al. 2011]: https://jmlr.org/papers/v12/duchi11a.html
//! [Meinshausen 2007]: https://doi.org/10.1016/j.csda.2006.12.019

use rustc_hash::FxHashMap;

use super::lattice::Lattice;
use super::random::Random;

/// A sentence: for each word its features and the labels it may have.
#[derive(Default, Clone)]
pub struct Sentence {
    /// The features of all words, one word after the other.
    pub features: Vec<u64>,
    /// Where the features of each word end.
    pub ends: Vec<u32>,
    /// The labels each word may have, a bit each.
    pub allowed: Vec<u32>,
    /// How much the sentence counts.
    pub weight: f32,
}

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

/// Which label may follow which; and which may open and close a sentence.
#[derive(Clone)]
pub struct Grammar {
    /// Number of labels.
    pub labels: usize,
    /// `after[a]` holds, a bit each, the labels that may follow `a`.
    pub after: Vec<u32>,
    /// Labels that may open a sentence.
    pub first: u32,
    /// Labels that may close one.
    pub last: u32,
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

struct State<'a> {
    grammar: &'a Grammar,
    weights: Vec<f32>,
    squares: Vec<f32>,
    touched: Vec<u32>,
    transitions: Vec<f32>,
    transition_squares: Vec<f32>,
    options: Options,
    step: u32,
    /// The labels whose weights may be other than zero, of each row.
    open: Vec<u32>,
}

/// What AdaGrad's sums of squares start from, so that first steps are not too long.
const START: f32 = 1.0;

impl State<'_> {
    /// Brings the penalty of a row up to date.
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

/// The weights for sentences, those of a support alone if there is one; `log` is told of each pass and
/// its loss.
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

/// The features that are seen at least so often, sorted.
fn seen_often(sentences: &[Sentence], least: u32) -> Vec<u64> {
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for feature in sentences.iter().flat_map(|sentence| &sentence.features) {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut names: Vec<u64> = counts
        .into_iter()
        .filter(|(_, n)| *n >= least)
        .map(|(name, _)| name)
        .collect();
    names.sort_unstable();
    names
}

/// A sentence's features as numbers of rows.
#[derive(Default)]
struct Coded {
    rows: Vec<u32>,
    ends: Vec<u32>,
}

fn coded(sentences: &[Sentence], names: &[u64]) -> Vec<Coded> {
    let ids: FxHashMap<u64, u32> = names.iter().copied().zip(0..).collect();
    let code = |sentence: &Sentence| {
        let (mut coded, mut from) = (Coded::default(), 0);
        for &end in &sentence.ends {
            let features = &sentence.features[from..end as usize];
            coded
                .rows
                .extend(features.iter().filter_map(|feature| ids.get(feature)));
            coded.ends.push(coded.rows.len() as u32);
            from = end as usize;
        }
        coded
    };
    sentences.iter().map(code).collect()
}

impl Coded {
    /// Becomes a sentence with a share of its features left out.
    fn drop_from(&mut self, whole: &Coded, dropout: f32, random: &mut Random) {
        self.rows.clear();
        self.ends.clear();
        let mut from = 0;
        for &end in &whole.ends {
            let rows = &whole.rows[from..end as usize];
            self.rows
                .extend(rows.iter().filter(|_| random.unit() >= dropout));
            self.ends.push(self.rows.len() as u32);
            from = end as usize;
        }
    }
}

/// One step along the gradient of one sentence; returns its loss.
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
