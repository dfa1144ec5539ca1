//! What does a typed query mean? A small compiler: a lexer, a parser, and a pass that lowers the
//! parse tree to an abstract syntax tree. It never fails: what it cannot parse, it reads as words,
//! with a remark. It does not know the index.

mod ast;
mod atom;
mod filter;
mod lexer;
mod lower;
mod parse;
mod parse_tree;
mod parser;
mod remark;
mod text;

pub use ast::{Node, Query};
pub use filter::Filter;
pub use remark::Remark;
pub use text::{QueryText, QueryWord};
