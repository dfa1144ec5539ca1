//! Does search find, rank and count what it should? One module a question.

#[path = "../random/mod.rs"]
mod random;

mod answers;
mod collection;
mod collocations;
mod counts;
mod explain;
mod filter;
mod forms;
mod gold;
mod growth;
mod knowledge;
mod known;
mod matcher;
mod properties;
mod reference;
