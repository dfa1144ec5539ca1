//! Where did the source lose words? Places where a scraper dropped a link and its text, seen in
//! the grammar that is left.
//!
//! Rules over words of closed classes and over marks, each named in its gaps, see two words that
//! never meet (`phrase`) and clauses without a verb (`clause`); nothing is filled in.

mod candidate;
mod clause;
mod gaps;
mod phrase;
mod sentence;
mod words;

pub use gaps::gaps;
