//! Where did the source lose words? An analysis that infers from the grammar where a scraper
//! dropped a link with its text.
//!
//! Rules over words of closed classes and over marks, each named in its gaps, find two words that
//! are never adjacent (`phrase`) and clauses without a verb (`clause`). Nothing is filled in.

mod candidate;
mod clause;
mod gaps;
mod phrase;
mod sentence;
mod words;

pub use gaps::gaps;
