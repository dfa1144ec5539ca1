//! Corpus Explorer: who said what, where and when, and how each outlet reports it.
//!
//! The path of the data; each arrow is one module:
//!
//! ```text
//! file --read--> Article (received) --clean--> Record (stored) --document--> Document (in memory)
//! Document --entity--> mentions --quote--> quotations        Document --time--> dates
//! Documents --search--> Index --Query--> hits --snippet--> passages with marks
//! mentions, quotations, dates --compare--> groups, points, shared passages, events, a table
//! mentions --decision (people's corrections)--> entities --graph--> who is named with whom
//! graph, quotations, mentions --export--> files
//! Corpus owns all of them; collection searches documents of other shapes;
//! api::view converts answers to the shapes that JavaScript sees.
//! ```
//!
//! Every span is a half-open range of UTF-8 bytes of [`document::Document::text`]. Only
//! [`api::view`] converts spans to UTF-16; the places quoted in a file of decisions are the one
//! exception. Analyses are pure functions of a document and cannot fail.

pub mod api;
pub mod clean;
pub mod collection;
pub mod compare;
pub mod corpus;
pub mod decision;
pub mod document;
pub mod entity;
pub mod error;
pub mod export;
pub mod graph;
pub mod language;
mod line;
mod order;
pub mod pack;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
pub mod quote;
pub mod read;
pub mod search;
pub mod text;
pub mod time;
#[cfg(feature = "train")]
pub mod train;
pub mod value;
