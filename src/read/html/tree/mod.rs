//! Which elements does a page have? Its markup is tamed (`tame`), parsed as browsers do (`parse`, `sink`), and
//! put in the order in which it is read (`nodes`).

mod nodes;
mod parse;
mod sink;
mod tame;

pub use nodes::Tree;
pub use parse::parse;
