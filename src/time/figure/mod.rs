//! How much? Times of day, sums of money, shares and quantities, each with its value and unit.
//!
//! A figure is a number with what it counts: a bare number says nothing that two texts could be
//! compared by, and is none. What a date expression covers is no figure either.

mod extraction;
mod mention;
mod number;
mod unit;

pub use extraction::figures;
pub use mention::{Figure, FigureKind};
