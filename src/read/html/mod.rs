//! Which article does an HTML page contain? A reader of its lines and of what its markup states.
//!
//! A page is decoded with the encoding it declares (`charset`), parsed as in browsers and put in
//! page order (`tree`), and written as lines (`text`). The signs of its elements (`sign`) and the
//! wording of its lines separate the article from the rest (`article`). What markup states about
//! the article is collected separately (`statement`).
//!
//! No shown text is lost: what is not part of the article stays in the text, marked as outside. No
//! site is known by name.

mod article;
mod charset;
mod page;
mod sign;
mod statement;
mod text;
mod tree;

pub use page::read;
