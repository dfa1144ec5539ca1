//! Corpus Explorer: who said what, where and when, and how each outlet tells it.
//!
//! The path of the data, one arrow a module:
//!
//! ```text
//! file --read--> Article (received) --clean--> Record (stored) --document--> Document (in memory)
//! Document --entity--> mentions --quote--> quotations        Document --time--> dates
//! Documents --search--> Index --Query--> hits --snippet--> passages with marks
//! mentions, quotations, dates --compare--> groups, points, shared passages, events, a table
//! mentions --decision (what people said of them)--> entities --graph--> who is named with whom --exchange--> files
//! Corpus holds all of them; store searches documents of other shapes; api::view turns answers into what JavaScript sees.
//! ```
//!
//! Every span is a half-open range of UTF-8 bytes of [`document::Document::text`]; ranges become
//! UTF-16 in [`api::view`] alone, but for the places that a file of decisions quotes. Analyses are pure functions of a document and cannot fail.

pub mod api;
pub mod clean;
pub mod compare;
pub mod corpus;
pub mod decision;
pub mod document;
pub mod entity;
pub mod error;
pub mod exchange;
pub mod graph;
pub mod language;
mod line;
mod order;
pub mod quote;
pub mod read;
pub mod search;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
pub mod store;
pub mod text;
pub mod time;
#[cfg(feature = "train")]
pub mod train;
pub mod value;
