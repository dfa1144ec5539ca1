//! Which dates does a line give? Recognizers of days, times of day and what a line calls them.
//!
//! A line is cut into tokens (`token`), days are told (`day`) and times (`clock`), and a line that gives dates
//! and nothing else holds stamps (`stamp`); how long an article takes to read is told apart (`reading_time`).

mod clock;
mod day;
mod reading_time;
mod stamp;
mod token;

pub use day::date_at_end;
pub use reading_time::is_reading_time;
pub use stamp::{date_label, stamp_at_end, stamps};
