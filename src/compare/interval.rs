//! Can two dates be the same? Intervals of days: one contains the other, or they contradict.

use crate::time::Date;

/// The first and last day of a date.
pub(super) type Interval = (Date, Date);

/// Whether the first is within the second.
pub(super) fn is_within(one: Interval, other: Interval) -> bool {
    other.0 <= one.0 && one.1 <= other.1
}

/// Whether one is within the other.
pub(super) fn agree(one: Interval, other: Interval) -> bool {
    is_within(one, other) || is_within(other, one)
}
