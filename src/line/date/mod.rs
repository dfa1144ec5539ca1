//! Which dates does a line give? Recognizers of days, times of day and the labels before them.
//!
//! A line is split into tokens (`token`), in which days (`day`) and times (`clock`) are recognized.
//! A line that consists of dates gives stamps (`stamp`). The time it takes to read an article is
//! recognized separately (`reading_time`).

mod clock;
mod day;
mod reading_time;
mod stamp;
mod token;

pub use day::date_at_end;
pub use reading_time::is_reading_time;
pub use stamp::{date_label, stamp_at_end, stamps};
