//! Can two dates be one? Intervals of days: one is told more exactly than the other, or they lie apart.

use crate::time::Date;

/// The first and the last day of a date.
pub(super) type Interval = (Date, Date);

/// Whether the first lies within the second.
pub(super) fn is_within(one: Interval, other: Interval) -> bool {
    other.0 <= one.0 && one.1 <= other.1
}

/// Whether one lies within the other.
pub(super) fn agree(one: Interval, other: Interval) -> bool {
    is_within(one, other) || is_within(other, one)
}
