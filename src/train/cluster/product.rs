//! How similar are two vectors? Their inner product.

/// The inner product, summed in eight lanes, which the compiler can vectorise.
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
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
