//! Which article does a page of HTML hold? Bytes of HTML enter; its lines and what its markup states leave.
//!
//! A page is decoded, what it declares is looked up (`charset`), parsed as browsers do into the order in which it
//! is read (`tree`), and laid out as lines (`text`). What its elements say that they are (`sign`) and how its lines
//! read tell the article from the rest (`article`). What the markup states about the article is collected apart
//! (`statement`).
//!
//! Nothing that is shown is lost: what is no part of the article stays in the text, laid out as outside of
//! it. No site is known by name.

mod article;
mod charset;
mod page;
mod sign;
mod statement;
mod text;
mod tree;

pub use page::read;
