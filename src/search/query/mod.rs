//! What does a typed query ask? A small compiler: lexer, parser, and a pass that lowers the parse tree to an abstract
//! syntax tree. It never fails; what cannot be understood is read as words and remarked. Nothing here knows of an
//! index.

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
