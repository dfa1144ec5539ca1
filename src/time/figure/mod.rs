//! How much? An analysis that finds times of day, sums, shares and quantities with value and unit.
//!
//! A figure is a number with what it counts. A bare number is none, because it says nothing that
//! two texts could be compared by. What a date expression covers is not a figure either.

mod extraction;
mod mention;
mod number;
mod unit;

pub use extraction::figures;
pub use mention::{Figure, FigureKind};
