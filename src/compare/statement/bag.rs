//! What do two texts share? Bags of words: sparse vectors of term weights.

/// Distinct terms with their weights, sorted by key.
pub(in crate::compare) type Bag = Vec<(u32, f64)>;

/// The sum of `of` over the weights of the terms that two bags share.
pub(in crate::compare) fn shared(
    a: &[(u32, f64)],
    b: &[(u32, f64)],
    of: impl Fn(f64, f64) -> f64,
) -> f64 {
    let (mut i, mut j) = (0, 0);
    let mut shared = 0.0;
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += of(a[i].1, b[j].1);
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    shared
}
