//! How are classes of words made? From word vectors, and from what kinds of names words are part of
//! or stand beside in marked texts.
//!
//! A small network learns from the marked texts what a word's vector says of it: whether, written
//! with a capital, it is part of the name of a person, organisation, place or other thing, and the
//! same of the words after and before it. Each word is judged by a network that has not seen it, so
//! that the classes mean the same for known and unknown words. Words are then gathered by k-means
//! over these shares (their square roots, so that distances are Hellinger's) and their vectors.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::data::Example;
use super::random::Random;
use crate::entity::bilou::CoarseKind;
use crate::language::{CLASS_BITS, FINE, cut, hash_of, places};
use crate::text::{Span, tokens};

/// How many words have a class: the most frequent ones.
pub const WORDS: usize = 50_000;

/// Kinds that a word can have: in no name, or in one of each type.
const KINDS: usize = 1 + CoarseKind::ALL.len();
/// Shares that a word has: of the kinds of itself, of the word after and of the word before.
const SHARES: usize = 3 * KINDS;
/// Units of the network.
const UNITS: usize = 96;
/// How much a vector counts beside the shares.
const VECTOR: f32 = 0.7;
/// Networks, each of which judges the words that it did not learn from.
const FOLDS: usize = 5;

/// How often the words of marked texts have each kind, by word in lower case.
pub fn counts(examples: &[Example]) -> HashMap<String, [f32; SHARES]> {
    let mut counts: HashMap<String, [f32; SHARES]> = HashMap::new();
    for example in examples {
        let text = &example.text;
        let mut spans = Vec::new();
        cut(text, &tokens(text), &mut spans);
        let mut names = example.names.clone();
        names.sort_by_key(|(span, _)| span.start);
        let kind = |span: &Span| {
            let at = names.partition_point(|(name, _)| name.end <= span.start);
            names
                .get(at)
                .filter(|(name, _)| name.start < span.end)
                .map_or(0, |(_, kind)| 1 + *kind as usize)
        };
        let words: Vec<(String, bool, usize)> = spans
            .iter()
            .map(|span| {
                let word = span.slice(text);
                (
                    word.to_lowercase(),
                    word.starts_with(char::is_uppercase),
                    kind(span),
                )
            })
            .collect();
        for (at, (word, capital, kind)) in words.iter().enumerate() {
            let row = counts.entry(word.clone()).or_insert([0.0; SHARES]);
            row[*kind] += f32::from(u8::from(*capital));
            let mut beside = |neighbour: Option<&(String, bool, usize)>, from: usize| {
                if let Some((_, true, kind)) = neighbour {
                    row[from + kind] += 1.0;
                }
            };
            beside(words.get(at + 1), KINDS);
            beside(at.checked_sub(1).and_then(|n| words.get(n)), 2 * KINDS);
        }
    }
    counts
}

/// The packed classes of words, frequent ones first, each with its vector.
pub fn classes(
    words: &[(String, Vec<f32>)],
    counts: &HashMap<String, [f32; SHARES]>,
    seed: u64,
) -> Vec<u8> {
    let mut random = Random::new(seed);
    let unit = |vector: &[f32]| {
        let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
        vector.iter().map(|x| x / length).collect::<Vec<f32>>()
    };
    let vectors: Vec<Vec<f32>> = words.iter().map(|(_, vector)| unit(vector)).collect();
    let known: Vec<Option<&[f32; SHARES]>> =
        words.iter().map(|(word, _)| counts.get(word)).collect();
    let fold: Vec<usize> = words.iter().map(|_| random.below(FOLDS)).collect();
    let mut points: Vec<Vec<f32>> = vec![Vec::new(); words.len()];
    for out in 0..FOLDS {
        let examples: Vec<(&[f32], &[f32; SHARES])> = (0..words.len())
            .filter(|n| fold[*n] != out)
            .filter_map(|n| Some((vectors[n].as_slice(), known[n]?)))
            .filter(|(_, counts)| counts.iter().sum::<f32>() > 0.0)
            .collect();
        let network = Network::train(&examples, &mut random);
        for n in (0..words.len()).filter(|n| fold[*n] == out) {
            let shares = network.shares(&vectors[n]);
            points[n] = shares
                .iter()
                .map(|share| share.sqrt())
                .chain(vectors[n].iter().map(|x| x * VECTOR))
                .collect();
        }
    }
    let (fine, centres) = gather(&points, &vec![1.0; points.len()], FINE - 1, 25, &mut random);
    let mut sizes = vec![0.0; centres.len()];
    for class in &fine {
        sizes[*class] += 1.0;
    }
    let by_kind: Vec<Vec<f32>> = centres
        .iter()
        .map(|centre| centre[..SHARES].to_vec())
        .collect();
    let levels = [
        gather(&centres, &sizes, 255, 30, &mut random).0,
        gather(&centres, &sizes, 48, 30, &mut random).0,
        gather(&by_kind, &sizes, 128, 30, &mut random).0,
        gather(&by_kind, &sizes, 32, 30, &mut random).0,
    ];
    let mut bytes = vec![0; 4];
    for class in 0..FINE - 1 {
        bytes.extend(
            levels
                .iter()
                .map(|level| level.get(class).map_or(0, |coarse| *coarse as u8 + 1)),
        );
    }
    let entries = words
        .iter()
        .zip(&fine)
        .map(|((word, _), class)| (hash_of(word), *class as u16 + 1));
    let entries: FxHashMap<u64, u16> = entries.collect();
    let mut entries: Vec<(u64, u16)> = entries.into_iter().collect();
    entries.sort_unstable();
    bytes.extend(table(&entries).iter().flat_map(|place| place.to_le_bytes()));
    bytes
}

/// The table in which the three places of each word xored with its check give its class.
///
/// Words are taken off one after the other that alone have some place; in reverse, that place is set.
fn table(entries: &[(u64, u16)]) -> Vec<u16> {
    let mut count = (entries.len() as f64 * 1.23) as usize / 3 * 3 + 33;
    loop {
        let at: Vec<([usize; 3], u16)> = entries
            .iter()
            .map(|(hash, _)| places(*hash, count))
            .collect();
        let (mut degree, mut holders) = (vec![0u32; count], vec![0usize; count]);
        for (n, (places, _)) in at.iter().enumerate() {
            for place in places {
                degree[*place] += 1;
                holders[*place] ^= n;
            }
        }
        let mut open: Vec<usize> = (0..count).filter(|place| degree[*place] == 1).collect();
        let mut order = Vec::new();
        while let Some(place) = open.pop() {
            if degree[place] != 1 {
                continue;
            }
            let word = holders[place];
            order.push((word, place));
            for other in at[word].0 {
                degree[other] -= 1;
                holders[other] ^= word;
                if degree[other] == 1 {
                    open.push(other);
                }
            }
        }
        if order.len() < entries.len() {
            count += 3 * (count / 300 + 1);
            continue;
        }
        let mut table = vec![0u16; count];
        for (word, place) in order.into_iter().rev() {
            let (places, check) = at[word];
            let rest = places
                .iter()
                .filter(|other| **other != place)
                .fold(check, |x, other| x ^ table[*other]);
            table[place] = rest ^ entries[word].1;
        }
        debug_assert!(entries.iter().all(|(_, class)| *class < 1 << CLASS_BITS));
        return table;
    }
}

/// k-means: the class of each point and the centre of each class.
fn gather(
    points: &[Vec<f32>],
    weights: &[f32],
    count: usize,
    rounds: usize,
    random: &mut Random,
) -> (Vec<usize>, Vec<Vec<f32>>) {
    let mut picks: Vec<usize> = (0..points.len()).collect();
    random.shuffle(&mut picks);
    let mut centres: Vec<Vec<f32>> = picks
        .iter()
        .take(count)
        .map(|n| points[*n].clone())
        .collect();
    let width = points.first().map_or(0, Vec::len);
    let mut classes = vec![0; points.len()];
    for _ in 0..rounds {
        // Half the square of each centre's length: the nearest centre has the largest product less that.
        let halves: Vec<f32> = centres
            .iter()
            .map(|c| c.iter().map(|x| x * x).sum::<f32>() / 2.0)
            .collect();
        for (class, point) in classes.iter_mut().zip(points) {
            let near = |n: usize| dot(point, &centres[n]) - halves[n];
            let mut best = (0, f32::MIN);
            for n in 0..centres.len() {
                let near = near(n);
                if near > best.1 {
                    best = (n, near);
                }
            }
            *class = best.0;
        }
        let mut sums = vec![vec![0.0; width]; centres.len()];
        let mut sizes = vec![0.0; centres.len()];
        for ((class, point), weight) in classes.iter().zip(points).zip(weights) {
            sizes[*class] += weight;
            for (sum, x) in sums[*class].iter_mut().zip(point) {
                *sum += x * weight;
            }
        }
        for ((centre, sum), size) in centres
            .iter_mut()
            .zip(sums)
            .zip(sizes)
            .filter(|(_, size)| *size > 0.0)
        {
            *centre = sum.into_iter().map(|x| x / size).collect();
        }
    }
    (classes, centres)
}

/// Eight sums at a time, which the compiler makes wide.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0f32; 8];
    let (wide, rest) = (a.chunks_exact(8), a.len() / 8 * 8);
    for (a, b) in wide.zip(b.chunks_exact(8)) {
        for n in 0..8 {
            sums[n] += a[n] * b[n];
        }
    }
    let rest = a[rest..].iter().zip(&b[rest..]).map(|(a, b)| a * b);
    sums.iter().sum::<f32>() + rest.sum::<f32>()
}

/// A network of one hidden layer from vectors to shares.
struct Network {
    hidden: Vec<f32>,
    out: Vec<f32>,
    width: usize,
}

/// Passes over the words.
const ROUNDS: usize = 30;
/// AdaGrad's rate.
const RATE: f32 = 0.05;

impl Network {
    fn train(examples: &[(&[f32], &[f32; SHARES])], random: &mut Random) -> Self {
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
                    // A word seen often counts more, but not as much more as it was seen.
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

    /// The shares of three distributions, each of which sums to one.
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

    fn shares(&self, vector: &[f32]) -> [f32; SHARES] {
        self.output(&self.units(vector))
    }
}
