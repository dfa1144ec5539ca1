//! Which lines does a page show? Its tree written as text, each block one line (`line`, `lines`, `pen`), by what
//! its elements are (`element`, `table`).

mod element;
mod line;
mod lines;
mod pen;
mod table;

pub use line::Line;
pub use lines::lines;
