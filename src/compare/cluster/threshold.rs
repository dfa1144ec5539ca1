//! How alike must two passages be to say the same? The thresholds of their [`Likeness`].

use super::likeness::Likeness;

/// What two passages must share: the weight of about two words that are rare here.
pub(super) const SHARED: f64 = 1.25;
/// How much of both that must be.
pub(super) const DICE: f64 = 0.42;
/// How much of it must be in the same words, not in words used alike.
pub(super) const EXACT: f64 = 1.15;
/// How much of that must not be names.
pub(super) const WORDS: f64 = 1.0;
/// How many terms it must be.
pub(super) const COUNT: usize = 3;
/// What two passages must share that one voice says.
pub(super) const SHARED_BY_ONE: f64 = 0.9;
/// How much of both that must be.
pub(super) const DICE_BY_ONE: f64 = 0.36;
/// How much of that is looked for in the same words.
pub(super) const EXACT_BY_ONE: f64 = 0.72;
/// What two passages of other articles must share.
pub(super) const SHARED_BY_OTHERS: f64 = 2.5;
/// How much of both that must be.
pub(super) const DICE_BY_OTHERS: f64 = 0.8;

/// Whether stretches as alike as this may say the same, whoever says them.
pub(super) fn is_enough(found: Likeness) -> bool {
    found.shared >= SHARED
        && found.dice >= DICE
        && found.exact >= EXACT
        && found.words >= WORDS
        && found.count >= COUNT
}
