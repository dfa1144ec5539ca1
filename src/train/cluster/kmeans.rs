//! Which points belong together? A clustering by k-means.

use super::product::dot;
use crate::train::random::Random;

/// The class of each point, and the centre of each class.
pub(super) fn gather(
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
        // The nearest centre has the largest dot product minus half its squared length.
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
