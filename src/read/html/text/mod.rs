//! Which lines does a page show? A writer of its tree as text, one line per block (`line`, `lines`,
//! `pen`), which depends on the elements (`element`, `table`).

mod element;
mod line;
mod lines;
mod pen;
mod table;

pub use line::Line;
pub use lines::lines;
