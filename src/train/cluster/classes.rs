//! Which class does each word have? A pass from word vectors and counts to packed classes.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::filter::table;
use super::kinds::SHARES;
use super::kmeans::gather;
use super::network::Network;
use crate::language::{FINE, hash_of};
use crate::train::random::Random;

/// How many words have a class: the most frequent ones.
pub const WORDS: usize = 50_000;

/// The weight of a vector relative to the shares.
const VECTOR: f32 = 0.7;
/// The number of networks; each classifies the words it was not trained on.
const FOLDS: usize = 5;

/// The packed classes of words, ordered by frequency, each with its vector; `counts` are those of
/// [`super::counts`].
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
