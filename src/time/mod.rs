//! When, and how much? A room of two analyses: date expressions as intervals of days, resolved
//! against the article's date; and times of day, sums, shares and quantities.

mod calendar;
mod date;
mod expression;
mod extraction;
mod figure;
mod grammar;
mod lexeme;
mod mention;
mod name;
mod relative;
mod resolution;
mod vocabulary;
mod year;

pub use date::Date;
pub use extraction::dates;
pub use figure::{Figure, FigureKind, figures};
pub use mention::{DateMention, Precision};
pub use name::{MONTHS, WEEKDAYS};
