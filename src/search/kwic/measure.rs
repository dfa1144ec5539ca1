//! How strong is a collocation? Two association measures of a word near matches.
//!
//! Log-likelihood is G² after T. Dunning, "Accurate methods for the statistics of surprise and
//! coincidence" (1993), over all four cells: near or far, this word or another. P. Rayson and R.
//! Garside, "Comparing corpora using frequency profiling" (2000), use two of them; of their
//! critical values, chance exceeds 3.84 in one case of 20, and 15.13 in one of 10,000. logDice is
//! by P. Rychlý, "A lexicographer-friendly association score" (2008): 14 + log2 of 2·f(xy) /
//! (f(x) + f(y)). It is at most 14 and does not depend on the size of the corpus. f(xy) is the
//! observed count, limited to the number of matches: several words near one match are no stronger
//! collocation than one.

/// The measure by which collocates are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// The evidence that the collocation is not chance; favours frequent words.
    #[default]
    LogLikelihood,
    /// The strength of the collocation, whatever the size of the corpus.
    LogDice,
}

/// G² of a word with `observed` occurrences among `near` of `words` words, and `frequency` in all.
pub fn log_likelihood(observed: usize, near: usize, frequency: usize, words: usize) -> f64 {
    let far = words - near;
    let others = words - frequency;
    let cells = [
        (observed, near, frequency),
        (near - observed, near, others),
        (frequency - observed, far, frequency),
        (far - (frequency - observed), far, others),
    ];
    let part = |(found, row, column): (usize, usize, usize)| {
        let expected = row as f64 * column as f64 / words as f64;
        match found {
            0 => 0.0,
            found => found as f64 * (found as f64 / expected).ln(),
        }
    };
    2.0 * cells.map(part).iter().sum::<f64>()
}

/// logDice of a word with `observed` occurrences near `matches` matches, and `frequency` in all.
pub fn log_dice(observed: usize, matches: usize, frequency: usize) -> f64 {
    let together = 2.0 * observed.min(matches) as f64;
    14.0 + (together / (matches + frequency) as f64).log2()
}

#[cfg(test)]
mod tests {
    use super::{log_dice, log_likelihood};

    #[test]
    fn log_likelihood_of_known_tables() {
        // Evert (2008): 20 of 320 near, 120 of 50,820 in all.
        let cells = [20.0_f64, 100.0, 300.0, 50_400.0];
        let n: f64 = cells.iter().sum();
        let (near, frequency) = (cells[0] + cells[2], cells[0] + cells[1]);
        let entropy = |parts: &[f64]| parts.iter().map(|x| x * x.ln()).sum::<f64>();
        let expected = 2.0
            * (entropy(&cells) + entropy(&[n])
                - entropy(&[near, n - near])
                - entropy(&[frequency, n - frequency]));
        let found = log_likelihood(20, near as usize, frequency as usize, n as usize);
        assert!((found - expected).abs() < 1e-6, "{found} {expected}");
        // Exactly as often as by chance.
        assert!(log_likelihood(5, 50, 10, 100).abs() < 1e-9);
        assert!(log_likelihood(10, 10, 10, 20) > 27.0);
    }

    #[test]
    fn log_dice_of_known_counts() {
        assert_eq!(log_dice(10, 10, 10), 14.0);
        assert_eq!(log_dice(5, 10, 10), 13.0);
        assert_eq!(log_dice(30, 10, 30), 13.0);
        assert_eq!(log_dice(1, 1, 1), 14.0);
    }
}
