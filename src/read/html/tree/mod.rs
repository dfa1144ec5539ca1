//! Which elements does a page have? A parser: markup is limited (`tame`), parsed as in browsers
//! (`parse`, `sink`), and put in page order (`nodes`).

mod nodes;
mod parse;
mod sink;
mod tame;

pub use nodes::Tree;
pub use parse::parse;
