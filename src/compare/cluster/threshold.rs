//! How similar must two passages be to say the same? Thresholds of their [`Likeness`].

use super::likeness::Likeness;

/// The least weight that two passages must share: that of about two words that are rare here.
pub(super) const SHARED: f64 = 1.25;
/// The least share of both that this must be.
pub(super) const DICE: f64 = 0.42;
/// How much of it must be the same words, not words of one class.
pub(super) const EXACT: f64 = 1.15;
/// How much of that must not be names.
pub(super) const WORDS: f64 = 1.0;
/// How many terms must be the same.
pub(super) const COUNT: usize = 3;
/// The least weight that two passages of one voice must share.
pub(super) const SHARED_BY_ONE: f64 = 0.9;
/// The least share of both that this must be.
pub(super) const DICE_BY_ONE: f64 = 0.36;
/// How much of it must be the same words for two sentences to become candidates.
pub(super) const EXACT_BY_ONE: f64 = 0.72;
/// The least weight that two passages of dissimilar articles must share.
pub(super) const SHARED_BY_OTHERS: f64 = 2.5;
/// The least share of both that this must be.
pub(super) const DICE_BY_OTHERS: f64 = 0.8;

/// Whether stretches with this likeness may say the same, whoever says them.
pub(super) fn is_enough(found: Likeness) -> bool {
    found.shared >= SHARED
        && found.dice >= DICE
        && found.exact >= EXACT
        && found.words >= WORDS
        && found.count >= COUNT
}
